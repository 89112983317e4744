#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>

#include "sim/experiment/study/vary_text.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/commands/sweep.hpp"
#include "tools/cli/files/file_format.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

void add_file_options(CLI::App& sweep, SweepOptions& options) {
  sweep
      .add_option("FILE", options.file,
                  "A study, or a scenario and --vary; - is standard input\ne.g. fastfood sweep study.json")
      ->required()
      ->type_name("");
  sweep
      .add_option(
          "-o,--out", options.out,
          "Write all points as JSON, CSV or one JSON object a line, if FILE ends in .json, .csv or .jsonl; finished "
          "runs are kept in FILE.journal\n"
          "e.g. --out points.csv")
      ->type_name("FILE");
  add_json(sweep, options.json);
}

void add_vary(CLI::App& sweep, SweepOptions& options) {
  const auto add = [&options](const CLI::results_t& texts) {
    for (const std::string& text : texts) {
      const auto parameter = fastfood::experiment::parse_vary(text);
      if (!parameter && !fastfood::experiment::needs_scenario(text)) {
        usage_error("--vary", parameter.error());
      }
      options.vary.push_back(text);
    }
    return true;
  };
  sweep
      .add_option("--vary", CLI::callback_t{add},
                  "Values to try, or FROM:TO:STEP; may be given several times\n"
                  "e.g. --vary stations.kitchen.capacity=3,4,6\n"
                  "e.g. --vary stations.kitchen.capacity=1:7:2")
      ->type_name("PATH=VALUES")
      ->take_all()
      ->allow_extra_args(false);
}

void add_metrics(CLI::App& sweep, std::vector<std::string>& metrics) {
  const auto add = [&metrics](const CLI::results_t& paths) {
    for (const std::string& path : paths) {
      if (std::ranges::count(metrics, path) > 0) {
        usage_error("--metric", path + " is there twice; leave one of them out");
      }
      metrics.push_back(path);
    }
    return true;
  };
  sweep
      .add_option("--metric", CLI::callback_t{add},
                  "Metric to show of each point (default: as the study says); may be given several times\n"
                  "e.g. --metric wait_time.p95 --metric satisfied.fraction")
      ->type_name("PATH")
      ->take_all()
      ->allow_extra_args(false);
}

void add_sweep_options(CLI::App& sweep, SweepOptions& options) {
  add_file_options(sweep, options);
  add_vary(sweep, options);
  add_set(sweep, options.overrides);
  add_metrics(sweep, options.changes.metrics);
  add_seed(sweep, options.changes.seed);
  add_replications(sweep, options.changes.replications,
                   "Number of replications of each point (default: as the study says, or 1)");
  add_confidence(sweep, options.changes.confidence,
                 "Confidence level of the intervals (default: as the study says, or 0.95)");
  options.jobs = jobs_by_default();
  add_jobs(sweep, options.jobs);
  add_require(sweep, options.changes.require, "Exit with code 3 if this does not hold at every point");
  sweep.add_flag("--list", options.list,
                 "Print the points without running them\ne.g. fastfood sweep --list study.json");
  sweep.add_flag(
      "--resume", options.resume,
      "Make only the runs that the journal of an earlier sweep does not have: of one that was interrupted, or "
      "had fewer points or replications\n"
      "e.g. fastfood sweep study.json --out points.csv --resume");
  sweep.add_flag("--fail-fast", options.fail_fast,
                 "Stop at the first point that fails\ne.g. fastfood sweep --fail-fast study.json");
  sweep.add_flag("--yes", options.yes, "Allow more than a million points\ne.g. fastfood sweep --yes study.json");
  sweep.add_flag("-q,--quiet", options.quiet,
                 "Print no summary, no warnings and no progress\ne.g. fastfood sweep -q study.json --out points.csv");
  add_color(sweep);
}

void check_out(const SweepOptions& options) {
  if (!options.out) {
    if (options.resume) {
      usage_error("--resume", "finished runs are in the journal of --out; give --out, too");
    }
    return;
  }
  const FileFormat ending = format_of(*options.out);
  if (ending != FileFormat::json && ending != FileFormat::csv && ending != FileFormat::json_lines) {
    usage_error("--out", "expected a file that ends in .json, .csv or .jsonl, got " +
                             (options.out->empty() ? "no name" : *options.out));
  }
}

/// If two outputs were one file, one of them would be lost.
void check_sweep_outputs_differ(const SweepOptions& options) {
  check_json(options.json);
  if (options.out && options.json && is_same_file(*options.out, *options.json)) {
    usage_error("--json", "goes to the same place as --out");
  }
  if (options.out && options.json && is_same_file(*options.out + ".journal", *options.json)) {
    usage_error("--json", "goes to the same place as the journal of --out");
  }
  if (options.list && options.json) {
    usage_error("--list", "runs nothing, so that there is no result for --json");
  }
  for (const auto& [option, path] : {std::pair{"--out", options.out}, std::pair{"--json", options.json}}) {
    if (path && overwrites_input(*path, options.file)) {
      usage_error(option, "would overwrite " + display_path(options.file));
    }
  }
}

}  // namespace

void add_sweep(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "sweep",
      "Run a scenario many times with different values\ne.g. fastfood sweep lunch.json --vary servers.count=3:6");
  const auto options = std::make_shared<SweepOptions>();
  add_sweep_options(*command, *options);
  command->callback([&action, options] {
    check_one_seed(options->changes.seed, options->overrides);
    check_out(*options);
    check_sweep_outputs_differ(*options);
    action = [options] { return sweep(*options); };
  });
}

}  // namespace cli
