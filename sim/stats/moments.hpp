#pragma once

#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::stats {

/// The exact count, sum and sum of squares of durations. Mean and standard deviation are therefore the same to the last
/// bit, in whatever order and in however many parts the durations are added.
class Moments {
 public:
  /// `sample` must not be negative.
  void add(Duration sample) {
    const auto nanoseconds = static_cast<std::uint64_t>(sample.count());
    ++count_;
    sum_ += nanoseconds;
    squares_ += Wide{nanoseconds} * nanoseconds;
  }

  void merge(const Moments& other);

  std::int64_t count() const { return count_; }

  /// The mean in seconds, rounded once; empty without samples.
  std::optional<double> mean() const;

  /// The standard deviation in seconds with divisor n - 1; empty for fewer than two samples.
  std::optional<double> deviation() const;

 private:
  std::int64_t count_ = 0;
  Wide sum_ = 0;
  Huge squares_;
};

}  // namespace fastfood::stats
