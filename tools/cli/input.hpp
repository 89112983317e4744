#pragma once

#include <optional>
#include <string>

#include "sim/model/spec.hpp"

namespace cli {

/// What messages call a file that is read: `<stdin>` for `-`.
std::string name_of(const std::string& place);

enum class Warnings { shown, hidden };

/// The scenario at `place`. Everything wrong with it is said on standard error, and so is what is odd, where shown.
std::optional<sim::model::CounterSpec> read_scenario(const std::string& place, Warnings warnings);

}  // namespace cli
