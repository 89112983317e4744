#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/base/time.hpp"

namespace fastfood::experiment {

/// A time, and how many values are equal to it.
struct RepeatedTime {
  Duration time{};
  std::size_t count = 0;

  bool operator==(const RepeatedTime&) const = default;
};

/// What can be seen of measured times before a distribution is fitted.
struct SampleSummary {
  std::size_t count = 0;
  std::size_t zeros = 0;
  std::size_t distinct = 0;
  double mean = 0;  // in seconds
  double sd = 0;    // with divisor n - 1; 0 for one value
  Duration min{};
  Duration median{};
  Duration max{};
  Duration next_longest{};  // 0 for one value
  /// The longest time of which all values are multiples; 0 if all are 0.
  Duration resolution{};
  /// The most frequent value and the next one. The next one has a count of 0 if there is none.
  RepeatedTime most_frequent{};
  RepeatedTime next_frequent{};

  bool operator==(const SampleSummary&) const = default;
};

/// Summarizes at least one time, none of them negative.
SampleSummary summarize_sample(std::vector<Duration> times);

/// Returns whether one value makes up much more of the data than chance and rounding explain: at least a twentieth, and
/// three times as much as the next one.
bool has_suspicious_value(const SampleSummary& summary);

/// Returns whether the longest of ten times or more is at least ten times as long as the next one. Of a hundred
/// lognormal times whose logarithms have a standard deviation of 1, this happens once in a thousand samples.
bool has_suspicious_maximum(const SampleSummary& summary);

/// Returns whether rounding shows: more than a tenth of the values are equal to another one.
bool is_visibly_rounded(const SampleSummary& summary);

}  // namespace fastfood::experiment
