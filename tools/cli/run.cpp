#include "tools/cli/run.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/counter.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/run_outputs.hpp"
#include "tools/cli/say.hpp"

namespace cli {
namespace {

struct Scenario {
  std::string place;
  sim::scenario::ScenarioFile file;
};

/// All scenarios, or none where one of them is wrong; the faults of each are told.
std::optional<std::vector<Scenario>> read_all(const RunOptions& options) {
  std::vector<Scenario> scenarios;
  for (const std::string& place : options.scenarios) {
    auto file = read_scenario(place, options.places.quiet ? Warnings::hidden : Warnings::shown, options.overrides);
    if (file.has_value()) {
      file->spec.seed = options.seed.value_or(file->spec.seed);
      scenarios.push_back({place, *std::move(file)});
    }
  }
  return scenarios.size() == options.scenarios.size() ? std::optional{std::move(scenarios)} : std::nullopt;
}

/// A run that fails does not keep the others from going on, an output that fails does.
ExitCode run_all(const std::vector<Scenario>& scenarios, RunOutputs& outputs) {
  ExitCode outcome = ExitCode::done;
  for (const auto& [place, file] : scenarios) {
    const auto& spec = file.spec;
    auto run = sim::model::run_counter(spec, outputs.order_sink(spec), outputs.event_sink());
    if (!run) {
      outcome = done_or_failed(name_of(place) + ": error: " + run.error().what);
    }
    const auto failure =
        run ? outputs.add({.spec = spec, .observations = std::move(run).value(), .overrides = file.overrides})
            : outputs.flush();
    if (failure.has_value()) {
      return done_or_failed(failure);
    }
  }
  return outcome == ExitCode::done ? done_or_failed(outputs.finish()) : outcome;
}

}  // namespace

ExitCode run(const RunOptions& options) {
  const auto scenarios = read_all(options);
  if (!scenarios.has_value()) {
    return ExitCode::refused;
  }
  auto outputs = RunOutputs::open(options.places);
  return outputs ? run_all(*scenarios, *outputs) : done_or_failed(outputs.error());
}

}  // namespace cli
