#include "tools/cli/files/study_input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/experiment/study/metric_paths.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study_reader.hpp"
#include "sim/experiment/study/vary_options.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/model/run/randomness.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/scenario/json/path.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/log.hpp"

namespace cli {
namespace {

using fastfood::experiment::FileFaults;
using fastfood::experiment::Study;
using fastfood::experiment::StudyFile;
using fastfood::scenario::path_beside;

void log_file_diagnostics(const std::string& path, const std::vector<FileFaults>& files, Warnings warnings) {
  for (const FileFaults& file : files) {
    log_diagnostics(file.file.empty() ? path : path_beside(path, file.file), file.faults, warnings);
  }
}

std::optional<Study> checked(const std::string& path, Warnings warnings,
                             fastfood::Result<StudyFile, std::vector<FileFaults>> file) {
  if (!file) {
    log_file_diagnostics(path, file.error(), warnings);
    return std::nullopt;
  }
  log_file_diagnostics(path, file->warnings, warnings);
  return std::move(file->study);
}

/// Returns true if the text is an object with a menu, which no study has.
bool is_scenario(const std::string& text) {
  const auto document = fastfood::scenario::parse_document(text);
  const auto* object = document.root ? std::get_if<fastfood::scenario::Node::Object>(&document.root->value) : nullptr;
  return object != nullptr && !fastfood::experiment::is_study(text) &&
         std::ranges::find(*object, "menu", &fastfood::scenario::Member::key) != object->end();
}

std::optional<Study> study_of(const std::string& path, Warnings warnings, const std::string& text,
                              const Overrides& overrides) {
  if (is_scenario(text)) {
    log_diagnostics(
        path, {{.text = "is a scenario, not a study; write one, or sweep it with --vary servers.count=1:3"}}, warnings);
    return std::nullopt;
  }
  const auto read_file = [&path](const std::string& name) { return read_text(path_beside(path, name)); };
  return checked(path, warnings, fastfood::experiment::read_study(text, default_name(path), read_file, overrides));
}

std::optional<std::string> text_at(const std::string& path, Warnings warnings) {
  auto text = read_text(path);
  if (!text) {
    log_diagnostics(path, {{.text = "cannot be read; " + text.error()}}, warnings);
    return std::nullopt;
  }
  return std::move(text).value();
}

}  // namespace

std::optional<Study> read_study(const std::string& path, Warnings warnings, const Overrides& overrides) {
  const auto text = text_at(path, warnings);
  return text ? study_of(path, warnings, *text, overrides) : std::nullopt;
}

bool check_file(const std::string& path, Warnings warnings, const Overrides& overrides) {
  const auto text = text_at(path, warnings);
  if (!text) {
    return false;
  }
  if (fastfood::experiment::is_study(*text)) {
    return study_of(path, warnings, *text, overrides).has_value();
  }
  const auto scenario = fastfood::scenario::read_scenario(*text, default_name(path), overrides, files_beside(path));
  log_diagnostics(path, scenario ? scenario->warnings : scenario.error(), warnings);
  return scenario.has_value();
}

std::optional<Study> vary_scenario(const std::string& path, Warnings warnings, const std::vector<std::string>& vary,
                                   const Overrides& overrides) {
  const auto text = text_at(path, warnings);
  if (!text) {
    return std::nullopt;
  }
  if (fastfood::experiment::is_study(*text)) {
    log_diagnostics(path, {{.text = "is a study, which says itself what is varied; leave --vary out"}}, warnings);
    return std::nullopt;
  }
  fastfood::scenario::Template scenario{fastfood::scenario::parse_document(*text), default_name(path)};
  scenario.document.files = files_beside(path);
  return checked(path, warnings, fastfood::experiment::read_vary_options(std::move(scenario), vary, overrides));
}

std::optional<std::string> explain_wrong_requirement(const fastfood::experiment::Requirement& requirement,
                                                     const fastfood::model::CounterSpec& counter) {
  if (auto missing = fastfood::experiment::explain_missing_metric(requirement.path, {counter})) {
    return missing;
  }
  if (auto wrong = fastfood::experiment::explain_wrong_limit(requirement)) {
    return wrong;
  }
  const auto kind = fastfood::model::metric_kind(fastfood::scenario::split_path(requirement.path));
  const double limit = requirement.limit.value_or(0);
  if (kind == fastfood::model::MetricKind::share && limit > 1 && limit <= 100) {
    const bool is_percentage = requirement.unit == fastfood::experiment::LimitUnit::percent;
    return requirement.path +
           (is_percentage ? " is never above 100%" : fmt::format(" is a share from 0 to 1; write {}%", limit));
  }
  return std::nullopt;
}

bool change(Study& study, const StudyChanges& changes) {
  set_seed(study.scenario, changes.seed);
  if (changes.replications) {
    study.replications = *changes.replications;
  }
  study.confidence = changes.confidence.value_or(study.confidence);
  bool all_known = true;
  const auto check = [&](const std::string& option, const std::optional<std::string>& wrong) {
    if (wrong) {
      log_error(option + ": " + *wrong);
      all_known = false;
    }
  };
  const fastfood::model::CounterSpec counter = counter_of(study);
  for (const auto& requirement : changes.require) {
    check("--require " + requirement.text, explain_wrong_requirement(requirement, counter));
    study.require.push_back(requirement);
  }
  for (const std::string& metric : changes.metrics) {
    check("--metric " + metric, fastfood::experiment::explain_missing_metric(metric, {counter}));
  }
  if (!changes.metrics.empty()) {
    study.metrics = changes.metrics;
  }
  return all_known;
}

fastfood::model::CounterSpec counter_of(const Study& study) { return study.scenario.with({}).value().spec; }

fastfood::report::StudyHeader header_of(const Study& study) {
  const fastfood::model::CounterSpec counter = counter_of(study);
  fastfood::report::StudyHeader head{counter.name, counter.seed, study.design, {}, study.metrics};
  for (const auto& parameter : study.parameters) {
    head.parameters.push_back(parameter.path);
  }
  head.is_random = fastfood::model::is_random(counter);
  head.names = fastfood::report::parameter_names(head.parameters, counter, study.labels);
  return head;
}

bool check_scenario_not_overwritten(const std::string& path, const Study& study,
                                    const std::vector<std::optional<std::string>>& outputs) {
  const std::string scenario = study.file.empty() ? path : path_beside(path, study.file);
  for (const auto& output : outputs) {
    if (!study.file.empty() && output && overwrites_input(*output, scenario)) {
      log_error(*output + ": error: is the scenario of the study; write to another file");
      return false;
    }
    if (output && !check_side_files_not_overwritten(scenario, study.scenario.document.files.names(), {*output})) {
      return false;
    }
  }
  return true;
}

bool check_size(const std::string& path, const Study& study, bool yes) {
  constexpr double many = 1e6;
  const double points = fastfood::experiment::size_of_design(study);
  if (points > fastfood::experiment::max_points) {
    log_error(fmt::format("{}: error: {:.3g} points are too many; vary less", display_path(path), points));
    return false;
  }
  if (points > many && !yes) {
    log_error(fmt::format("{}: error: {:.0f} points are more than a million; --yes runs them all the same",
                          display_path(path), points));
    return false;
  }
  return true;
}

}  // namespace cli
