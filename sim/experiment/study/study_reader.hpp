#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::experiment {

/// Returns the text of a file that a study names, or why it cannot be read.
using ReadFile = std::function<Result<std::string, std::string>(const std::string& name)>;

/// The errors and warnings about one file: the study, whose name is empty here, or the scenario that it names.
struct FileFaults {
  std::string file;
  scenario::Diagnostics faults;
};

struct StudyFile {
  Study study;
  std::vector<FileFaults> warnings;  // about the study, and about its scenario with nothing varied
};

/// Returns true if the text is an object with a key `vary` or `scenario`: a study, and not a scenario.
bool is_study(std::string_view text);

/// Reads the JSON text of a study, and the scenario that it names by `read_file`. Returns all faults at once if there
/// are any. A scenario inside the study that has no name gets `default_name`. `overrides` are set in the scenario; none
/// may be of a value that the study varies.
Result<StudyFile, std::vector<FileFaults>> read_study(std::string_view text, const std::string& default_name,
                                                      const ReadFile& read_file,
                                                      const std::vector<scenario::Override>& overrides = {});

/// Returns a fault for each override of what a parameter varies, or of a part of it.
scenario::Diagnostics override_conflicts(const scenario::Template& scenario, const std::vector<Parameter>& parameters,
                                         const std::vector<scenario::Override>& overrides);

}  // namespace fastfood::experiment
