#include "tools/cli/commands/explain.hpp"

#include <cstddef>
#include <functional>
#include <utility>

#include "sim/experiment/run/replicate.hpp"
#include "sim/experiment/run/whatif.hpp"
#include "sim/model/run/randomness.hpp"
#include "sim/report/study/explain_text.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/commands/text_and_json.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/progress.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::experiment::Alternative;
using fastfood::experiment::Comparison;
using fastfood::report::ScenarioResult;

/// How many runs to make of the scenario and of each change, by how many threads.
struct Runs {
  std::int64_t replications;
  fastfood::experiment::Jobs jobs;
  std::function<void()> on_run_end;
};

/// Runs the scenario and records why. Returns why that failed.
fastfood::Result<ScenarioResult, std::string> run_with_why(const fastfood::model::CounterSpec& spec, const Runs& plan) {
  const auto make_options = [](std::uint64_t replication) -> fastfood::model::RunOptions {
    return {.replication = replication, .why = true};
  };
  auto runs = fastfood::experiment::replicate(spec, plan.replications, plan.jobs, make_options, plan.on_run_end);
  if (!runs) {
    return fastfood::Unexpected{std::move(runs).error()};
  }
  ScenarioResult result{.spec = spec, .pooled = runs->pooled, .shows_why = true};
  if (plan.replications > 1) {
    result.by_replication = std::move(runs->each);
  }
  return result;
}

/// Compares the scenario, the first of the alternatives, with the others; nothing if there are none.
fastfood::Result<std::optional<Comparison>, std::string> try_changes(std::vector<Alternative> alternatives,
                                                                     std::optional<double> confidence,
                                                                     const Runs& plan) {
  if (alternatives.size() == 1) {
    return std::optional<Comparison>{};
  }
  fastfood::experiment::ComparisonOptions options;
  fastfood::experiment::choose_metrics(options, alternatives.front().spec);
  options.replications = plan.replications;
  options.confidence = confidence.value_or(options.confidence);
  options.jobs = plan.jobs;
  options.on_run_end = plan.on_run_end;
  auto comparison = fastfood::experiment::compare(std::move(alternatives), options);
  if (!comparison) {
    return fastfood::Unexpected{std::move(comparison).error()};
  }
  fastfood::experiment::sort_by_improvement(*comparison);
  return std::optional{*std::move(comparison)};
}

}  // namespace

ExitCode explain(const ExplainOptions& options) {
  constexpr std::int64_t default_replications = 30;
  auto scenario =
      read_template(options.scenario, options.quiet ? Warnings::hidden : Warnings::shown, options.overrides);
  if (!scenario) {
    return ExitCode::refused;
  }
  set_seed(*scenario, options.seed);
  const fastfood::model::CounterSpec spec = scenario->with({}).value().spec;
  auto outputs = TextAndJson::open(options.json, options.quiet);
  if (!outputs) {
    return exit_code_of(outputs.error());
  }
  auto changes = fastfood::experiment::marginal_alternatives(*scenario, spec, fastfood::experiment::Margin::one_more);
  for (const std::string& why : changes.left_out) {
    log_error(display_path(options.scenario) + ": left out: " + why);
  }
  const std::int64_t replications =
      fastfood::model::is_random(spec) ? options.replications.value_or(default_replications) : 1;
  const std::size_t runs = static_cast<std::size_t>(replications) * (changes.alternatives.size() + 1);
  Progress progress(1, runs, options.quiet || replications == 1);
  const Interrupt interrupt([&progress] {
    progress.clear();
    log_error("interrupted");
  });
  const Runs plan{replications, jobs_of(options.jobs, options.quiet, [&progress] { progress.clear(); }),
                  [&progress] { progress.run_ended(); }};
  const auto fail = [&](const std::string& why) {
    progress.clear();
    log_error(display_path(options.scenario) + ": error: ", why);
    return ExitCode::failed;
  };
  const auto result = run_with_why(spec, plan);
  if (!result) {
    return fail(result.error());
  }
  const auto whatif = try_changes(std::move(changes.alternatives), options.confidence, plan);
  if (!whatif) {
    return fail(whatif.error());
  }
  progress.clear();
  return exit_code_of(outputs->write(
      [&] { return fastfood::report::explain_text(*result, *whatif, standard_output_style()); },
      [&](fastfood::report::JsonWriter& json) { fastfood::report::write_explanation(json, *result, *whatif); }));
}

}  // namespace cli
