#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/diagnostics.hpp"

namespace sim::scenario {

/// A scenario that can be run, and what is odd about it.
struct ScenarioFile {
  model::CounterSpec spec;
  Diagnostics warnings;
};

/// Reads the JSON text of a scenario. A wrong one gives every fault in it, and its warnings, in one go.
/// `default_name` is for a scenario without a name: its file's, without the ending; `stdin` for standard input.
Result<ScenarioFile, Diagnostics> read_scenario(std::string_view text, const std::string& default_name);

}  // namespace sim::scenario
