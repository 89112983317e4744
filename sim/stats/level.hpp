#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"

namespace sim::stats {

/// A whole number that changes over time, such as the length of a line: its average over time, its total in
/// nanoseconds times level without rounding, and the highest it stood for longer than no time.
class Level {
 public:
  std::int64_t now() const { return level_; }

  /// From `at` on, not before the last change, it stands `change` higher.
  void add(std::int64_t change, Instant at) {
    settle(at);
    level_ += change;
  }

  /// Level times time from 0 to `until`, in seconds, rounded once; `until` is not before the last change.
  double total(Instant until) const {
    const Level settled = settled_at(until);
    return static_cast<double>(settled.total_) / 1e9;
  }

  /// The average from 0 to `until`; none over no time.
  std::optional<double> mean(Instant until) const {
    const double span = in_seconds(until.time_since_epoch());
    return span > 0 ? std::optional(total(until) / span) : std::nullopt;
  }

  std::int64_t max(Instant until) const { return settled_at(until).max_; }

 private:
  __extension__ using Wide = __int128;

  void settle(Instant at) {
    if (at > since_) {
      total_ += Wide{level_} * (at - since_).count();
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
  Instant since_{};
  Wide total_ = 0;
};

}  // namespace sim::stats
