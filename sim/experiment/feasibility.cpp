#include "sim/experiment/feasibility.hpp"

#include "sim/base/check.hpp"
#include "sim/model/metric.hpp"
#include "sim/scenario/path.hpp"

namespace sim::experiment {

FeasibilityCheck::FeasibilityCheck(std::span<const Requirement> requirements, const Certainty& certainty) {
  for (const Requirement& requirement : requirements) {
    if (model::is_share(scenario::keys_of(requirement.path))) {
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

}  // namespace sim::experiment
