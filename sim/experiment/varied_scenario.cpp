#include "sim/experiment/varied_scenario.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/experiment/metric_paths.hpp"
#include "sim/experiment/study_scenario.hpp"
#include "sim/experiment/tryout.hpp"
#include "sim/experiment/varied.hpp"
#include "sim/scenario/document.hpp"

namespace sim::experiment {
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

}  // namespace

Result<StudyFile, std::vector<FileFaults>> vary_scenario(std::string_view text, const std::string& default_name,
                                                         std::vector<Parameter> parameters) {
  StudyScenario found = read_lone_scenario({scenario::parse_document(text), default_name});
  Diagnostics said = faults_of(parameters, found.scenario);
  if (!found.is_right || !said.empty()) {
    if (!found.is_right) std::ranges::move(found.said, std::back_inserter(said));
    return Unexpected(std::vector{FileFaults{"", std::move(said)}});
  }
  Study study{.scenario = std::move(found.scenario), .parameters = std::move(parameters)};
  study.metrics = default_metrics(Tryout(study.scenario, study.design, study.parameters).counters());
  std::vector<FileFaults> warnings;
  if (!found.said.empty()) warnings.push_back({"", std::move(found.said)});
  return StudyFile{std::move(study), std::move(warnings)};
}

}  // namespace sim::experiment
