#include "sim/experiment/study/vary_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/experiment/study/metric_paths.hpp"
#include "sim/experiment/study/study_scenario.hpp"
#include "sim/experiment/study/value_validator.hpp"
#include "sim/experiment/study/varied.hpp"
#include "sim/experiment/study/vary_text.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Diagnostics;

Diagnostics faults_of(const std::vector<Parameter>& parameters, const scenario::Template& scenario) {
  Diagnostics said;
  const auto of_path = [&](std::size_t parameter, const std::string& what) {
    said.push_back({.text = what, .override_path = parameters[parameter].path, .option = "--vary"});
  };
  const auto of_value = [&](std::size_t parameter, std::size_t, const std::string& what) { of_path(parameter, what); };
  check_varied(scenario, Design::grid, parameters, {of_path, of_value});
  return said;
}

Diagnostics warnings_of(const std::vector<Parameter>& parameters) {
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

}  // namespace

Result<StudyFile, std::vector<FileFaults>> read_vary_options(std::string_view text, const std::string& default_name,
                                                             const std::vector<std::string>& vary) {
  StudyScenario found = read_lone_scenario({scenario::parse_document(text), default_name});
  std::vector<Parameter> parameters;
  Diagnostics said;
  for (const std::string& given : vary) {
    auto parameter = parse_vary(given, found.scenario.document);
    if (parameter) {
      parameters.push_back(std::move(parameter).value());
    } else {
      said.push_back({.text = parameter.error(), .override_path = given, .option = "--vary"});
    }
  }
  std::ranges::move(faults_of(parameters, found.scenario), std::back_inserter(said));
  if (!found.is_right || !said.empty()) {
    if (!found.is_right) std::ranges::move(found.said, std::back_inserter(said));
    return Unexpected(std::vector{FileFaults{"", std::move(said)}});
  }
  Diagnostics warned = warnings_of(parameters);
  Study study{.scenario = std::move(found.scenario), .parameters = std::move(parameters)};
  study.metrics = default_metrics(ValueValidator(study.scenario, study.design, study.parameters).counters());
  std::ranges::move(found.said, std::back_inserter(warned));
  std::vector<FileFaults> warnings;
  if (!warned.empty()) warnings.push_back({"", std::move(warned)});
  return StudyFile{std::move(study), std::move(warnings)};
}

}  // namespace fastfood::experiment
