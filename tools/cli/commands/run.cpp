#include "tools/cli/commands/run.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/run/replicate.hpp"
#include "sim/model/results/why_metrics.hpp"
#include "sim/scenario/json/path.hpp"
#include "tools/cli/commands/run_outputs.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/commands/unmet_requirements.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/study_input.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/progress.hpp"

namespace cli {
namespace {

struct Scenario {
  std::string path;
  fastfood::scenario::ScenarioFile file;
};

/// Reads all scenarios and logs the errors of each. Returns nothing if one has errors.
std::optional<std::vector<Scenario>> read_scenarios(const RunOptions& options) {
  std::vector<Scenario> scenarios;
  for (const std::string& path : options.scenarios) {
    auto file = read_scenario(path, options.paths.quiet ? Warnings::hidden : Warnings::shown, options.overrides);
    if (file.has_value()) {
      file->spec.seed = options.seed.value_or(file->spec.seed);
      scenarios.push_back({path, *std::move(file)});
    }
  }
  return scenarios.size() == options.scenarios.size() ? std::optional{std::move(scenarios)} : std::nullopt;
}

/// Logs each requirement that no run of a scenario can meet as it is written. Returns false if there is one.
bool check_requirements_known(const std::vector<fastfood::experiment::Requirement>& require,
                              const std::vector<Scenario>& scenarios) {
  bool all_known = true;
  for (const auto& requirement : require) {
    for (const auto& [path, file] : scenarios) {
      if (const auto why = explain_wrong_requirement(requirement, file.spec)) {
        log_error("--require " + requirement.text + ": " + *why);
        all_known = false;
        break;
      }
    }
  }
  return all_known;
}

/// Returns true if no output overwrites a file that a scenario names. Otherwise logs an error.
bool check_side_files_kept(const RunPaths& paths, const std::vector<Scenario>& scenarios) {
  return std::ranges::all_of(scenarios, [&paths](const Scenario& scenario) {
    return check_side_files_not_overwritten(
        scenario.path, scenario.file.side_files,
        {paths.json.value_or("-"), paths.orders.value_or("-"), paths.events.value_or("-")});
  });
}

/// Runs all replications of one scenario. Running out of memory is an error like any other.
fastfood::Result<fastfood::experiment::Replicated, std::string> run_replications(
    const fastfood::model::CounterSpec& spec, std::int64_t replications, const fastfood::experiment::Jobs& jobs,
    const fastfood::experiment::MakeRunOptions& watch, bool quiet) {
  Progress progress(1, static_cast<std::size_t>(replications), quiet || replications == 1);
  std::optional<Interrupt> interrupt;
  if (replications > 1) {
    interrupt.emplace([&progress] {
      progress.clear();
      log_error("interrupted");
    });
  }
  try {
    return fastfood::experiment::replicate(spec, replications, jobs, watch, [&progress] { progress.run_ended(); });
  } catch (const std::bad_alloc&) {
    return fastfood::Unexpected{std::string{"out of memory"}};
  }
}

/// Returns whether the runs have to record where the time of customers went. The summary tells why they were late.
bool needs_why(const RunOptions& options, const fastfood::model::CounterSpec& spec) {
  const auto is_of_why = [](const fastfood::experiment::Requirement& it) {
    return fastfood::model::is_why_metric(fastfood::scenario::split_path(it.path));
  };
  return options.paths.why || options.paths.tables.has_value() || (options.paths.summary() && spec.has_target()) ||
         std::ranges::any_of(options.require, is_of_why);
}

/// Runs one scenario, writes its results, and checks its requirements.
ExitCode run_scenario(const Scenario& scenario, const RunOptions& options, const fastfood::experiment::Jobs& jobs,
                      RunOutputs& outputs) {
  const auto& [path, file] = scenario;
  const std::int64_t replications = options.replications.value_or(1);
  const bool several = replications > 1;
  OrdersByReplication orders;
  const bool why = needs_why(options, file.spec);
  const auto watch = [&](std::uint64_t number) -> fastfood::model::RunOptions {
    const auto replication = several ? std::optional(static_cast<std::int64_t>(number)) : std::nullopt;
    return {number, outputs.order_sink(file.spec, replication, orders), outputs.event_sink(), why};
  };
  auto runs = run_replications(file.spec, replications, outputs.streams_runs() ? 1 : jobs, watch, options.paths.quiet);
  if (!runs) {
    log_error(display_path(path) + ": error: ", runs.error());
    return worse(ExitCode::failed, exit_code_of(outputs.flush()));
  }
  const ExitCode met = log_unmet(display_path(path), options.require, runs->pooled);
  fastfood::report::ScenarioResult result{
      .spec = file.spec, .pooled = runs->pooled, .overrides = file.overrides, .shows_why = options.paths.why};
  if (several) {
    result.estimates = fastfood::experiment::estimates(*runs, options.confidence.value_or(0.95));
    result.by_replication = std::move(runs->each);
  }
  if (options.paths.orders_in_result()) {
    result.orders = std::move(orders);
  }
  return worse(met, exit_code_of(outputs.add(std::move(result))));
}

/// A scenario that fails does not stop the others, nor the output of their results. An output that fails stops all.
ExitCode run_scenarios(const std::vector<Scenario>& scenarios, const RunOptions& options, RunOutputs& outputs) {
  const fastfood::experiment::Jobs jobs = jobs_of(options.jobs, options.paths.quiet);
  ExitCode outcome = ExitCode::done;
  for (const Scenario& scenario : scenarios) {
    outcome = worse(outcome, run_scenario(scenario, options, jobs, outputs));
    if (outputs.has_failed()) {
      return outcome;
    }
  }
  return worse(outcome, exit_code_of(outputs.finish()));
}

}  // namespace

ExitCode run(const RunOptions& options) {
  const auto scenarios = read_scenarios(options);
  if (!scenarios.has_value()) {
    return ExitCode::refused;
  }
  if (!check_requirements_known(options.require, *scenarios) || !check_side_files_kept(options.paths, *scenarios)) {
    return ExitCode::refused;
  }
  auto outputs = RunOutputs::open(options.paths, scenarios->size() > 1);
  return outputs ? run_scenarios(*scenarios, options, *outputs) : exit_code_of(outputs.error());
}

}  // namespace cli
