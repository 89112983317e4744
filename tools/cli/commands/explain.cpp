#include "tools/cli/commands/explain.hpp"

#include <utility>

#include "sim/experiment/run/replicate.hpp"
#include "sim/experiment/run/whatif.hpp"
#include "sim/model/run/randomness.hpp"
#include "sim/report/study/explain_text.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/output.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::experiment::Comparison;
using fastfood::report::Layout;
using fastfood::report::ScenarioResult;
using fastfood::scenario::Template;

/// Runs the scenario and records why. Returns why that failed.
fastfood::Result<ScenarioResult, std::string> run_with_why(const fastfood::model::CounterSpec& spec,
                                                           std::int64_t replications,
                                                           const fastfood::experiment::Jobs& jobs) {
  const auto make_options = [](std::uint64_t replication) -> fastfood::model::RunOptions {
    return {.replication = replication, .why = true};
  };
  auto runs = fastfood::experiment::replicate(spec, replications, jobs, make_options);
  if (!runs) {
    return fastfood::Unexpected{std::move(runs).error()};
  }
  ScenarioResult result{.spec = spec, .pooled = runs->pooled, .shows_why = true};
  if (replications > 1) {
    result.by_replication = std::move(runs->each);
  }
  return result;
}

/// Compares the scenario with one more of each part; nothing if it has no part of which there could be more.
fastfood::Result<std::optional<Comparison>, std::string> try_one_more(const ExplainOptions& options,
                                                                      const Template& scenario,
                                                                      const fastfood::model::CounterSpec& spec,
                                                                      std::int64_t replications,
                                                                      const fastfood::experiment::Jobs& jobs) {
  auto changes = fastfood::experiment::marginal_alternatives(scenario, spec, fastfood::experiment::Margin::one_more);
  if (changes.alternatives.size() == 1) {
    return std::optional<Comparison>{};
  }
  fastfood::experiment::ComparisonOptions plan;
  fastfood::experiment::choose_metrics(plan, spec);
  plan.replications = replications;
  plan.confidence = options.confidence.value_or(plan.confidence);
  plan.jobs = jobs;
  auto comparison = fastfood::experiment::compare(std::move(changes.alternatives), plan);
  if (!comparison) {
    return fastfood::Unexpected{std::move(comparison).error()};
  }
  fastfood::experiment::sort_by_improvement(*comparison);
  return std::optional{*std::move(comparison)};
}

std::optional<std::string> write_explanation_outputs(const ExplainOptions& options, const ScenarioResult& result,
                                                     const std::optional<Comparison>& whatif,
                                                     std::optional<Output> json) {
  const bool to_standard = options.json == "-";
  Output standard = Output::standard();
  if (!options.quiet && !to_standard) {
    standard.defer_broken_pipe();
    standard.print(fastfood::report::explain_text(result, whatif, standard_output_style()));
  }
  std::vector<Output*> outputs{&standard};
  if (json.has_value()) {
    std::string text;
    fastfood::report::JsonWriter writer{text, to_standard ? Layout::compact : Layout::indented};
    fastfood::report::write_explanation(writer, result, whatif);
    json->write(text + "\n");
    outputs.insert(outputs.begin(), &*json);
  }
  return finish_all(outputs);
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
  std::optional<Output> json;
  if (options.json) {
    auto opened = Output::open(*options.json);
    if (!opened) {
      return exit_code_of(opened.error());
    }
    json.emplace(std::move(opened).value());
  }
  const fastfood::experiment::Jobs jobs = jobs_of(options.jobs, options.quiet);
  const std::int64_t replications =
      fastfood::model::is_random(spec) ? options.replications.value_or(default_replications) : 1;
  const auto result = run_with_why(spec, replications, jobs);
  if (!result) {
    log_error(display_path(options.scenario) + ": error: ", result.error());
    return ExitCode::failed;
  }
  const auto whatif = try_one_more(options, *scenario, spec, replications, jobs);
  if (!whatif) {
    log_error("fastfood: error: ", whatif.error());
    return ExitCode::failed;
  }
  return exit_code_of(write_explanation_outputs(options, *result, *whatif, std::move(json)));
}

}  // namespace cli
