#include "sim/experiment/study/study_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/experiment/study/conditions.hpp"
#include "sim/experiment/study/design.hpp"
#include "sim/experiment/study/metric_paths.hpp"
#include "sim/experiment/study/objective.hpp"
#include "sim/experiment/study/parameter_checks.hpp"
#include "sim/experiment/study/parsed_vary.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/prices.hpp"
#include "sim/experiment/study/replications.hpp"
#include "sim/experiment/study/study_scenario.hpp"
#include "sim/experiment/study/value_validator.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Diagnostic;
using scenario::Diagnostics;
using scenario::Document;
using scenario::Field;
using scenario::Object;

using Counters = std::vector<model::CounterSpec>;

constexpr std::string_view study_keys[] = {"$schema",   "scenario", "replications", "vary",       "design",
                                           "points",    "where",    "metrics",      "confidence", "cost",
                                           "objective", "require",  "indifference", "labels"};

// Parameters are read first: other keys name them, or metrics of the counters that they make.
// Appends the findings about files that values name to `of_files`.
Counters read_parameters(const Object& object, Study& study, Diagnostics& of_files) {
  study.design = read_design(object);
  study.points = read_points(object, study.design);
  const auto vary = object.require("vary", "a study varies something; without it, take fastfood run");
  if (!vary) return {};
  ParsedVary parsed = parse_vary_field(*vary, study.design);
  check_parameters(study.scenario, study.design, parsed.parameters, parsed.fault_sink(of_files));
  study.parameters = std::move(parsed.parameters);
  return ValueValidator(study.scenario, study.design, study.parameters).counters();
}

void read_conditions(const Object& object, Study& study) {
  if (const auto labels = object.find("labels")) study.labels = read_labels(*labels, study.parameters);
  if (const auto where = object.find("where")) study.where = read_where(*where, study.parameters);
  if (const auto cost = object.find("cost")) read_cost(*cost, study.parameters);
}

void read_metrics_of(const Object& object, const Counters& counters, Study& study) {
  if (const auto confidence = object.find("confidence")) study.confidence = read_confidence(*confidence);
  if (const auto field = object.find("replications")) {
    study.replications = read_replications(*field, study.confidence, counters);
  }
  const auto metrics = object.find("metrics");
  study.metrics = metrics ? read_metrics(*metrics, counters) : default_metrics(counters);
  if (const auto require = object.find("require")) study.require = read_require(*require, counters);
  if (const auto objective = object.find("objective")) {
    study.objective = read_objective(*objective, counters);
    if (object.has("cost")) object.fault_at_key("objective", "is not allowed next to cost; a study has one of them");
  }
  if (const auto field = object.find("indifference")) study.indifference = scenario::read_number_above_zero(*field);
}

// Reads what needs a study without faults.
void finish(const Object& object, Study& study) {
  mark_whole_ranges(study.scenario, study.design, study.parameters);
  const std::uint64_t seed = study.scenario.with({}).value().spec.seed;
  if (Points(study, seed).size() == 0) object.find("where")->fault("leaves no point; drop fewer of them");
}

// Merges the diagnostics of a study and of the scenario inside it, in order of line and column.
Diagnostics merged(Diagnostics study, const Diagnostics& inside) {
  std::ranges::copy(inside, std::back_inserter(study));
  std::ranges::stable_sort(study, {}, scenario::sort_key);
  return study;
}

// Returns the warnings about a study without errors and about its scenario.
std::vector<FileFaults> all_warnings(const Object& object, const Study& study, StudyScenario scenario) {
  if (const auto cost = object.find("cost")) warn_of_unpriced(*cost, study.parameters);
  const bool is_inside = scenario.file.empty();
  Diagnostics of_study = object.field().faults().in_order();
  if (is_inside) of_study = merged(std::move(of_study), scenario.diagnostics);
  std::vector<FileFaults> warnings;
  if (!of_study.empty()) warnings.push_back({"", std::move(of_study)});
  if (!is_inside && !scenario.diagnostics.empty()) warnings.push_back({scenario.file, std::move(scenario.diagnostics)});
  return warnings;
}

std::vector<FileFaults> all_faults(Diagnostics of_study, const StudyScenario& scenario) {
  std::vector<FileFaults> faults;
  const bool is_inside = scenario.file.empty();
  if (is_inside && !scenario.is_valid) of_study = merged(std::move(of_study), scenario.diagnostics);
  if (!of_study.empty()) faults.push_back({"", std::move(of_study)});
  if (!is_inside && !scenario.is_valid) faults.push_back({scenario.file, scenario.diagnostics});
  return faults;
}

// Files that values name are beside the scenario. So what is found in them is told with it.
void add_findings(StudyScenario& scenario, Diagnostics of_files, bool files_are_right) {
  scenario.is_valid = scenario.is_valid && files_are_right;
  std::ranges::move(of_files, std::back_inserter(scenario.diagnostics));
}

}  // namespace

bool is_study(std::string_view text) {
  Document document = scenario::parse_document(text);
  if (!document.root) return false;
  const Field field(*document.root, {}, document.faults);
  return field.find("vary") || field.find("scenario");
}

Diagnostics override_conflicts(const scenario::Template& scenario, const std::vector<Parameter>& parameters,
                               const std::vector<scenario::Override>& overrides) {
  Diagnostics conflicts;
  for (const scenario::Override& override : scenario::split_at_longest_paths(overrides, scenario.document)) {
    const auto set = scenario::resolve_path(override.path, scenario.document);
    const auto is_same = [&](const Parameter& parameter) {
      const auto varied = scenario::resolve_path(parameter.path, scenario.document);
      return set && varied && (set->is_prefix_of(*varied) || varied->is_prefix_of(*set));
    };
    const auto found = std::ranges::find_if(parameters, is_same);
    if (found != parameters.end()) {
      const std::string what = "the study varies " + scenario::excerpt(found->path) + "; leave one of the two out";
      conflicts.push_back({.text = what, .override_path = override.path});
    }
  }
  return conflicts;
}

Result<StudyFile, std::vector<FileFaults>> read_study(std::string_view text, const std::string& default_name,
                                                      const ReadFile& read_file,
                                                      const std::vector<scenario::Override>& overrides) {
  Document document = scenario::parse_document(text);
  if (!document.root) return Unexpected(std::vector{FileFaults{"", document.faults.in_order()}});
  const Object object(Field(*document.root, {}, document.faults), {"study", study_keys});
  StudyScenario scenario = read_study_scenario(object, default_name, read_file, overrides);
  Study study{.scenario = std::move(scenario.scenario), .file = scenario.file};
  Diagnostics of_files;
  const Counters counters = read_parameters(object, study, of_files);
  read_conditions(object, study);
  read_metrics_of(object, counters, study);
  Diagnostics conflicts = override_conflicts(study.scenario, study.parameters, overrides);
  const bool files_are_right =
      std::ranges::find(of_files, scenario::Severity::error, &Diagnostic::severity) == of_files.end();
  const bool is_right = document.faults.errors() == 0 && scenario.is_valid && files_are_right;
  add_findings(scenario, std::move(of_files), files_are_right);
  if (is_right) finish(object, study);
  if (is_right && document.faults.errors() == 0 && conflicts.empty()) {
    std::vector<FileFaults> warnings = all_warnings(object, study, std::move(scenario));
    return StudyFile{std::move(study), std::move(warnings)};
  }
  std::ranges::move(document.faults.in_order(), std::back_inserter(conflicts));
  return Unexpected(all_faults(std::move(conflicts), scenario));
}

}  // namespace fastfood::experiment
