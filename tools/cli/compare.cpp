#include "tools/cli/compare.hpp"

#include <algorithm>
#include <utility>

#include "sim/experiment/compare.hpp"
#include "sim/experiment/metric_paths.hpp"
#include "sim/experiment/whatif.hpp"
#include "sim/report/comparison_json.hpp"
#include "sim/report/comparison_text.hpp"
#include "sim/scenario/changes.hpp"
#include "tools/cli/input.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/say.hpp"
#include "tools/cli/shared_options.hpp"

namespace cli {
namespace {

using sim::experiment::Comparison;
using sim::experiment::Contender;
using sim::report::Layout;
using sim::scenario::Template;

/// All scenarios, with the seed that was asked for, or none where one of them is wrong.
std::optional<std::vector<Template>> read_all(const CompareOptions& options) {
  std::vector<Template> scenarios;
  for (const std::string& place : options.scenarios) {
    auto scenario = read_template(place, options.quiet ? Warnings::hidden : Warnings::shown);
    if (scenario.has_value()) {
      set_seed(*scenario, options.seed);
      scenarios.push_back(*std::move(scenario));
    }
  }
  return scenarios.size() == options.scenarios.size() ? std::optional{std::move(scenarios)} : std::nullopt;
}

sim::model::CounterSpec counter_of(const Template& scenario) { return scenario.with({}).value().spec; }

/// The scenarios under their names, or those of their files where two have the same.
std::vector<Contender> contenders_of(const CompareOptions& options, const std::vector<Template>& scenarios) {
  std::vector<Contender> contenders;
  for (const Template& scenario : scenarios) {
    sim::model::CounterSpec counter = counter_of(scenario);
    std::string name = counter.name;
    contenders.push_back(
        {name, sim::scenario::changes(*scenarios.front().document.root, *scenario.document.root), std::move(counter)});
  }
  for (std::size_t i = 0; i != contenders.size(); ++i) {
    const auto same = [&](const Contender& it) { return it.spec.name == contenders[i].spec.name; };
    if (std::ranges::count_if(contenders, same) > 1) {
      contenders[i].name = name_of(options.scenarios[i]);
    }
  }
  return contenders;
}

/// What is compared: the metric that matters most, and what else a manager asks.
sim::experiment::ComparisonPlan plan_of(const CompareOptions& options, const std::vector<Contender>& contenders) {
  sim::experiment::ComparisonPlan plan{.metric = options.metric.value_or("total_time.mean"),
                                       .jobs = jobs_of(options.jobs, options.quiet)};
  const auto has_target = [](const Contender& it) { return it.spec.target.has_value(); };
  plan.metrics = {plan.metric};
  for (const char* metric : {"total_time.mean", "total_time.p95", "wait_time.mean", "satisfied.fraction",
                             "customers.served", "throughput_per_hour"}) {
    const bool is_shown = metric != std::string{"satisfied.fraction"} || std::ranges::any_of(contenders, has_target);
    if (is_shown && metric != plan.metric) {
      plan.metrics.emplace_back(metric);
    }
  }
  plan.replications = options.replications.value_or(plan.replications);
  plan.confidence = options.confidence.value_or(plan.confidence);
  return plan;
}

/// Compares, sorts where it is asked what would help, and writes.
ExitCode carry_out(const CompareOptions& options, std::vector<Contender> contenders, bool is_whatif) {
  const auto plan = plan_of(options, contenders);
  std::vector<sim::model::CounterSpec> counters;
  std::ranges::transform(contenders, std::back_inserter(counters), &Contender::spec);
  if (const auto why = sim::experiment::why_no_metric(plan.metric, counters)) {
    say("--metric " + plan.metric + ": " + *why);
    return ExitCode::refused;
  }
  std::optional<Output> json;
  if (options.json.has_value()) {
    auto opened = Output::open(*options.json);
    if (!opened) {
      return done_or_failed(opened.error());
    }
    json.emplace(std::move(opened).value());
  }
  auto comparison = sim::experiment::compare(std::move(contenders), plan);
  if (!comparison) {
    say("fastfood: error: ", comparison.error());
    return ExitCode::failed;
  }
  if (is_whatif) {
    sim::experiment::sort_by_help(*comparison);
  }
  Output standard = Output::standard();
  const bool to_standard = options.json == "-";
  if (!options.quiet && !to_standard) {
    standard.print(is_whatif ? sim::report::whatif_text(*comparison) : sim::report::comparison_text(*comparison));
  }
  auto failure = standard.finish();
  if (json.has_value() && !failure.has_value()) {
    std::string text;
    sim::report::JsonWriter writer{text, to_standard ? Layout::compact : Layout::indented};
    sim::report::write_comparison(writer, *comparison);
    json->write(text + "\n");
    failure = json->finish();
  }
  return done_or_failed(failure);
}

}  // namespace

ExitCode compare(const CompareOptions& options) {
  const auto scenarios = read_all(options);
  return scenarios ? carry_out(options, contenders_of(options, *scenarios), false) : ExitCode::refused;
}

ExitCode whatif(const CompareOptions& options) {
  const auto scenarios = read_all(options);
  if (!scenarios) {
    return ExitCode::refused;
  }
  const Template& scenario = scenarios->front();
  auto more = sim::experiment::one_more_of_each(scenario, counter_of(scenario));
  for (const std::string& why : more.left_out) {
    say(name_of(options.scenarios.front()) + ": left out: " + why);
  }
  if (more.contenders.size() == 1) {
    say(name_of(options.scenarios.front()) + ": error: there is nothing of which there could be more");
    return ExitCode::refused;
  }
  return carry_out(options, std::move(more.contenders), true);
}

}  // namespace cli
