#include "sim/experiment/fit/goodness_of_fit.hpp"

#include <algorithm>
#include <cmath>

#include "sim/experiment/fit/maximum_likelihood.hpp"

namespace fastfood::experiment {
namespace {

Duration rounded_to(Duration time, Duration resolution) { return (time + resolution / 2) / resolution * resolution; }

/// Draws as many times as the data have, sorted. None is 0 if the family does not hold it: the data have none either.
std::vector<double> draw_replicate(const FittedDistribution& of, std::size_t size, Duration resolution,
                                   random::Draws draws) {
  const random::Distribution distribution = to_distribution(of);
  const Duration least = can_hold_zero(of.family) ? Duration{} : resolution;
  std::vector<double> times(size);
  for (double& time : times) {
    time = in_seconds(std::max(rounded_to(random::sample(distribution, draws), resolution), least));
  }
  std::ranges::sort(times);
  return times;
}

}  // namespace

Distance distance(const FittedDistribution& of, std::span<const double> sorted) {
  const auto n = static_cast<double>(sorted.size());
  const double edge = 0.01 / n;  // the ends of a fitted uniform distribution are data: their logarithm is bounded
  Distance found;
  double sum = 0;
  for (std::size_t i = 0; i != sorted.size(); ++i) {
    const double below = std::clamp(cumulative(of, sorted[i]), edge, 1 - edge);
    const auto rank = static_cast<double>(i);
    found.kolmogorov_smirnov = std::max({found.kolmogorov_smirnov, (rank + 1) / n - below, below - rank / n});
    // Of the usual sum over i of (2i - 1) (ln F(i) + ln(1 - F(n + 1 - i))), the terms with this time.
    sum += (2 * rank + 1) * std::log(below) + (2 * (n - rank) - 1) * std::log1p(-below);
  }
  found.anderson_darling = -n - sum / n;
  return found;
}

GoodnessOfFit test_fit(const FittedDistribution& of, std::span<const double> sorted, const BootstrapOptions& options) {
  GoodnessOfFit test{.distance = distance(of, sorted)};
  const random::StreamKey key = random::StreamKey(options.seed).at("fit").at(name_of(of.family));
  int as_far_ks = 1;
  int as_far_ad = 1;
  for (int replicate = 0; replicate != options.replicates; ++replicate) {
    const std::vector<double> times =
        draw_replicate(of, sorted.size(), options.resolution, key.draws(static_cast<std::uint64_t>(replicate)));
    const auto fitted = fit_by_likelihood(of.family, times);
    const Distance of_replicate = fitted ? distance(*fitted, times) : test.distance;
    as_far_ks += of_replicate.kolmogorov_smirnov >= test.distance.kolmogorov_smirnov ? 1 : 0;
    as_far_ad += of_replicate.anderson_darling >= test.distance.anderson_darling ? 1 : 0;
  }
  const double all = options.replicates + 1;
  test.kolmogorov_smirnov_p = as_far_ks / all;
  test.anderson_darling_p = as_far_ad / all;
  return test;
}

}  // namespace fastfood::experiment
