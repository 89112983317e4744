#include "sim/experiment/feasibility.hpp"

#include <algorithm>

#include "sim/base/check.hpp"

namespace sim::experiment {

FeasibilityCheck::FeasibilityCheck(std::span<const Requirement> requirements, const Certainty& certainty) {
  for (const Requirement& requirement : requirements) {
    checks_.emplace_back(requirement, certainty);
  }
}

void FeasibilityCheck::add(std::span<const std::optional<double>> values) {
  check(values.size() == checks_.size(), "a replication with a value too many or too few");
  for (std::size_t i = 0; i != checks_.size(); ++i) {
    if (values[i]) {
      checks_[i].add(*values[i]);
    }
  }
}

void FeasibilityCheck::end() {
  for (MeanCheck& mean : checks_) {
    mean.end();
  }
}

Meets FeasibilityCheck::meets() const {
  const auto is_any = [this](std::optional<bool> answer) {
    return std::ranges::count(checks_, answer, &MeanCheck::is_met) > 0;
  };
  if (is_any(false)) {
    return Meets::no;
  }
  return is_any(std::nullopt) ? Meets::unclear : Meets::yes;
}

std::vector<std::size_t> FeasibilityCheck::fails() const {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i != checks_.size(); ++i) {
    if (checks_[i].is_met() == false) {
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

}  // namespace sim::experiment
