#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::stats {

/// A whole number that changes over time, such as the length of a line: its time average, its integral (exact, in
/// nanoseconds times level), and the highest level held for more than no time. All of these count from a given instant,
/// which cuts off a warm-up.
class Level {
 public:
  Level() = default;
  explicit Level(Instant from) : from_(from), since_(from) {}

  std::int64_t now() const { return level_; }

  /// Adds `change` to the level from `at` on. `at` must not be before the last change.
  void add(std::int64_t change, Instant at) {
    settle(at);
    level_ += change;
  }

  /// The integral up to `until`, in nanoseconds times level; 0 before counting begins. Here and below, `until` must not
  /// be before the last change.
  SignedWide area(Instant until) const { return settled_at(until).area_; }

  /// The integral in seconds, rounded once.
  double total(Instant until) const { return ratio(area(until), nanoseconds_per_second); }

  /// The time average up to `until`, rounded once; empty if no time was counted.
  std::optional<double> mean(Instant until) const {
    const Duration counted = time(until);
    return counted == Duration::zero() ? std::nullopt
                                       : std::optional(ratio(area(until), static_cast<std::uint64_t>(counted.count())));
  }

  /// How long it has counted; zero before counting begins.
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
