#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "sim/experiment/comparison.hpp"

namespace sim::experiment {

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

}  // namespace sim::experiment
