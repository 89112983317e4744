#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/scenario/json/diagnostics.hpp"

namespace fastfood::experiment {

/// The text of a file that a study names, as written there; or why it cannot be read.
using ReadFile = std::function<Result<std::string, std::string>(const std::string& name)>;

/// What there is to say of a file: of the study itself, which has no name here, or of the scenario it names.
struct FileFaults {
  std::string file;
  scenario::Diagnostics faults;
};

struct StudyFile {
  Study study;
  std::vector<FileFaults> warnings;  // about the study, and the scenario as it is, with nothing varied
};

/// Whether a text is that of a study, not of a scenario: an object with a key `vary` or `scenario`.
bool is_study(std::string_view text);

/// Reads the JSON text of a study, and the scenario it names by `read_file`. A wrong one gives every fault of it in one
/// go. `default_name` is for a scenario inside the study that has no name.
Result<StudyFile, std::vector<FileFaults>> read_study(std::string_view text, const std::string& default_name,
                                                      const ReadFile& read_file);

}  // namespace fastfood::experiment
