#include "sim/experiment/paired.hpp"

#include <algorithm>
#include <cmath>

#include "sim/experiment/estimate.hpp"
#include "sim/experiment/running_moments.hpp"

namespace sim::experiment {
namespace {

/// Moments of two values at a time, of their difference, and how the two go together.
class RunningPairs {
 public:
  void add(double baseline, double value) {
    const double off = baseline - baseline_.mean();
    baseline_.add(baseline);
    value_.add(value);
    difference_.add(value - baseline);
    products_ += off * (value - value_.mean());
  }

  const RunningMoments& baseline() const { return baseline_; }
  const RunningMoments& value() const { return value_; }
  const RunningMoments& difference() const { return difference_; }

  /// Pearson's; none where it is not defined.
  std::optional<double> correlation() const {
    if (difference_.n() < 2 || !(baseline_.variance() > 0) || !(value_.variance() > 0)) {
      return std::nullopt;
    }
    const double covariance = products_ / static_cast<double>(difference_.n() - 1);
    return std::clamp(covariance / (std::sqrt(baseline_.variance()) * std::sqrt(value_.variance())), -1.0, 1.0);
  }

 private:
  RunningMoments baseline_;
  RunningMoments value_;
  RunningMoments difference_;
  double products_ = 0;  // of the distances from the two means
};

/// Whether difference ± half_width leaves out 0.
Verdict verdict_of(double difference, double half_width) {
  if (std::abs(difference) <= half_width) {
    return Verdict::not_distinguishable;
  }
  return difference < 0 ? Verdict::lower : Verdict::higher;
}

}  // namespace

MetricDifference difference_of(std::span<const std::optional<double>> baseline,
                               std::span<const std::optional<double>> value, double confidence) {
  RunningPairs pairs;
  for (std::size_t i = 0; i != std::min(baseline.size(), value.size()); ++i) {
    if (baseline[i] && value[i]) {
      pairs.add(*baseline[i], *value[i]);
    }
  }
  MetricDifference found{.n = pairs.difference().n()};
  if (found.n == 0) {
    return found;
  }
  found.baseline = pairs.baseline().mean();
  found.value = pairs.value().mean();
  found.difference = pairs.difference().mean();
  found.half_width = half_width(pairs.difference(), confidence);
  found.correlation = pairs.correlation();
  if (found.half_width) {
    found.verdict = verdict_of(*found.difference, *found.half_width);
  }
  return found;
}

MetricDifference exact_difference_of(std::optional<double> baseline, std::optional<double> value) {
  if (!baseline || !value) {
    return {.baseline = baseline, .value = value};
  }
  const double difference = *value - *baseline;
  return {.baseline = baseline,
          .value = value,
          .difference = difference,
          .half_width = 0,
          .n = 1,
          .verdict = verdict_of(difference, 0)};
}

double bonferroni(double confidence, std::size_t intervals) {
  return 1 - (1 - confidence) / static_cast<double>(intervals);
}

JointConfidence joint_confidence(double confidence, std::size_t alternatives, std::size_t main, std::size_t others) {
  if (others == 0) {
    const double each = bonferroni(confidence, alternatives * main);
    return {each, each};
  }
  const double half = bonferroni(confidence, 2);
  return {bonferroni(half, alternatives * main), bonferroni(half, alternatives * others)};
}

}  // namespace sim::experiment
