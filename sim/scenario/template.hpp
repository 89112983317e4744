#pragma once

#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/reader.hpp"

namespace sim::scenario {

/// A scenario that is read over and over, each time with some of its values changed.
struct Template {
  Document document;
  std::string default_name;

  /// The scenario with `overrides` set.
  Result<ScenarioFile, Diagnostics> with(const std::vector<Override>& overrides) const;
};

}  // namespace sim::scenario
