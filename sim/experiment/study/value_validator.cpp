#include "sim/experiment/study/value_validator.hpp"

#include <algorithm>
#include <utility>

namespace fastfood::experiment {

std::size_t count_of_values(const Parameter& parameter) { return parameter.range ? 2 : parameter.values.size(); }

Value value_at(const Parameter& parameter, std::size_t place) {
  if (!parameter.range) return parameter.values[place];
  return value_of(place == 0 ? parameter.range->min : parameter.range->max);
}

std::vector<std::string> ValueValidator::faults(std::size_t parameter, const Value& value, std::size_t place) const {
  std::vector<std::string> said;
  for (const Beside beside : ways()) {
    Choice with_others = choice(beside, place);
    with_others[parameter] = value;
    std::vector<std::string> wrong = faults(parameter, with_others);
    if (wrong.empty()) return {};
    if (said.empty()) said = std::move(wrong);
  }
  return said;
}

// No value is both null and an object: what is said of either is said of the path.
std::vector<std::string> ValueValidator::faults_of_path(std::size_t parameter) const {
  std::vector<std::string> of_null = faults(parameter, {"null", std::nullopt}, 0);
  const std::vector<std::string> of_object = faults(parameter, {"{}", std::nullopt}, 0);
  std::erase_if(of_null, [&](const std::string& text) { return std::ranges::count(of_object, text) == 0; });
  return of_null;
}

std::vector<model::CounterSpec> ValueValidator::counters() const {
  std::vector<model::CounterSpec> counters;
  for (const Beside beside : {Beside::nothing, Beside::first, Beside::last}) {
    auto read = scenario_->with(overrides_of(choice(beside, 0)));
    if (read) counters.push_back(std::move(read->spec));
  }
  return counters;
}

std::vector<ValueValidator::Beside> ValueValidator::ways() const {
  if (design_ == Design::zip) return {Beside::own_point};
  if (parameters_->size() == 1) return {Beside::nothing};
  return {Beside::nothing, Beside::first, Beside::last};
}

ValueValidator::Choice ValueValidator::choice(Beside beside, std::size_t place) const {
  Choice choice(parameters_->size());
  for (std::size_t at = 0; at != choice.size(); ++at) {
    const Parameter& parameter = (*parameters_)[at];
    const std::size_t count = count_of_values(parameter);
    if (beside == Beside::nothing || count == 0) continue;
    const std::size_t last = count - 1;
    const std::size_t own = beside == Beside::own_point ? std::min(place, last) : 0;
    choice[at] = value_at(parameter, beside == Beside::last ? last : own);
  }
  return choice;
}

std::vector<scenario::Override> ValueValidator::overrides_of(const Choice& choice) const {
  std::vector<scenario::Override> overrides;
  for (std::size_t at = 0; at != choice.size(); ++at) {
    if (choice[at]) overrides.push_back(scenario::make_override((*parameters_)[at].path, choice[at]->json));
  }
  return overrides;
}

// What else is wrong is not the parameter's fault. Overrides have no line.
std::vector<std::string> ValueValidator::faults(std::size_t parameter, const Choice& choice) const {
  const auto read = scenario_->with(overrides_of(choice));
  std::vector<std::string> said;
  for (const scenario::Diagnostic& wrong : read ? scenario::Diagnostics{} : read.error()) {
    const bool is_error = wrong.severity == scenario::Severity::error;
    const bool is_ours = wrong.line == 0 && wrong.override_path == (*parameters_)[parameter].path;
    if (is_error && is_ours) said.push_back(wrong.text);
  }
  return said;
}

}  // namespace fastfood::experiment
