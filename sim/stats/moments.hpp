#pragma once

#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::stats {

/// How many durations there were, their sum and the sum of their squares, all exact: whatever was added in whatever
/// order, and in however many parts, mean and deviation are those of the whole, to the last bit.
class Moments {
 public:
  /// `sample` is not negative.
  void add(Duration sample) {
    const auto nanoseconds = static_cast<std::uint64_t>(sample.count());
    ++count_;
    sum_ += nanoseconds;
    squares_ += Wide{nanoseconds} * nanoseconds;
  }

  void merge(const Moments& other);

  std::int64_t count() const { return count_; }

  /// In seconds, rounded once; none of nothing.
  std::optional<double> mean() const;

  /// The standard deviation with the n-1 divisor, in seconds; none below two.
  std::optional<double> deviation() const;

 private:
  std::int64_t count_ = 0;
  Wide sum_ = 0;
  Huge squares_;
};

}  // namespace fastfood::stats
