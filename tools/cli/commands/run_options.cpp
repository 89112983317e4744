#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string_view>

#include "sim/report/run/tables_csv.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/commands/run.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/files/file_format.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

/// The path of an output, and its option.
struct OptionPath {
  std::string option;
  std::string path;
};

/// Returns the paths of all separate outputs. Orders inside the result are not among them.
std::vector<OptionPath> named_paths(const RunPaths& paths) {
  std::vector<OptionPath> named;
  const auto add = [&named](const std::string& option, const std::optional<std::string>& path) {
    if (path.has_value()) {
      named.push_back({option, *path});
    }
  };
  add("--json", paths.json);
  add("--orders", paths.orders_in_result() ? std::nullopt : paths.orders);
  add("--events", paths.events);
  for (const std::string_view name : fastfood::report::table_names) {
    if (paths.tables.has_value()) {
      add("--tables", (std::filesystem::path{*paths.tables} / name).string() + ".csv");
    }
  }
  return named;
}

void check_orders_in_result(const RunPaths& paths) {
  if (paths.orders_in_result() && !paths.json.has_value()) {
    usage_error("--orders", "- puts the orders into the result; say where that goes, as in --json -");
  }
}

/// Lines of orders and events do not name their scenario, and events do not name their replication either.
void check_one_run(const RunOptions& options) {
  if (options.paths.events.has_value() && options.replications.value_or(1) > 1) {
    usage_error("--events", "one file cannot take the events of several replications; leave --replications out");
  }
  if (options.scenarios.size() < 2) {
    return;
  }
  if (options.paths.orders.has_value() && !options.paths.orders_in_result()) {
    usage_error("--orders",
                "one file cannot take the orders of several scenarios; --orders - puts them into the results");
  }
  if (options.paths.events.has_value()) {
    usage_error("--events", "one file cannot take the events of several scenarios; run them one by one");
  }
  if (options.paths.tables.has_value()) {
    usage_error("--tables", "one folder cannot take the tables of several scenarios; run them one by one");
  }
}

/// Two outputs in one file could not be told apart.
void check_run_outputs_differ(const RunPaths& paths) {
  const std::vector<OptionPath> named = named_paths(paths);
  for (auto later = named.begin(); later != named.end(); ++later) {
    for (auto earlier = named.begin(); earlier != later; ++earlier) {
      if (is_same_file(earlier->path, later->path)) {
        usage_error(later->option,
                    "goes to the same place as " + earlier->option +
                        (later->option == "--orders" ? "; --orders - puts the orders into the result" : ""));
      }
    }
    if (paths.summary() && is_same_file(later->path, "-")) {
      usage_error(later->option, "goes to standard output, and so does the summary; -q leaves that out");
    }
  }
}

void check_scenarios_not_overwritten(const RunOptions& options) {
  for (const auto& [option, path] : named_paths(options.paths)) {
    for (const std::string& scenario : options.scenarios) {
      if (overwrites_input(path, scenario)) {
        usage_error(option, "would overwrite the scenario " + display_path(scenario));
      }
    }
  }
}

void add_run_options(CLI::App& run, RunOptions& options) {
  run.add_option("SCENARIO", options.scenarios,
                 "Files to run; - is standard input\ne.g. fastfood run lunch.json dinner.json")
      ->required()
      ->type_name("");
  add_json(
      run, options.paths.json,
      "Write the result as JSON (a list, if there are several scenarios); - is standard output, one result a line");
  run.add_option(
         "--orders", options.paths.orders,
         "Write every order: as CSV if FILE ends in .csv, otherwise one JSON object a line; - puts them into the "
         "result\n"
         "e.g. --orders orders.csv")
      ->type_name("FILE|-");
  run.add_option("--events", options.paths.events,
                 "Write everything that happens, one JSON object a line; - is standard output\n"
                 "e.g. --events events.ndjson")
      ->type_name("FILE|-");
  run.add_option("--tables", options.paths.tables,
                 "Write the tables behind the summary into this folder as CSV, for a spreadsheet\n"
                 "e.g. --tables tables")
      ->type_name("DIR");
  run.add_flag("--why", options.paths.why,
               "Say where each customer's time went and why: in the summary, the result, and orders that are not CSV\n"
               "e.g. fastfood run --why --json result.json lunch.json");
  add_seed(run, options.seed);
  add_set(run, options.overrides);
  add_replications(run, options.replications,
                   "Number of replications, each with random numbers of its own; the summary shows averages and "
                   "intervals (default 1)");
  add_confidence(run, options.confidence, "Confidence level of the intervals (default 0.95)");
  options.jobs = jobs_by_default();
  add_jobs(run, options.jobs);
  add_require(run, options.require, "Exit with code 3 if this does not hold");
  run.add_flag("-q,--quiet", options.paths.quiet,
               "Print no summary and no warnings\ne.g. fastfood run -q --json result.json lunch.json");
  add_color(run);
}

void check_confidence(const RunOptions& options) {
  if (options.confidence.has_value() && options.replications.value_or(1) < 2) {
    usage_error("--confidence", "one run has no intervals; say how many with --replications");
  }
}

void check_output_names(const RunPaths& paths) {
  for (const auto& [option, path] : named_paths(paths)) {
    if (path.empty()) {
      usage_error(option, "expected a file or -, got no name");
    }
  }
  if (paths.tables.has_value() && (paths.tables->empty() || *paths.tables == "-")) {
    usage_error("--tables", "expected a folder, got " + (paths.tables->empty() ? "no name" : *paths.tables));
  }
  check_ends_as_json("--json", paths.json.value_or("-"));
  check_ends_as_lines_or_table("--orders", paths.orders.value_or("-"));
  check_ends_as_lines("--events", paths.events.value_or("-"));
}

/// Throws a usage error if the options contradict each other.
void check_usage(const RunOptions& options) {
  check_output_names(options.paths);
  check_read_once("SCENARIO", options.scenarios);
  check_one_seed(options.seed, options.overrides);
  check_confidence(options);
  check_orders_in_result(options.paths);
  check_one_run(options);
  check_run_outputs_differ(options.paths);
  check_scenarios_not_overwritten(options);
}

}  // namespace

void add_run(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("run", "Run scenarios and print a summary of each\ne.g. fastfood run lunch.json");
  const auto options = std::make_shared<RunOptions>();
  add_run_options(*command, *options);
  command->callback([&action, options] {
    check_usage(*options);
    action = [options] { return run(*options); };
  });
}

}  // namespace cli
