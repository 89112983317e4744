#include "sim/experiment/estimate.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "sim/experiment/certainty.hpp"

namespace sim::experiment {
namespace {

/// To 32 binary digits. The last bits of a long double hang on the C library and on which constants a compiler folds;
/// they are some 2^-60 of the value, so that after rounding one in a hundred million values can differ, not each.
double rounded(long double value) {
  constexpr int digits = 32;
  int exponent = 0;
  const long double mantissa = std::frexp(value, &exponent);
  return static_cast<double>(std::ldexp(std::round(std::ldexp(mantissa, digits)), exponent - digits));
}

}  // namespace

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

double confidence_of_stopped(Stopping stopping, double confidence, std::int64_t n) {
  if (stopping == Stopping::fixed) {
    return confidence;
  }
  std::int64_t looks = 1;
  if (stopping == Stopping::by_mean) {
    for (std::int64_t next = 2 * Certainty{}.first_stage; next <= n; next *= 2) {
      ++looks;
    }
  }
  return 1 - (1 - confidence) * share_of_look(looks);
}

Estimate estimate(std::span<const std::optional<double>> values, double confidence, Stopping stopping) {
  RunningMoments moments;
  for (const auto& value : values) {
    if (value) {
      moments.add(*value);
    }
  }
  Estimate estimate{.confidence = confidence, .n = moments.n()};
  estimate.half_width = half_width(moments, confidence_of_stopped(stopping, confidence, moments.n()));
  if (moments.n() > 0) {
    estimate.mean = moments.mean();
  }
  return estimate;
}

}  // namespace sim::experiment
