#include "tools/cli/commands/unmet_requirements.hpp"

#include "sim/model/results/metric.hpp"
#include "sim/report/study/requirement_text.hpp"
#include "sim/scenario/json/path.hpp"
#include "tools/cli/log.hpp"

namespace cli {

ExitCode log_unmet(const std::string& name, const std::vector<fastfood::experiment::Requirement>& require,
                   const fastfood::model::RunResult& run) {
  ExitCode outcome = ExitCode::done;
  for (const auto& requirement : require) {
    const auto value = fastfood::model::metric(run, fastfood::scenario::split_path(requirement.path));
    if (!fastfood::experiment::is_met(requirement, value)) {
      log_unmet_requirement(name, requirement, value);
      outcome = ExitCode::not_met;
    }
  }
  return outcome;
}

void log_unmet_requirement(const std::string& name, const fastfood::experiment::Requirement& requirement,
                           std::optional<double> value) {
  const fastfood::experiment::Estimate shown{.mean = value, .n = value.has_value() ? 1 : 0};
  log_error(name + ": not met: " + fastfood::report::requirement_text(requirement, shown));
}

}  // namespace cli
