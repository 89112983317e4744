#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace cli {

/// What messages call a file that is read: `<stdin>` for `-`.
std::string name_of(const std::string& place);

enum class Warnings { shown, hidden };

/// The scenario at `place`, with the `overrides` set. Everything wrong with it is said on standard error, and so is
/// what is odd, where shown.
std::optional<sim::scenario::ScenarioFile> read_scenario(const std::string& place, Warnings warnings,
                                                         const std::vector<sim::scenario::Override>& overrides = {});

}  // namespace cli
