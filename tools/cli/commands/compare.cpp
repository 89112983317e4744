#include "tools/cli/commands/compare.hpp"

#include <algorithm>
#include <utility>

#include "sim/experiment/run/compare.hpp"
#include "sim/experiment/run/whatif.hpp"
#include "sim/experiment/study/metric_paths.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/report/study/comparison_text.hpp"
#include "sim/report/study/difference_text.hpp"
#include "sim/report/study/study_json.hpp"
#include "sim/report/study/whatif_text.hpp"
#include "sim/scenario/changes.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/commands/text_and_json.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::experiment::Alternative;
using fastfood::experiment::Comparison;
using fastfood::experiment::ComparisonOptions;
using fastfood::experiment::Margin;
using fastfood::scenario::Template;

/// Reads all scenarios and sets the seed. Returns nothing if one has errors.
std::optional<std::vector<Template>> read_templates(const CompareOptions& options) {
  std::vector<Template> scenarios;
  for (const std::string& path : options.scenarios) {
    auto scenario = read_template(path, options.quiet ? Warnings::hidden : Warnings::shown, options.overrides);
    if (scenario.has_value()) {
      set_seed(*scenario, options.seed);
      scenarios.push_back(*std::move(scenario));
    }
  }
  return scenarios.size() == options.scenarios.size() ? std::optional{std::move(scenarios)} : std::nullopt;
}

fastfood::model::CounterSpec template_spec(const Template& scenario) { return scenario.with({}).value().spec; }

/// Returns the scenarios under their names, or under the names of their files if two names are equal.
std::vector<Alternative> alternatives_of(const CompareOptions& options, const std::vector<Template>& scenarios) {
  std::vector<Alternative> contenders;
  for (const Template& scenario : scenarios) {
    fastfood::model::CounterSpec counter = template_spec(scenario);
    std::string name = counter.name;
    contenders.push_back({name, fastfood::scenario::changes(*scenarios.front().document.root, *scenario.document.root),
                          std::move(counter)});
  }
  for (std::size_t i = 0; i != contenders.size(); ++i) {
    const auto same = [&](const Alternative& it) { return it.spec.name == contenders[i].spec.name; };
    if (std::ranges::count_if(contenders, same) > 1) {
      contenders[i].name = display_path(options.scenarios[i]);
    }
  }
  return contenders;
}

/// Applies the options to the plan.
void apply_options(const CompareOptions& options, ComparisonOptions& plan) {
  if (options.metric) {
    std::erase(plan.metrics, *options.metric);
    plan.metrics.insert(plan.metrics.begin(), *options.metric);
    plan.metric = *options.metric;
    plan.metric_if_some_leave = std::nullopt;
  }
  plan.replications = options.replications.value_or(plan.replications);
  plan.confidence = options.confidence.value_or(plan.confidence);
  plan.jobs = jobs_of(options.jobs, options.quiet);
}

/// Logs the differences in served share when JSON on standard output replaces the text.
void warn_of_served_share_differences(const Comparison& comparison) {
  for (const std::string& line : fastfood::report::served_share_differences(comparison)) {
    log_error("fastfood: warning: " + line + ": the times are of other customers");
  }
}

/// Runs the comparison and writes its result. With a `margin`, sorts the alternatives by their effect.
ExitCode compare_and_write(const ComparisonOptions& plan, const CompareOptions& options,
                           std::vector<Alternative> contenders, std::optional<Margin> margin) {
  std::vector<fastfood::model::CounterSpec> counters;
  std::ranges::transform(contenders, std::back_inserter(counters), &Alternative::spec);
  if (const auto why = fastfood::experiment::explain_missing_metric(plan.metric, counters)) {
    log_error("--metric " + plan.metric + ": " + *why);
    return ExitCode::refused;
  }
  auto outputs = TextAndJson::open(options.json, options.quiet);
  if (!outputs) {
    return exit_code_of(outputs.error());
  }
  auto comparison = fastfood::experiment::compare(std::move(contenders), plan);
  if (!comparison) {
    log_error("fastfood: error: ", comparison.error());
    return ExitCode::failed;
  }
  if (margin) {
    fastfood::experiment::sort_by_improvement(*comparison);
  }
  if (!options.quiet && options.json == "-") {
    warn_of_served_share_differences(*comparison);
  }
  return exit_code_of(outputs->write(
      [&] {
        return margin ? fastfood::report::whatif_text(*comparison, *margin, standard_output_style())
                      : fastfood::report::comparison_text(*comparison, standard_output_style());
      },
      [&](fastfood::report::JsonWriter& json) { fastfood::report::write_comparison(json, *comparison); }));
}

}  // namespace

ExitCode compare(const CompareOptions& options) {
  const auto scenarios = read_templates(options);
  if (!scenarios) {
    return ExitCode::refused;
  }
  auto contenders = alternatives_of(options, *scenarios);
  const auto has_target = [](const Alternative& it) { return it.spec.has_target(); };
  const auto has_money = [](const Alternative& it) { return fastfood::model::has_money(it.spec); };
  ComparisonOptions plan;
  plan.metrics = fastfood::experiment::shown_metrics(std::ranges::any_of(contenders, has_target),
                                                     std::ranges::any_of(contenders, has_money));
  plan.metric = plan.metrics.front();
  if (!options.quiet && options.json != "-") {
    plan.parts = fastfood::experiment::time_parts(contenders);
  }
  apply_options(options, plan);
  return compare_and_write(plan, options, std::move(contenders), std::nullopt);
}

ExitCode whatif(const CompareOptions& options) {
  const auto scenarios = read_templates(options);
  if (!scenarios) {
    return ExitCode::refused;
  }
  const Template& scenario = scenarios->front();
  const fastfood::model::CounterSpec today = template_spec(scenario);
  const Margin margin = options.fewer ? Margin::one_fewer : Margin::one_more;
  auto changes = fastfood::experiment::marginal_alternatives(scenario, today, margin);
  for (const std::string& why : changes.left_out) {
    log_error(display_path(options.scenarios.front()) + ": left out: " + why);
  }
  if (changes.alternatives.size() == 1) {
    log_error(display_path(options.scenarios.front()) + ": error: there is nothing of which there could be " +
              (options.fewer ? "fewer" : "more"));
    return ExitCode::refused;
  }
  ComparisonOptions plan;
  fastfood::experiment::choose_metrics(plan, today);
  apply_options(options, plan);
  return compare_and_write(plan, options, std::move(changes.alternatives), margin);
}

}  // namespace cli
