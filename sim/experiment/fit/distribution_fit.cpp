#include "sim/experiment/fit/distribution_fit.hpp"

#include <algorithm>
#include <utility>

#include "sim/experiment/fit/maximum_likelihood.hpp"

namespace fastfood::experiment {
namespace {

constexpr int shown_digits = 4;

/// Akaike's criterion. Erlang's k counts as a parameter.
double aic_of(const FittedDistribution& fitted) {
  return 2 * static_cast<double>(parameter_names(fitted.family).size()) - 2 * fitted.log_likelihood;
}

std::vector<double> sorted_seconds(std::span<const Duration> times) {
  std::vector<double> seconds(times.size());
  std::ranges::transform(times, seconds.begin(), in_seconds);
  std::ranges::sort(seconds);
  return seconds;
}

/// Draws `size` of the times without replacement, by the first steps of a shuffle (Fisher and Yates).
std::vector<Duration> subsample(std::span<const Duration> times, std::size_t size, std::uint64_t seed) {
  std::vector<Duration> shuffled(times.begin(), times.end());
  random::Draws draws = random::StreamKey(seed).at("fit").at("subsample").draws(0);
  for (std::size_t i = 0; i != size; ++i) {
    const auto rest = static_cast<double>(shuffled.size() - i);
    const auto step = static_cast<std::size_t>(draws.uniform() * rest);
    std::swap(shuffled[i], shuffled[i + step]);
  }
  shuffled.resize(size);
  return shuffled;
}

std::optional<LeftOut> reason_to_leave_out(const std::optional<FittedDistribution>& fitted, Family family,
                                           const SampleSummary& data) {
  if (data.zeros != 0 && !can_hold_zero(family)) {
    return LeftOut::zeros;
  }
  if (!fitted) {
    return LeftOut::no_maximum;
  }
  const bool is_exponential = family == Family::erlang && fitted->parameters[0] == 1;
  return is_exponential ? std::optional(LeftOut::same_as_exponential) : std::nullopt;
}

void add_candidates(DistributionFit& fit, std::span<const Duration> times, const DistributionFitOptions& options) {
  const std::vector<double> all = sorted_seconds(times);
  const bool takes_all = times.size() <= options.max_tested;
  const std::vector<double> tested =
      takes_all ? all : sorted_seconds(subsample(times, options.max_tested, options.seed));
  fit.tested = tested.size();
  const BootstrapOptions bootstrap{options.seed, options.replicates, fit.data.resolution};
  for (const Family family : all_families) {
    const auto fitted = fit_by_likelihood(family, all);
    const auto tested_fit = takes_all ? fitted : fit_by_likelihood(family, tested);
    if (const auto reason = reason_to_leave_out(tested_fit ? fitted : tested_fit, family, fit.data)) {
      fit.left_out.push_back({family, *reason});
      continue;
    }
    CandidateFit candidate{*fitted, parameter_intervals(*fitted, all, options.confidence), aic_of(*fitted),
                           test_fit(*tested_fit, tested, bootstrap)};
    candidate.is_rejected =
        std::min(candidate.test.kolmogorov_smirnov_p, candidate.test.anderson_darling_p) < rejection_level;
    fit.candidates.push_back(std::move(candidate));
  }
  std::ranges::stable_sort(fit.candidates, {}, &CandidateFit::aic);
}

void choose(DistributionFit& fit) {
  const auto& candidates = fit.candidates;
  const auto chosen = std::ranges::find(candidates, false, &CandidateFit::is_rejected);
  if (chosen == candidates.end()) {
    fit.conclusion = Conclusion::all_rejected;
    return;
  }
  fit.conclusion = Conclusion::fitted;
  fit.chosen = static_cast<std::size_t>(chosen - candidates.begin());
  for (std::size_t i = fit.chosen + 1; i != candidates.size(); ++i) {
    if (!candidates[i].is_rejected && candidates[i].aic <= chosen->aic + undecided_difference) {
      fit.undecided.push_back(i);
    }
  }
}

random::Distribution distribution_of(const DistributionFit& fit, std::span<const Duration> times) {
  switch (fit.conclusion) {
    case Conclusion::one_value:
      return random::Constant{times.front()};
    case Conclusion::fitted:
      return to_distribution(fit.candidates[fit.chosen].fitted, shown_digits);
    case Conclusion::too_few:
    case Conclusion::all_rejected:
      break;
  }
  return random::Empirical{{times.begin(), times.end()}};
}

}  // namespace

DistributionFit fit_distribution(std::span<const Duration> times, const DistributionFitOptions& options) {
  DistributionFit fit{.data = summarize_sample({times.begin(), times.end()})};
  if (times.size() >= min_times_to_fit) {
    if (fit.data.distinct == 1) {
      fit.conclusion = Conclusion::one_value;
    } else {
      add_candidates(fit, times, options);
      choose(fit);
    }
  }
  fit.distribution = distribution_of(fit, times);
  return fit;
}

}  // namespace fastfood::experiment
