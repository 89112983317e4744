#include "sim/experiment/study/value_validator.hpp"

#include <algorithm>
#include <utility>

namespace fastfood::experiment {

using scenario::Diagnostic;
using scenario::Diagnostics;

Diagnostics ValueValidator::faults(std::size_t parameter, const Value& value, std::size_t index) const {
  Diagnostics first_faults;
  for (const Context context : contexts()) {
    Assignment with_others = assignment(context, index);
    with_others[parameter] = value;
    Diagnostics found = faults(parameter, with_others);
    if (found.empty()) return {};
    if (first_faults.empty()) first_faults = std::move(found);
  }
  return first_faults;
}

Diagnostics ValueValidator::file_warnings(std::size_t parameter, const Value& value, std::size_t index) const {
  Diagnostics warnings;
  if (!value.json.starts_with('"')) return warnings;  // no name of a file
  Assignment with_others = assignment(contexts().front(), index);
  with_others[parameter] = value;
  const auto read = scenario_->with(overrides_of(with_others));
  for (const Diagnostic& warning : read ? read->warnings : Diagnostics{}) {
    const bool is_ours = !warning.file.empty() && warning.override_path == (*parameters_)[parameter].path;
    if (is_ours) warnings.push_back(warning);
  }
  return warnings;
}

// No valid value could be both null and an object. What is said of both is said of the path.
std::vector<std::string> ValueValidator::faults_of_path(std::size_t parameter) const {
  const Diagnostics of_null = faults(parameter, {"null", std::nullopt}, 0);
  const Diagnostics of_object = faults(parameter, {"{}", std::nullopt}, 0);
  std::vector<std::string> of_both;
  for (const Diagnostic& fault : of_null) {
    const bool is_of_both = std::ranges::find(of_object, fault.text, &Diagnostic::text) != of_object.end();
    if (is_of_both) of_both.push_back(fault.text);
  }
  return of_both;
}

std::vector<model::CounterSpec> ValueValidator::counters() const {
  std::vector<model::CounterSpec> counters;
  for (const Context context : {Context::unvaried, Context::first, Context::last}) {
    auto read = scenario_->with(overrides_of(assignment(context, 0)));
    if (read) counters.push_back(std::move(read->spec));
  }
  return counters;
}

std::vector<ValueValidator::Context> ValueValidator::contexts() const {
  if (design_ == Design::zip) return {Context::own_point};
  if (parameters_->size() == 1) return {Context::unvaried};
  return {Context::unvaried, Context::first, Context::last};
}

ValueValidator::Assignment ValueValidator::assignment(Context context, std::size_t index) const {
  Assignment assignment(parameters_->size());
  for (std::size_t i = 0; i != assignment.size(); ++i) {
    const Parameter& parameter = (*parameters_)[i];
    const std::size_t count = count_of_values(parameter);
    if (context == Context::unvaried || count == 0) continue;
    const std::size_t last = count - 1;
    const std::size_t own = context == Context::own_point ? std::min(index, last) : 0;
    assignment[i] = value_at(parameter, context == Context::last ? last : own);
  }
  return assignment;
}

std::vector<scenario::Override> ValueValidator::overrides_of(const Assignment& assignment) const {
  std::vector<scenario::Override> overrides;
  for (std::size_t i = 0; i != assignment.size(); ++i) {
    if (assignment[i]) overrides.push_back(scenario::make_override((*parameters_)[i].path, assignment[i]->json));
  }
  return overrides;
}

// Returns only the errors about the parameter, and about the file that it names.
Diagnostics ValueValidator::faults(std::size_t parameter, const Assignment& assignment) const {
  const auto read = scenario_->with(overrides_of(assignment));
  Diagnostics found;
  for (const Diagnostic& diagnostic : read ? Diagnostics{} : read.error()) {
    const bool is_error = diagnostic.severity == scenario::Severity::error;
    const bool is_ours = diagnostic.override_path == (*parameters_)[parameter].path;
    if (is_error && is_ours) found.push_back(diagnostic);
  }
  return found;
}

std::size_t count_of_values(const Parameter& parameter) { return parameter.range ? 2 : parameter.values.size(); }

Value value_at(const Parameter& parameter, std::size_t index) {
  if (!parameter.range) return parameter.values[index];
  return value_of(index == 0 ? parameter.range->min : parameter.range->max);
}

}  // namespace fastfood::experiment
