#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "sim/experiment/running_moments.hpp"

namespace sim::experiment {

/// The mean of a metric over replications, and its interval: mean ± half_width (Student's t).
struct Estimate {
  std::optional<double> mean;        // none of nothing
  std::optional<double> half_width;  // none below two
  double confidence = 0.95;
  std::int64_t n = 0;  // the replications in which the metric is not null

  bool operator==(const Estimate&) const = default;
};

/// The t such that a Student variable with `degrees` of freedom, at least 1, lies within ±t with this `confidence`,
/// between 0 and 1; to nine digits, and the same bits everywhere. Takes some microseconds.
double student_t(double confidence, std::int64_t degrees);

/// Of the interval around the mean of these values; none below two, 0 where all are equal.
std::optional<double> half_width(const RunningMoments& values, double confidence);

/// Of independent values, one a replication and in their order; a null counts for nothing.
Estimate estimate(std::span<const std::optional<double>> values, double confidence);

}  // namespace sim::experiment
