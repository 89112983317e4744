#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/study/study_json.hpp"
#include "tools/cli/files/input.hpp"

namespace cli {

using Overrides = std::vector<fastfood::scenario::Override>;

/// Reads a study, and sets `overrides` in its scenario. Logs all errors, and warnings if they are shown. Returns
/// nothing if there are errors.
std::optional<fastfood::experiment::Study> read_study(const std::string& path, Warnings warnings,
                                                      const Overrides& overrides);

/// Returns true if the file, a study or a scenario, has no errors with `overrides` set. Logs like `read_study`.
bool check_file(const std::string& path, Warnings warnings, const Overrides& overrides);

/// Builds a study: the grid of `vary` over the scenario at `path` with `overrides` set. Logs like `read_study`.
std::optional<fastfood::experiment::Study> vary_scenario(const std::string& path, Warnings warnings,
                                                         const std::vector<std::string>& vary,
                                                         const Overrides& overrides);

/// What the command line changes in a study.
struct StudyChanges {
  std::vector<std::string> metrics;  // instead of those of the study; none leaves these
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  std::vector<fastfood::experiment::Requirement> require;
};

/// Returns what is wrong with a requirement of the command line: the scenario has no such metric, or the limit does not
/// fit it.
std::optional<std::string> explain_wrong_requirement(const fastfood::experiment::Requirement& requirement,
                                                     const fastfood::model::CounterSpec& counter);

/// Applies the changes to a study. Logs each unknown metric and each wrong limit, and returns
/// false if there is one.
bool change(fastfood::experiment::Study& study, const StudyChanges& changes);

/// Returns the scenario of a study, with no parameter varied.
fastfood::model::CounterSpec counter_of(const fastfood::experiment::Study& study);

/// Returns what reports state about a study as a whole.
fastfood::report::StudyHeader header_of(const fastfood::experiment::Study& study);

/// Returns true if no output overwrites the scenario of the study at `path`, or a file that the scenario names.
/// Otherwise logs an error.
bool check_scenario_not_overwritten(const std::string& path, const fastfood::experiment::Study& study,
                                    const std::vector<std::optional<std::string>>& outputs);

/// Returns true if the study has at most a million points, or more and `yes` is set. Otherwise logs an error.
bool check_size(const std::string& path, const fastfood::experiment::Study& study, bool yes);

}  // namespace cli
