#pragma once

#include <cstdint>
#include <optional>
#include <span>

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
/// between 0 and 1.
double student_t(double confidence, std::int64_t degrees);

/// Of independent values, one a replication and in their order; a null counts for nothing.
Estimate estimate(std::span<const std::optional<double>> values, double confidence);

}  // namespace sim::experiment
