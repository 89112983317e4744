#include "sim/scenario/template.hpp"

namespace sim::scenario {

Result<ScenarioFile, Diagnostics> Template::with(const std::vector<Override>& overrides) const {
  return read_scenario(document, default_name, overrides);
}

}  // namespace sim::scenario
