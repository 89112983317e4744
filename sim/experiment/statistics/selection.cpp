#include "sim/experiment/statistics/selection.hpp"

#include <algorithm>
#include <cmath>

#include "sim/experiment/study/requirement.hpp"

namespace fastfood::experiment {

void PairedComparison::add(double a, double b) {
  if (check_) {
    check_->add(a - b);
    return;
  }
  a_.add(a);
  b_.add(b);
  first_differences_.push_back(a - b);
  if (a_.n() == options_.first_stage) {
    begin_check();
  }
}

void PairedComparison::begin_check() {
  const Requirement at_least_zero{.relation = Relation::at_least, .limit = 0};
  SequentialTestOptions options = options_;
  options.indifference *= std::max(std::abs(a_.mean()), std::abs(b_.mean()));  // with the limit 0 a distance
  check_.emplace(at_least_zero, options);
  for (const double difference : first_differences_) {
    check_->add(difference);
  }
  first_differences_ = {};
}

SelectionErrors selection_errors(std::size_t candidates, std::size_t requirements, double confidence) {
  const double error = 1 - confidence;
  const auto others = static_cast<double>(candidates - 1);
  const auto m = static_cast<double>(requirements);
  return {.of_requirement = requirements == 0 ? 0 : error / 2 / (others + m),
          .of_comparison = (requirements == 0 ? error : error / 2) / std::max(others, 1.0)};
}

}  // namespace fastfood::experiment
