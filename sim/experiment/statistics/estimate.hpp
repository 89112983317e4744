#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "sim/experiment/statistics/running_moments.hpp"

/// Confidence intervals: of a metric over replications, of the difference between two counters, and of several of these
/// that have to hold together.
namespace fastfood::experiment {

/// What decided how many values there are. If the values themselves did, Student's interval for a fixed number covers
/// the mean too rarely (0.89 to 0.93 instead of 0.95), so it is made at a higher confidence.
enum class Stopping {
  fixed,     // nothing that the values have shown
  by_width,  // the width of the interval: half of the error is used
  by_mean    // where the mean lies: as if one of repeated looks at 20, 40, 80, … values (see `NormalMeanCheck`)
};

/// The mean of a metric over replications, and its confidence interval: mean ± half_width. Units are those of the
/// metric.
struct Estimate {
  std::optional<double> mean;        // none if no value is there
  std::optional<double> half_width;  // none below two values
  double confidence = 0.95;
  std::int64_t n = 0;  // replications in which the metric is not null

  bool operator==(const Estimate&) const = default;
};

/// Returns the estimate of the mean of independent values, one per replication, in their order. Nulls are left out. The
/// interval is Student's, made wider if `stopping` is not `fixed`.
Estimate estimate(std::span<const std::optional<double>> values, double confidence,
                  Stopping stopping = Stopping::fixed);

/// Whether an interval excludes 0, and on which side.
enum class Verdict { lower, higher, not_distinguishable };

/// How a metric differs from that of the baseline, replication by replication on the same customers.
struct MetricDifference {
  std::optional<double> baseline;
  std::optional<double> value;
  std::optional<double> difference;   // value - baseline
  std::optional<double> half_width;   // of the interval of the difference
  std::optional<double> correlation;  // Pearson's, over replications; none if one of the two does not vary
  std::int64_t n = 0;                 // replications in which neither is null
  Verdict verdict = Verdict::not_distinguishable;

  bool operator==(const MetricDifference&) const = default;
};

/// Compares a metric of two counters that saw the same customers, by the differences within each replication in which
/// neither value is null: the paired-t interval (Law, Simulation Modeling and Analysis, 2015). Both are in order of
/// replication; surplus replications of one are left out. With fewer than two pairs nothing is distinguishable.
MetricDifference paired_difference(std::span<const std::optional<double>> baseline,
                                   std::span<const std::optional<double>> value, double confidence);

/// Compares a metric of two runs without randomness. One replication decides, and the half-width is 0.
MetricDifference exact_difference(std::optional<double> baseline, std::optional<double> value);

/// Returns the confidence of each of `intervals`, at least 1, such that all of them hold together with `confidence`
/// (Bonferroni; Dunn 1961).
double bonferroni(double confidence, std::size_t intervals);

/// The confidence of each interval of a comparison.
struct JointConfidence {
  double of_main = 0.95;    // in each metric that may be the main one
  double of_others = 0.95;  // in each other metric
};

/// Returns the confidences such that the intervals of all `alternatives`, at least 1, in all metrics hold together with
/// `confidence`. Half of the error is shared by the intervals in `main` metrics, at least 1, and half by those in the
/// `others`: a weighted Bonferroni correction (Rosenthal and Rubin 1983). Without others the main metrics get all of
/// it.
JointConfidence joint_confidence(double confidence, std::size_t alternatives, std::size_t main, std::size_t others);

/// Returns the t such that a variable with Student's distribution lies within ±t with probability `confidence`, between
/// 0 and 1. `degrees` of freedom are at least 1. Exact to nine digits, and the same bits on every machine. Takes some
/// microseconds.
double student_t(double confidence, std::int64_t degrees);

/// Returns the half-width of Student's interval of the mean; none below two values, 0 if all are equal.
std::optional<double> half_width(const RunningMoments& values, double confidence);

/// Returns the confidence to make Student's interval of n values at, so that it covers the mean at least as often as
/// `confidence` says, unless the values are strongly skewed.
double adjusted_confidence(Stopping stopping, double confidence, std::int64_t n);

}  // namespace fastfood::experiment
