#include "tools/cli/required.hpp"

#include "sim/model/metric.hpp"
#include "sim/report/json_writer.hpp"
#include "sim/scenario/path.hpp"
#include "tools/cli/say.hpp"

namespace cli {

ExitCode say_what_is_not_met(const std::string& name, const std::vector<sim::experiment::Requirement>& require,
                             const sim::model::Observations& run) {
  ExitCode outcome = ExitCode::done;
  for (const auto& requirement : require) {
    const auto value = sim::model::metric(run, sim::scenario::keys_of(requirement.path));
    if (!sim::experiment::is_met(requirement, value)) {
      say_not_met(name, requirement, value);
      outcome = ExitCode::not_met;
    }
  }
  return outcome;
}

void say_not_met(const std::string& name, const sim::experiment::Requirement& requirement,
                 std::optional<double> value) {
  std::string text = name + ": not met: " + requirement.text + "; it is ";
  sim::report::JsonWriter{text, sim::report::Layout::compact}.value(value);
  say(text);
}

}  // namespace cli
