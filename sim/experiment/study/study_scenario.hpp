#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/study_reader.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::experiment {

/// The scenario of a study with nothing varied, and its errors and warnings. Its document is empty if it was not found.
struct StudyScenario {
  scenario::Template scenario;
  std::string file;  // empty if it is inside the study
  scenario::Diagnostics diagnostics;
  bool is_valid = false;
};

/// Reads the scenario that `study` names or contains, and sets `overrides`.
StudyScenario read_study_scenario(const scenario::Object& study, const std::string& default_name,
                                  const ReadFile& read_file, const std::vector<scenario::Override>& overrides);

/// Reads a scenario without a study, and sets `overrides`. Faults are at `path` and below.
StudyScenario read_standalone_scenario(scenario::Template scenario, const std::vector<scenario::Override>& overrides,
                                       const scenario::Path& path = {});

}  // namespace fastfood::experiment
