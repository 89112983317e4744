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
  __extension__ using Wide = __int128;

  /// It is measured from `from` on.
  explicit Level(Instant from = {}) : from_(from), since_(from) {}

  std::int64_t now() const { return level_; }

  /// From `at` on, not before the last change, it stands `change` higher.
  void add(std::int64_t change, Instant at) {
    settle(at);
    level_ += change;
  }

  /// Level times nanoseconds up to `until`, which is not before the last change.
  Wide area(Instant until) const { return settled_at(until).area_; }

  /// The average up to `until`; none over no time.
  std::optional<double> mean(Instant until) const {
    if (until <= from_) {
      return std::nullopt;
    }
    return static_cast<double>(area(until)) / static_cast<double>((until - from_).count());
  }

  std::int64_t max(Instant until) const { return settled_at(until).max_; }

 private:
  void settle(Instant at) {
    if (at > since_) {
      area_ += Wide{level_} * (at - since_).count();
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
  Instant from_;
  Instant since_;
  Wide area_ = 0;
};

}  // namespace sim::stats
