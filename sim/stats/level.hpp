#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::stats {

/// A whole number that changes over time, such as the length of a line: its average over time, its total in
/// nanoseconds times level without rounding, and the highest it stood for longer than no time. All of these count from
/// an instant on, which cuts off a warm-up; what changed before only says where the level stood by then.
class Level {
 public:
  Level() = default;
  explicit Level(Instant from) : from_(from), since_(from) {}

  std::int64_t now() const { return level_; }

  /// From `at` on, not before the last change, it stands `change` higher.
  void add(std::int64_t change, Instant at) {
    settle(at);
    level_ += change;
  }

  /// Level times nanoseconds up to `until`, which here and below is not before the last change; 0 before the count
  /// begins.
  SignedWide area(Instant until) const { return settled_at(until).area_; }

  /// The same in seconds, rounded once.
  double total(Instant until) const;

  /// The average up to `until`, rounded once; none over no time.
  std::optional<double> mean(Instant until) const;

  /// For how long it has counted; none before it begins.
  Duration time(Instant until) const { return std::max(until - from_, Duration::zero()); }

  std::int64_t max(Instant until) const { return settled_at(until).max_; }

 private:
  void settle(Instant at) {
    if (at > since_) {
      area_ += SignedWide{level_} * (at - since_).count();
      max_ = std::max(max_, level_);
      since_ = at;
    }
  }

  Level settled_at(Instant at) const {
    Level copy = *this;
    copy.settle(at);
    return copy;
  }

  std::int64_t level_ = 0;
  std::int64_t max_ = 0;
  Instant from_{};
  Instant since_{};
  SignedWide area_ = 0;
};

}  // namespace fastfood::stats
