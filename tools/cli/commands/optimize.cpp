#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/report/study/optimum_text.hpp"
#include "sim/report/study/study_json.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/commands/text_and_json.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/files/study_input.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/progress.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::experiment::Candidate;
using fastfood::experiment::Meets;
using fastfood::experiment::Optimum;
using fastfood::experiment::Study;

struct OptimizeOptions {
  std::string study;
  std::optional<std::string> json;
  Overrides overrides;
  StudyChanges changes;
  int jobs = 1;
  bool yes = false;
  bool quiet = false;
};

/// Returns how to search by the prices and costs that are in the scenario already; nothing if it has none.
std::string objective_hint(const Study& study) {
  return fastfood::model::has_money(counter_of(study))
             ? R"(; for the prices and costs of the scenario, write "objective": {"maximize": "money.profit"})"
             : "";
}

std::optional<Study> read_optimize_study(const OptimizeOptions& options) {
  auto study = read_study(options.study, options.quiet ? Warnings::hidden : Warnings::shown, options.overrides);
  if (!study || !change(*study, options.changes)) {
    return std::nullopt;
  }
  if (study->require.empty() && !study->objective) {
    log_error(display_path(options.study) +
              ": error: require: missing; say what a point must meet, as in \"total_time.p95 <= 5\", or give an "
              "objective, as in {\"maximize\": \"money.profit\"}");
    return std::nullopt;
  }
  const auto is_free = [](const auto& parameter) { return !parameter.prices; };
  if (!options.quiet && !study->objective && std::ranges::all_of(study->parameters, is_free)) {
    log_error(display_path(options.study) +
              ": warning: cost: missing; all points cost the same, so the first that meets all is best" +
              objective_hint(*study));
  }
  const bool may = check_size(options.study, *study, options.yes) &&
                   check_scenario_not_overwritten(options.study, *study, {options.json});
  return may ? std::move(study) : std::nullopt;
}

std::string candidate_verdict(const Candidate& candidate) {
  if (candidate.meets == Meets::unclear) {
    return "unclear";
  }
  if (candidate.meets == Meets::not_needed) {
    return candidate.cost ? "worse than another" : "no value";
  }
  return candidate.meets == Meets::yes ? "meets all" : "does not meet all";
}

Optimum run_search(const OptimizeOptions& options, const Study& study, const fastfood::experiment::Points& points) {
  Progress progress(points.size(), 0, options.quiet);
  const Interrupt interrupt([&progress] {
    progress.clear();
    log_error("interrupted");
  });
  const auto decided = [&progress](const Candidate& candidate) {
    progress.point_ended("last: " + candidate_verdict(candidate));
  };
  return fastfood::experiment::optimize(study, points,
                                        jobs_of(options.jobs, options.quiet, [&progress] { progress.clear(); }),
                                        {[&progress] { progress.run_ended(); }, decided});
}

/// Returns why there is no best point.
std::string no_best_message(const Study& study, const Optimum& optimum) {
  const auto has_cost = [](const Candidate& candidate) { return candidate.cost.has_value(); };
  if (study.objective && std::ranges::none_of(optimum.candidates, has_cost)) {
    return "nothing tried has a value of " + study.objective->metric;
  }
  std::string all = study.require.size() > 1 ? "all of " : "";
  for (std::size_t i = 0; i != study.require.size(); ++i) {
    all += (i == 0 ? "" : ", ") + study.require[i].text;
  }
  const auto unclear = fastfood::experiment::unclear_among(optimum.candidates);
  if (unclear.count == 0) {
    return "nothing tried meets " + all;
  }
  return "nothing tried is known to meet " + all + ": " + std::to_string(unclear.count) + " of " +
         std::to_string(optimum.candidates.size()) + " points unclear at " + std::to_string(unclear.replications) +
         " replications";
}

/// Logs all failed candidates. Returns `not_met` if no candidate meets all requirements.
ExitCode log_search_failures(const OptimizeOptions& options, const Study& study, const Optimum& optimum) {
  ExitCode outcome = ExitCode::done;
  if (!optimum.best) {
    log_error(display_path(options.study) + ": " + no_best_message(study, optimum));
    outcome = ExitCode::not_met;
  }
  for (const Candidate& candidate : optimum.candidates) {
    if (candidate.error) {
      log_error(display_path(options.study) + ": error: ", *candidate.error);
      outcome = worse(outcome, ExitCode::failed);
    }
  }
  return outcome;
}

ExitCode optimize(const OptimizeOptions& options) {
  const auto study = read_optimize_study(options);
  if (!study) {
    return ExitCode::refused;
  }
  const fastfood::experiment::Points points(*study, counter_of(*study).seed);
  auto outputs = TextAndJson::open(options.json, options.quiet);
  if (!outputs) {
    return exit_code_of(outputs.error());
  }
  const Optimum optimum = run_search(options, *study, points);
  return worse(log_search_failures(options, *study, optimum),
               exit_code_of(outputs->write(
                   [&] {
                     return fastfood::report::optimum_text(header_of(*study), study->require, study->confidence,
                                                           optimum, standard_output_style());
                   },
                   [&](fastfood::report::JsonWriter& json) {
                     fastfood::report::write_optimum(json, header_of(*study), study->require, study->confidence,
                                                     optimum);
                   })));
}

}  // namespace

void add_optimize(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("optimize",
                                             "Find the cheapest or best point of a study that meets its requirements\n"
                                             "e.g. fastfood optimize study.json");
  const auto options = std::make_shared<OptimizeOptions>();
  command
      ->add_option("STUDY", options->study, "A study with cost and require, or with an objective; - is standard input")
      ->required()
      ->type_name("");
  add_json(*command, options->json);
  add_set(*command, options->overrides);
  add_seed(*command, options->changes.seed);
  add_replications(*command, options->changes.replications,
                   "Largest number of replications of a point (default: as the study says, or 10000)");
  add_confidence(*command, options->changes.confidence,
                 "Confidence that the whole selection is correct (default: as the study says, or 0.95)");
  options->jobs = jobs_by_default();
  add_jobs(*command, options->jobs);
  add_require(*command, options->changes.require, "One more requirement that the point must meet");
  command->add_flag("--yes", options->yes, "Allow more than a million points\ne.g. fastfood optimize --yes study.json");
  command->add_flag("-q,--quiet", options->quiet,
                    "Print no summary, no warnings and no progress\ne.g. -q --json best.json");
  add_color(*command);
  command->callback([&action, options] {
    check_one_seed(options->changes.seed, options->overrides);
    check_json(options->json);
    if (options->json && overwrites_input(*options->json, options->study)) {
      usage_error("--json", "would overwrite " + display_path(options->study));
    }
    if (options->changes.replications == 1) {
      usage_error("--replications", "one run does not show randomness; allow 2 or more, or leave the option out");
    }
    action = [options] { return optimize(*options); };
  });
}

}  // namespace cli
