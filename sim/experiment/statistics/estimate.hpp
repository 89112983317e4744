#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "sim/experiment/run/compare.hpp"
#include "sim/experiment/statistics/running_moments.hpp"

namespace fastfood::experiment {

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

/// Compares a metric of two counters that saw the same customers, by the differences within each replication in which
/// neither is null (paired-t interval, Law 2015). Both in the order of the replications; where one has more, those the
/// other does not have are left out. Two replications must be there to tell anything apart.
MetricDifference difference_of(std::span<const std::optional<double>> baseline,
                               std::span<const std::optional<double>> value, double confidence);

/// The same of two runs in which nothing is left to chance: one replication decides, and the half-width is 0.
MetricDifference exact_difference_of(std::optional<double> baseline, std::optional<double> value);

/// The confidence of each of some intervals, at least one, such that all hold together with this `confidence`
/// (Bonferroni; Dunn 1961).
double bonferroni(double confidence, std::size_t intervals);

/// The confidence of each interval of a comparison.
struct JointConfidence {
  double of_main = 0.95;    // in each metric that may matter most
  double of_others = 0.95;  // in each other metric
};

/// Such that all intervals of some `alternatives`, at least one, hold together with this `confidence`: half of the
/// error is shared by those in the `main` metrics, at least one, half by those in the `others` (weighted Bonferroni;
/// Rosenthal and Rubin 1983). Without others the main ones have all of it.
JointConfidence joint_confidence(double confidence, std::size_t alternatives, std::size_t main, std::size_t others);

}  // namespace fastfood::experiment
