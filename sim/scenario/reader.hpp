#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/path.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::scenario {

/// A scenario that can be run, and what is odd about it.
struct ScenarioFile {
  model::CounterSpec spec;
  Diagnostics warnings;
  std::vector<std::pair<std::string, std::string>> overrides{};  // what was set: the path as given, the value as JSON
};

/// Reads the JSON text of a scenario. A wrong one gives every fault in it, and its warnings, in one go.
/// `default_name` is for a scenario without a name: its file's, without the ending; `stdin` for standard input.
/// The `overrides` are set before it is read.
Result<ScenarioFile, Diagnostics> read_scenario(std::string_view text, const std::string& default_name,
                                                const std::vector<Override>& overrides = {});

/// The same of a text that has been parsed. What is wrong or odd is called by its path from `path` on, where the
/// scenario stands inside something else.
Result<ScenarioFile, Diagnostics> read_scenario(Document document, const std::string& default_name,
                                                const std::vector<Override>& overrides, const Path& path = {});

/// A scenario that is read over and over, each time with some of its values changed.
struct Template {
  Document document;
  std::string default_name;

  /// The scenario with `overrides` set.
  Result<ScenarioFile, Diagnostics> with(const std::vector<Override>& overrides) const;
};

}  // namespace fastfood::scenario
