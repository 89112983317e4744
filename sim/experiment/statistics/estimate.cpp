#include "sim/experiment/statistics/estimate.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "sim/experiment/statistics/sequential_test_options.hpp"

namespace fastfood::experiment {
namespace {

/// Rounds to 32 binary digits. The last bits of a long double depend on the C library and on which constants a compiler
/// folds. They are some 2^-60 of the value, so that after rounding one in a hundred million values can differ, instead
/// of all.
double rounded(long double value) {
  constexpr int digits = 32;
  int exponent = 0;
  const long double mantissa = std::frexp(value, &exponent);
  return static_cast<double>(std::ldexp(std::round(std::ldexp(mantissa, digits)), exponent - digits));
}

/// Moments of pairs of values, of their difference, and the correlation of the two.
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

  /// Returns Pearson's correlation; none if it is not defined.
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
  double products_ = 0;  // sum of the products of the distances from the two means
};

Verdict verdict_of(double difference, double half_width) {
  if (std::abs(difference) <= half_width) {
    return Verdict::not_distinguishable;
  }
  return difference < 0 ? Verdict::lower : Verdict::higher;
}

}  // namespace

Estimate estimate(std::span<const std::optional<double>> values, double confidence, Stopping stopping) {
  RunningMoments moments;
  for (const auto& value : values) {
    if (value) {
      moments.add(*value);
    }
  }
  Estimate estimate{.confidence = confidence, .n = moments.n()};
  estimate.half_width = half_width(moments, adjusted_confidence(stopping, confidence, moments.n()));
  if (moments.n() > 0) {
    estimate.mean = moments.mean();
  }
  return estimate;
}

MetricDifference paired_difference(std::span<const std::optional<double>> baseline,
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

MetricDifference exact_difference(std::optional<double> baseline, std::optional<double> value) {
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

double student_t(double confidence, std::int64_t degrees) {
  const boost::math::students_t_distribution<long double> student(static_cast<long double>(degrees));
  const long double tail = (1 - static_cast<long double>(confidence)) / 2;
  return rounded(quantile(complement(student, tail)));
}

std::optional<double> half_width(const RunningMoments& values, double confidence) {
  if (values.n() < 2) {
    return std::nullopt;
  }
  const double error = std::sqrt(values.variance() / static_cast<double>(values.n()));
  return student_t(confidence, values.n() - 1) * error;
}

double adjusted_confidence(Stopping stopping, double confidence, std::int64_t n) {
  if (stopping == Stopping::fixed) {
    return confidence;
  }
  std::int64_t looks = 1;
  if (stopping == Stopping::by_mean) {
    for (std::int64_t next = 2 * SequentialTestOptions{}.first_stage; next <= n; next *= 2) {
      ++looks;
    }
  }
  return 1 - (1 - confidence) * error_share_of_look(looks);
}

}  // namespace fastfood::experiment
