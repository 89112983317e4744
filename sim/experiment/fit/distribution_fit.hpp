#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/experiment/fit/fitted_distribution.hpp"
#include "sim/experiment/fit/goodness_of_fit.hpp"
#include "sim/experiment/fit/parameter_intervals.hpp"
#include "sim/experiment/fit/time_sample.hpp"

/// The choice of a distribution for measured times.
namespace fastfood::experiment {

/// Fewer values do not tell distributions apart.
inline constexpr std::size_t min_times_to_fit = 30;

/// A candidate is rejected if a test of it has a p below this. By either of the two tests, a true one is so at most
/// once in 20 times.
inline constexpr double rejection_level = 0.025;

/// Candidates whose AIC is no more above the best are about as well supported (Burnham and Anderson 2002, section 2.6).
inline constexpr double undecided_difference = 2;

struct DistributionFitOptions {
  std::uint64_t seed = 1;  // of the bootstrap
  int replicates = 199;
  std::size_t max_tested = 2000;  // the tests take as many of the values, drawn at random
  double confidence = 0.95;
};

/// A distribution that was fitted to all values, and the tests of its family.
struct CandidateFit {
  FittedDistribution fitted;
  std::vector<std::optional<Interval>> intervals;
  double aic = 0;
  GoodnessOfFit test;
  bool is_rejected = false;
};

/// Why a family is no candidate.
enum class LeftOut { zeros, same_as_exponential, no_maximum };

struct LeftOutFamily {
  Family family;
  LeftOut reason;

  bool operator==(const LeftOutFamily&) const = default;
};

/// What the data say about the distribution.
enum class Conclusion {
  one_value,     // all values are equal: constant
  too_few,       // below `min_times_to_fit`: empirical
  all_rejected,  // no candidate fits: empirical
  fitted         // the best candidate that is not rejected
};

struct DistributionFit {
  SampleSummary data;
  std::vector<CandidateFit> candidates{};  // the least AIC first; none if all values are equal or there are too few
  std::vector<LeftOutFamily> left_out{};
  std::size_t tested = 0;  // how many values the tests took
  Conclusion conclusion = Conclusion::too_few;
  std::size_t chosen = 0;                // the index of the candidate, if one is fitted
  std::vector<std::size_t> undecided{};  // the other candidates that are about as good as the chosen one
  random::Distribution distribution{};   // for a scenario
};

/// Fits all families to at least one time, none of them negative, tests them, and chooses. The same options give the
/// same result.
DistributionFit fit_distribution(std::span<const Duration> times, const DistributionFitOptions& options = {});

}  // namespace fastfood::experiment
