#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// Sums of the lengths of intervals that begin and end as time goes on. Each has a key, an instant; a sum is over all
/// intervals whose key is later than a given one. Each call takes a time that grows with the logarithm of the number of
/// keys (a binary indexed tree; Fenwick 1994).
class OverlapSums {
 public:
  /// Adds a key, which must not be before the last one.
  void add_key(Instant key);

  /// Lets `count` intervals with this key begin at `now`, or end if negative. The key must have been added.
  void begin(Instant key, std::int64_t count, Instant now);

  /// Returns the time up to `now` within intervals whose key is later than `key`, in nanoseconds.
  stats::SignedWide later_than(Instant key, Instant now) const { return after(keys_until(key), now); }

  /// The same for keys that are not before `key`.
  stats::SignedWide not_before(Instant key, Instant now) const;

  /// Forgets the keys before `key`. No interval with such a key may be open.
  void forget_before(Instant key);

 private:
  /// The length at a time: `slope` times the time, plus `intercept`.
  struct Line {
    std::int64_t slope = 0;
    stats::SignedWide intercept = 0;

    void add(const Line& other) {
      slope += other.slope;
      intercept += other.intercept;
    }
  };

  std::size_t keys_until(Instant key) const;
  stats::SignedWide after(std::size_t count, Instant now) const;
  Line prefix(std::size_t count) const;

  std::vector<Instant> keys_;
  std::vector<Line> each_;  // of each key
  std::vector<Line> tree_;  // the element at i, from 1, is the sum of as many keys up to it as its lowest bit says
  Line total_;
};

}  // namespace fastfood::model
