#include "sim/experiment/study/vary_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "sim/experiment/study/metric_paths.hpp"
#include "sim/experiment/study/parameter_checks.hpp"
#include "sim/experiment/study/study_scenario.hpp"
#include "sim/experiment/study/value_validator.hpp"
#include "sim/experiment/study/vary_text.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Diagnostics;

/// The faults of parameters, and the warnings about files that their values name.
struct ParameterFindings {
  Diagnostics faults;
  Diagnostics warnings;
};

ParameterFindings check_options(const std::vector<Parameter>& parameters, const scenario::Template& scenario) {
  ParameterFindings found;
  Diagnostics& faults = found.faults;
  const auto of_path = [&](std::size_t parameter, const std::string& what) {
    faults.push_back({.text = what, .override_path = parameters[parameter].path, .option = "--vary"});
  };
  const auto of_value = [&](std::size_t parameter, std::size_t, const std::string& what) { of_path(parameter, what); };
  const auto of_file = [&](const scenario::Diagnostic& finding) {
    const bool is_warning = finding.severity == scenario::Severity::warning;
    (is_warning ? found.warnings : faults).push_back(finding);
  };
  check_parameters(scenario, Design::grid, parameters, {of_path, of_value, of_file});
  return found;
}

Diagnostics single_quote_warnings(const std::vector<Parameter>& parameters) {
  Diagnostics warnings;
  for (const Parameter& parameter : parameters) {
    const std::vector<std::string> quoted = with_single_quotes(parameter);
    if (quoted.empty()) continue;
    const std::string text = fmt::format(
        "single quotes are part of a text, and do not keep commas together: one value is {}; take double quotes",
        scenario::excerpt(quoted.front()));
    warnings.push_back(
        {.severity = scenario::Severity::warning, .text = text, .override_path = parameter.path, .option = "--vary"});
  }
  return warnings;
}

// A number in place of a schedule changes the whole day, which is seldom meant.
Diagnostics replaced_schedule_warnings(const std::vector<Parameter>& parameters, const scenario::Template& scenario) {
  Diagnostics warnings;
  for (const Parameter& parameter : parameters) {
    const scenario::Node* node = scenario::find_node(parameter.path, scenario.document);
    const auto* steps = node == nullptr ? nullptr : std::get_if<scenario::Node::List>(&node->value);
    const bool is_number =
        std::ranges::all_of(parameter.values, [](const Value& value) { return value.number.has_value(); });
    if (steps == nullptr || !is_number) continue;
    const std::string text = fmt::format("replaces the whole schedule by a number; vary one step with {}.0.value",
                                         scenario::excerpt(parameter.path));
    warnings.push_back(
        {.severity = scenario::Severity::warning, .text = text, .override_path = parameter.path, .option = "--vary"});
  }
  return warnings;
}

}  // namespace

Result<StudyFile, std::vector<FileFaults>> read_vary_options(scenario::Template scenario,
                                                             const std::vector<std::string>& vary,
                                                             const std::vector<scenario::Override>& overrides) {
  StudyScenario found = read_standalone_scenario(std::move(scenario), overrides);
  std::vector<Parameter> parameters;
  Diagnostics faults;
  for (const std::string& option : vary) {
    auto parameter = parse_vary(option, found.scenario.document);
    if (parameter) {
      parameters.push_back(std::move(parameter).value());
    } else {
      faults.push_back({.text = parameter.error(), .override_path = option, .option = "--vary"});
    }
  }
  ParameterFindings checked = check_options(parameters, found.scenario);
  std::ranges::move(checked.faults, std::back_inserter(faults));
  std::ranges::move(override_conflicts(found.scenario, parameters, overrides), std::back_inserter(faults));
  if (!found.is_valid || !faults.empty()) {
    if (!found.is_valid) std::ranges::move(found.diagnostics, std::back_inserter(faults));
    return Unexpected(std::vector{FileFaults{"", std::move(faults)}});
  }
  Diagnostics warnings_of_file = single_quote_warnings(parameters);
  std::ranges::move(replaced_schedule_warnings(parameters, found.scenario), std::back_inserter(warnings_of_file));
  Study study{.scenario = std::move(found.scenario), .parameters = std::move(parameters)};
  study.metrics = default_metrics(ValueValidator(study.scenario, study.design, study.parameters).counters());
  std::ranges::move(found.diagnostics, std::back_inserter(warnings_of_file));
  std::ranges::move(checked.warnings, std::back_inserter(warnings_of_file));
  std::vector<FileFaults> warnings;
  if (!warnings_of_file.empty()) warnings.push_back({"", std::move(warnings_of_file)});
  return StudyFile{std::move(study), std::move(warnings)};
}

}  // namespace fastfood::experiment
