#include "sim/experiment/statistics/feasibility.hpp"

#include <cmath>

#include "sim/base/check.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/random/elementary.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::experiment {
namespace {

/// Returns h² = 2η(n₀ - 1) with η = ((2β)^(-2 / (n₀ - 1)) - 1) / 2. The pow of the C library differs between machines.
double spread_of(const SequentialTestOptions& options) {
  const auto freedom = static_cast<double>(options.first_stage - 1);
  const double error = options.error / 2;  // the other half is for looks at intervals
  return freedom * (random::exp(-2 / freedom * random::log(2 * error)) - 1);
}

}  // namespace

NormalMeanCheck::NormalMeanCheck(const Requirement& requirement, const SequentialTestOptions& options)
    : relation_(requirement.relation),
      limit_(requirement.limit.value()),
      zone_(zone_half_width(requirement, options)),
      options_(options),
      spread_(spread_of(options)),
      sample_size_(options.error),
      next_look_(options.first_stage) {
  check(options.first_stage >= 2, "a first stage too short for a variance");
}

void NormalMeanCheck::add(double value) {
  values_.add(value);
  sum_ += value - limit_;
  if (is_met_ || values_.n() < options_.first_stage) {
    return;
  }
  sample_size_.update(values_);
  const bool is_far = look_if_due();
  if (sample_size_.is_enough() && (values_.variance() == 0 || has_left_triangle() || is_far)) {
    is_met_ = satisfies(relation_, sum_, 0);
  }
}

void NormalMeanCheck::end() {
  if (values_.n() == 0) {
    is_met_ = false;
  }
}

/// Returns true if the sum of r distances has left the triangle ±R(r), R(r) = max(0, h²S² / (2ε) - εr / 2): c = 1 in
/// the paper. A Brownian motion with drift ε leaves it on the wrong side with probability at most
/// E[exp(-ηS²(n₀ - 1) / σ²)] / 2 = β, S² being the variance of n₀ values. Both sides are multiplied by 2ε here, so that
/// an ε of 0 is allowed.
///
/// Outside the triangle the sum has the sign of the mean's distance from the limit. Inside, only if R is 0.
bool NormalMeanCheck::has_left_triangle() const {
  const double height = spread_ * values_.variance() - zone_ * zone_ * static_cast<double>(values_.n());
  return 2 * zone_ * std::abs(sum_) >= height;
}

/// Returns true if a look is due and the limit is outside the interval of the mean. The triangle is made for means at
/// the edge of the zone; if the zone is narrow, it is slow to decide about means far beyond it. So half of the error is
/// spent on looks at n₀, 2n₀, 4n₀, … values (repeated confidence intervals; Jennison and Turnbull 1984).
bool NormalMeanCheck::look_if_due() {
  if (values_.n() != next_look_) {
    return false;
  }
  next_look_ *= 2;
  ++looks_;
  const double error = options_.error / 2 * error_share_of_look(looks_);
  const auto width = half_width(values_, 1 - 2 * error);
  return std::abs(values_.mean() - limit_) > *width;
}

FeasibilityCheck::FeasibilityCheck(std::span<const Requirement> requirements, const SequentialTestOptions& options) {
  for (const Requirement& requirement : requirements) {
    if (model::is_share(scenario::split_path(requirement.path))) {
      checks_.emplace_back(BoundedMeanCheck(requirement, options));
    } else {
      checks_.emplace_back(NormalMeanCheck(requirement, options));
    }
  }
}

void FeasibilityCheck::add(std::span<const std::optional<double>> values) {
  check(values.size() == checks_.size(), "a replication with a value too many or too few");
  for (std::size_t i = 0; i != checks_.size(); ++i) {
    if (values[i]) {
      std::visit([value = *values[i]](auto& check) { check.add(value); }, checks_[i]);
    }
  }
}

void FeasibilityCheck::end() {
  for (Check& check : checks_) {
    std::visit([](auto& any) { any.end(); }, check);
  }
}

Meets FeasibilityCheck::meets() const {
  if (!fails().empty()) {
    return Meets::no;
  }
  return undecided().empty() ? Meets::yes : Meets::unclear;
}

std::optional<bool> FeasibilityCheck::is_met(const Check& check) {
  return std::visit([](const auto& any) { return any.is_met(); }, check);
}

std::vector<std::size_t> FeasibilityCheck::indexes_of(std::optional<bool> answer) const {
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i != checks_.size(); ++i) {
    if (is_met(checks_[i]) == answer) {
      indexes.push_back(i);
    }
  }
  return indexes;
}

std::vector<std::size_t> unmet(std::span<const Requirement> requirements,
                               std::span<const std::optional<double>> values) {
  std::vector<std::size_t> indexes;
  for (std::size_t i = 0; i != values.size(); ++i) {
    if (!is_met(requirements[i], values[i])) {
      indexes.push_back(i);
    }
  }
  return indexes;
}

double requirement_error(std::size_t index, std::size_t candidates, std::size_t requirements, double confidence) {
  const auto j = static_cast<double>(index + 1);
  const auto k = static_cast<double>(candidates);
  const auto m = static_cast<double>(requirements);
  return (1 - confidence) * (1 / (k - 1 + m) + m / ((j + m - 1) * (j + m))) / 2;
}

}  // namespace fastfood::experiment
