#pragma once

#include <string>

#include "sim/scenario/document.hpp"

namespace sim::scenario {

/// The value as JSON on one line, numbers in their shortest form: 3.0 is `3`.
std::string json_text(const Node& node);

}  // namespace sim::scenario
