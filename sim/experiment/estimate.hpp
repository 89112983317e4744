#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "sim/experiment/running_moments.hpp"

namespace sim::experiment {

/// What decided how many values there are. If it was the values, Student's interval of a fixed number of them holds the
/// mean too rarely (0.89 to 0.93 instead of 0.95). It is therefore made at a higher confidence.
enum class Stopping {
  fixed,     // nothing they have shown
  by_width,  // the width of the interval: at half of the error
  by_mean    // where the mean lies: as if one of repeated looks at 20, 40, 80, … values (see `MeanCheck`)
};

/// The mean of a metric over replications, and its interval: mean ± half_width (Student's t, wider by `Stopping`).
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

/// The confidence at which Student's interval of n values holds the mean as often as `confidence` says, or more often,
/// unless the values are strongly skewed.
double confidence_of_stopped(Stopping stopping, double confidence, std::int64_t n);

/// Of independent values, one a replication and in their order; a null counts for nothing.
Estimate estimate(std::span<const std::optional<double>> values, double confidence,
                  Stopping stopping = Stopping::fixed);

}  // namespace sim::experiment
