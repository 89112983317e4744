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

/// The study at `path`; everything wrong with it is said on standard error, and so is what is odd, where shown.
std::optional<fastfood::experiment::Study> read_study(const std::string& path, Warnings warnings);

/// Whether the file at `path`, a study or a scenario, is right; said as above.
bool check_file(const std::string& path, Warnings warnings);

/// The grid of `vary` over the scenario at `path`.
std::optional<fastfood::experiment::Study> vary_scenario(const std::string& path, Warnings warnings,
                                                         const std::vector<std::string>& vary);

/// What the command line changes in a study.
struct StudyChanges {
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  std::vector<fastfood::experiment::Requirement> require;
};

/// Changes a study. Whether what is required is known; what is not, is told.
bool change(fastfood::experiment::Study& study, const StudyChanges& changes);

/// The scenario of a study with nothing varied.
fastfood::model::CounterSpec counter_of(const fastfood::experiment::Study& study);

/// What reports say of a study as a whole.
fastfood::report::StudyHeader header_of(const fastfood::experiment::Study& study);

/// Whether what is written to these places leaves the scenario of the study at `path` alone; what does not, is told.
bool check_scenario_not_overwritten(const std::string& path, const fastfood::experiment::Study& study,
                                    const std::vector<std::optional<std::string>>& outputs);

/// Whether so many points may be run: more than a million only where the user has said yes. Why not is told.
bool check_size(const std::string& path, const fastfood::experiment::Study& study, bool yes);

}  // namespace cli
