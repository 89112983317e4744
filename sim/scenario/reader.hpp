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

/// Reads scenarios: a JSON text goes in, a `model::CounterSpec` that can be run comes out.
///
///     const auto read = scenario::read_scenario(text, "lunch");
///     if (!read) {
///       for (const scenario::Diagnostic& fault : read.error()) print(scenario::format("lunch.json", fault));
///     } else {
///       run(read->spec);
///     }
///
/// All functions are thread-safe, and pure but for files that the scenario names, which `SideFiles` keeps. Wrong input
/// of any kind is reported.
namespace fastfood::scenario {

/// A scenario that can be run, and the warnings about it.
struct ScenarioFile {
  model::CounterSpec spec;
  Diagnostics warnings;
  std::vector<std::pair<std::string, std::string>> overrides{};  // the path as the user wrote it, the value as JSON
  std::vector<std::string> side_files{};                         // the names of the files that were read beside it
};

/// Reads the JSON text of a scenario with the `overrides` applied. If it is wrong, returns all of its faults and
/// warnings at once. `default_name` is for a scenario without a name: the file name without its ending, or `stdin`.
/// `files` has the files that the scenario may name.
Result<ScenarioFile, Diagnostics> read_scenario(std::string_view text, const std::string& default_name,
                                                const std::vector<Override>& overrides = {},
                                                const SideFiles& files = SideFiles());

/// Does the same with a parsed text. If the scenario stands inside another document, `path` leads to it, and the paths
/// in diagnostics begin with it.
Result<ScenarioFile, Diagnostics> read_scenario(Document document, const std::string& default_name,
                                                const std::vector<Override>& overrides, const Path& path = {});

/// Does the same, and attributes each fault to the override that alone causes it. Overrides that were given as
/// PATH=VALUE end their paths where `split_at_longest_paths` says.
Result<ScenarioFile, Diagnostics> read_overridden(const Document& document, const std::string& default_name,
                                                  const std::vector<Override>& overrides, const Path& path = {});

/// A scenario that is read many times, each time with other values.
struct Template {
  Document document;
  std::string default_name;

  /// Sets `overrides` for good.
  void set(const std::vector<Override>& overrides);

  /// Reads the scenario with `overrides` applied.
  Result<ScenarioFile, Diagnostics> with(const std::vector<Override>& overrides) const;
};

}  // namespace fastfood::scenario
