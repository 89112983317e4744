#include "sim/experiment/statistics/feasibility.hpp"

#include <cmath>

#include "sim/base/check.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/random/elementary.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::experiment {
namespace {

/// h² = 2η(n₀ - 1) with η = ((2β)^(-2 / (n₀ - 1)) - 1) / 2. The C library's pow would differ between machines.
double spread_of(const SequentialTestOptions& certainty) {
  const auto freedom = static_cast<double>(certainty.first_stage - 1);
  const double error = certainty.error / 2;  // the other half is for looks at intervals
  return freedom * (random::exp(-2 / freedom * random::log(2 * error)) - 1);
}

}  // namespace

MeanCheck::MeanCheck(const Requirement& requirement, const SequentialTestOptions& certainty)
    : relation_(requirement.relation),
      limit_(requirement.limit.value()),
      zone_(half_zone(requirement, certainty)),
      certainty_(certainty),
      spread_(spread_of(certainty)),
      guard_(certainty.error),
      next_look_(certainty.first_stage) {
  check(certainty.first_stage >= 2, "a first stage too short for a variance");
}

void MeanCheck::add(double value) {
  values_.add(value);
  sum_ += value - limit_;
  if (is_met_ || values_.n() < certainty_.first_stage) {
    return;
  }
  guard_.look(values_);
  const bool is_far = look_if_due();
  if (guard_.is_enough() && (values_.variance() == 0 || has_left_triangle() || is_far)) {
    is_met_ = stands(relation_, sum_, 0);
  }
}

void MeanCheck::end() {
  if (values_.n() == 0) {
    is_met_ = false;
  }
}

/// Where the sum of r distances leaves the triangle ±R(r), R(r) = max(0, h²S² / (2ε) - εr / 2): c = 1 in the paper. A
/// Brownian motion with drift ε does so by the wrong side at most as often as E[exp(-ηS²(n₀ - 1) / σ²)] / 2 = β, with
/// the S² of n₀ values. Here all is multiplied by 2ε, so that it holds of an ε of 0.
///
/// Outside the triangle the sum has the sign of the mean's distance from the limit; inside only when R is 0.
bool MeanCheck::has_left_triangle() const {
  const double height = spread_ * values_.variance() - zone_ * zone_ * static_cast<double>(values_.n());
  return 2 * zone_ * std::abs(sum_) >= height;
}

/// The triangle is made for means at the edge of the zone, and slow to tell those far beyond it where the zone is
/// narrow. So half of the error goes to looks at n₀, 2n₀, 4n₀, … values, the j-th of which may err by a share of 1 / (j
/// (j + 1)): whether the limit is outside the interval of the mean (repeated confidence intervals, Jennison and
/// Turnbull 1984).
bool MeanCheck::look_if_due() {
  if (values_.n() != next_look_) {
    return false;
  }
  next_look_ *= 2;
  ++looks_;
  const double error = certainty_.error / 2 * share_of_look(looks_);
  const auto width = half_width(values_, 1 - 2 * error);
  return std::abs(values_.mean() - limit_) > *width;
}

FeasibilityCheck::FeasibilityCheck(std::span<const Requirement> requirements, const SequentialTestOptions& certainty) {
  for (const Requirement& requirement : requirements) {
    if (model::is_share(scenario::split_path(requirement.path))) {
      checks_.emplace_back(ShareCheck(requirement, certainty));
    } else {
      checks_.emplace_back(MeanCheck(requirement, certainty));
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

std::optional<bool> FeasibilityCheck::is_met(const Check& check) {
  return std::visit([](const auto& any) { return any.is_met(); }, check);
}

Meets FeasibilityCheck::meets() const {
  if (!fails().empty()) {
    return Meets::no;
  }
  return undecided().empty() ? Meets::yes : Meets::unclear;
}

std::vector<std::size_t> FeasibilityCheck::places_of(std::optional<bool> answer) const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i != checks_.size(); ++i) {
    if (is_met(checks_[i]) == answer) {
      places.push_back(i);
    }
  }
  return places;
}

double error_of(std::size_t place, std::size_t candidates, std::size_t requirements, double confidence) {
  const auto j = static_cast<double>(place + 1);
  const auto k = static_cast<double>(candidates);
  const auto m = static_cast<double>(requirements);
  return (1 - confidence) * (1 / (k - 1 + m) + m / ((j + m - 1) * (j + m))) / 2;
}

}  // namespace fastfood::experiment
