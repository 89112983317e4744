#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "tools/cli/command.hpp"
#include "tools/cli/commands/compare.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

/// Adds all options except the scenarios. `metric_help` describes `--metric`.
void add_compare_options(CLI::App& command, CompareOptions& options, const std::string& metric_help) {
  add_json(command, options.json);
  command.add_option("--metric", options.metric, metric_help + "\ne.g. --metric wait_time.p95")->type_name("PATH");
  add_set(command, options.overrides);
  add_seed(command, options.seed);
  add_replications(command, options.replications, "Number of replications of each scenario (default 10)");
  add_confidence(command, options.confidence, "Confidence level of the intervals (default 0.95)");
  options.jobs = jobs_by_default();
  add_jobs(command, options.jobs);
  command.add_flag("-q,--quiet", options.quiet, "Print no summary and no warnings\ne.g. -q --json result.json");
  add_color(command);
}

void check_paths(const CompareOptions& options) {
  check_one_seed(options.seed, options.overrides);
  check_json(options.json);
  check_read_once("SCENARIO", options.scenarios);
  for (const std::string& scenario : options.scenarios) {
    if (options.json && overwrites_input(*options.json, scenario)) {
      usage_error("--json", "would overwrite the scenario " + display_path(scenario));
    }
  }
}

}  // namespace

void add_compare(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("compare",
                                             "Show how scenarios differ from the first one, on the same "
                                             "customers\ne.g. fastfood compare today.json plan.json");
  const auto options = std::make_shared<CompareOptions>();
  command
      ->add_option(
          "SCENARIO", options->scenarios,
          "Two or more files; all use the seed of the first\ne.g. fastfood compare today.json till.json grill.json")
      ->required()
      ->type_name("");
  add_compare_options(
      *command, *options,
      "Main metric (default total_time.mean). Its intervals get half of the allowed error, all others share the "
      "other half");
  command->callback([&action, options] {
    if (options->scenarios.size() < 2) {
      usage_error("SCENARIO", "there is nothing to compare it with; name another one");
    }
    check_paths(*options);
    action = [options] { return compare(*options); };
  });
}

void add_whatif(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "whatif",
      "Show what one more (or fewer) of each would change: units of stations, portions in a batch, servers, orders in "
      "flight, room in lines and places at stops\n"
      "e.g. fastfood whatif lunch.json\n"
      "e.g. fastfood whatif lunch.json --fewer");
  const auto options = std::make_shared<CompareOptions>();
  options->scenarios.emplace_back();
  command->add_option("SCENARIO", options->scenarios.front(), "A scenario; - is standard input")
      ->required()
      ->type_name("");
  command->add_flag("--fewer", options->fewer,
                    "Remove one of each (if there are two or more) instead of adding one\n"
                    "e.g. fastfood whatif lunch.json --fewer");
  add_compare_options(
      *command, *options,
      "Order by this metric (default satisfied.fraction if there is a target, customers.served if some leave, "
      "otherwise total_time.mean)");
  command->callback([&action, options] {
    check_paths(*options);
    action = [options] { return whatif(*options); };
  });
}

}  // namespace cli
