#pragma once

#include <string>

#include "sim/experiment/study/study_reader.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::experiment {

/// The scenario of a study, and what is wrong or odd in it as it is. There is no document where it could not be found.
struct StudyScenario {
  scenario::Template scenario;
  std::string file;  // the name of its file; empty where it stands inside the study
  scenario::Diagnostics said;
  bool is_right = false;
};

/// The scenario that `study` names or holds.
StudyScenario read_study_scenario(const scenario::Object& study, const std::string& default_name,
                                  const ReadFile& read_file);

/// A scenario by itself.
StudyScenario read_lone_scenario(scenario::Template scenario, const scenario::Path& path = {});

}  // namespace fastfood::experiment
