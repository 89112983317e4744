#include "tools/cli/commands/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>
#include <variant>

#include "sim/base/printable.hpp"
#include "sim/experiment/run/sweep.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/version.hpp"
#include "sim/report/study/study_text.hpp"
#include "sim/scenario/json/document.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/commands/sweep_outputs.hpp"
#include "tools/cli/commands/unmet_requirements.hpp"
#include "tools/cli/files/checkpoint_file.hpp"
#include "tools/cli/files/study_input.hpp"
#include "tools/cli/interrupt.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/progress.hpp"

namespace cli {
namespace {

using fastfood::experiment::Point;
using fastfood::experiment::PointResult;
using fastfood::experiment::Points;
using fastfood::experiment::RunOutcome;
using fastfood::experiment::Study;
using fastfood::report::CheckpointRun;
using fastfood::report::StudyHeader;

std::optional<Study> read_sweep_study(const SweepOptions& options) {
  const Warnings warnings = options.quiet ? Warnings::hidden : Warnings::shown;
  auto study = options.vary.empty() ? read_study(options.file, warnings, options.overrides)
                                    : vary_scenario(options.file, warnings, options.vary, options.overrides);
  if (!study || !change(*study, options.changes)) {
    return std::nullopt;
  }
  for (const auto& requirement : study->require) {
    if (std::ranges::find(study->metrics, requirement.path) == study->metrics.end()) {
      study->metrics.push_back(requirement.path);  // so that the output shows the value
    }
  }
  return study;
}

/// Returns a text that changes if the scenario or one of the files that it names does.
std::string content_of(const fastfood::scenario::Document& scenario) {
  std::string content = fastfood::scenario::json_text(*scenario.root);
  for (const std::string& name : scenario.files.names()) {
    content += "\n" + name + " " + fastfood::report::fingerprint(scenario.files.text(name).value());
  }
  return content;
}

fastfood::report::CheckpointHeader checkpoint_header(const Study& study, const StudyHeader& head) {
  return {std::string{fastfood::report::program_version()}, head.scenario,
          fastfood::report::fingerprint(content_of(study.scenario.document)), head.seed,
          fastfood::experiment::measured_metrics(study).names()};
}

/// Returns callbacks that show the progress of a sweep, and keep and recall its finished runs.
fastfood::experiment::SweepCallbacks sweep_callbacks(const StudyHeader& head, CheckpointFile* journal,
                                                     Progress& progress) {
  fastfood::experiment::SweepCallbacks callbacks;
  if (journal != nullptr) {
    callbacks.recall = [&head, journal](const Point& point, std::int64_t replication) -> std::optional<RunOutcome> {
      const CheckpointRun* run =
          journal->kept().find(fastfood::report::parameters_text(head.parameters, point), replication);
      if (run == nullptr) {
        return std::nullopt;
      }
      return run->error ? RunOutcome(fastfood::Unexpected(*run->error)) : RunOutcome(run->values);
    };
  }
  callbacks.on_run_end = [&head, journal, &progress](const Point& point, std::int64_t replication,
                                                     const RunOutcome& outcome) {
    if (journal != nullptr) {
      CheckpointRun run{fastfood::report::parameters_text(head.parameters, point), replication};
      outcome ? void(run.values = *outcome) : void(run.error = outcome.error());
      journal->add(run);
    }
    progress.run_ended();
  };
  callbacks.on_point_end = [&head, &progress](const PointResult& point) {
    const std::string& metric = head.metrics.empty() ? std::string{} : head.metrics.front();
    progress.point_ended(point.metrics.empty()
                             ? ""
                             : "last: " + metric + " " +
                                   fastfood::report::format_metric(metric, point.metrics.front().mean));
  };
  return callbacks;
}

std::size_t runs_per_point(const Study& study) {
  const auto* number = std::get_if<std::int64_t>(&study.replications);
  return number != nullptr ? static_cast<std::size_t>(*number) : 0;
}

/// Logs failed points and unmet requirements. Returns the exit code.
ExitCode log_point_failures(const SweepOptions& options, const Study& study, const std::vector<PointResult>& points) {
  ExitCode outcome = ExitCode::done;
  for (std::size_t i = 0; i != points.size(); ++i) {
    const std::string name = fmt::format("{}: point {}", display_path(options.file), i);
    if (points[i].error) {
      log_error(name + ": error: ", *points[i].error);
      outcome = worse(outcome, ExitCode::failed);
      continue;
    }
    for (const auto& requirement : options.changes.require) {
      const auto index = std::ranges::find(study.metrics, requirement.path) - study.metrics.begin();
      const auto value = points[i].metrics[static_cast<std::size_t>(index)].mean;
      if (!fastfood::experiment::is_met(requirement, value)) {
        log_unmet_requirement(name, requirement, value);
        outcome = worse(outcome, ExitCode::not_met);
      }
    }
  }
  return outcome;
}

/// Returns the message about the finished runs of an interrupted sweep.
std::string kept_runs_message(CheckpointFile* journal) {
  if (journal == nullptr) {
    return "with --out FILE finished runs would have been kept";
  }
  try {
    journal->flush();
  } catch (const CheckpointWriteError& failure) {
    return std::string{"the last finished runs are lost: "} + failure.what();
  }
  if (!journal->is_there()) {
    return "finished runs are lost: " + journal->name() + " was deleted or replaced meanwhile";
  }
  return "finished runs are in " + journal->name() + ", --resume goes on from there";
}

/// Runs the points that the checkpoint does not hold yet.
std::vector<PointResult> run_points(const SweepOptions& options, const Study& study, const Points& points,
                                    CheckpointFile* journal) {
  const StudyHeader head = header_of(study);
  Progress progress(points.size(), runs_per_point(study), options.quiet);
  const Interrupt interrupt([journal, &progress] {
    progress.clear();
    log_error("interrupted; " + kept_runs_message(journal));
  });
  auto results = fastfood::experiment::sweep(study, points,
                                             {jobs_of(options.jobs, options.quiet, [&progress] { progress.clear(); }),
                                              options.fail_fast, sweep_callbacks(head, journal, progress)});
  if (journal != nullptr) {
    journal->flush();
  }
  return results;
}

/// Runs all points and writes their results.
ExitCode run_and_write(const SweepOptions& options, const Study& study, const Points& points, SweepOutputs& outputs,
                       CheckpointFile* journal) {
  const std::vector<PointResult> results = run_points(options, study, points, journal);
  const ExitCode outcome = log_point_failures(options, study, results);
  if (results.size() != points.size()) {
    return outcome;  // --fail-fast
  }
  if (const auto failure = outputs.write(header_of(study), results)) {
    return worse(outcome, exit_code_of(failure));
  }
  if (journal != nullptr) {
    journal->complete();
  }
  return worse(outcome, exit_code_of(outputs.finish()));
}

ExitCode list_points(const Study& study, const Points& points) {
  Output out = Output::standard();
  const StudyHeader head = header_of(study);
  for (std::size_t i = 0; i != points.size(); ++i) {
    std::string line = std::to_string(i);
    const Point point = points.at(i);
    for (std::size_t parameter = 0; parameter != point.size(); ++parameter) {
      line += "  " + head.parameters[parameter] + "=" + point[parameter].json;
    }
    out.print(fastfood::printable(line) + "\n");
  }
  return exit_code_of(out.finish());
}

}  // namespace

ExitCode sweep(const SweepOptions& options) {
  const auto study = read_sweep_study(options);
  if (!study || !check_size(options.file, *study, options.yes) ||
      !check_scenario_not_overwritten(options.file, *study, {options.out, options.json})) {
    return ExitCode::refused;
  }
  const Points points(*study, counter_of(*study).seed);
  if (options.list) {
    return list_points(*study, points);
  }
  auto outputs = SweepOutputs::open({options.out, options.json, options.quiet});
  if (!outputs) {
    return exit_code_of(outputs.error());
  }
  std::optional<CheckpointFile> journal;
  if (outputs->has_file()) {
    auto opened = CheckpointFile::open(*options.out, checkpoint_header(*study, header_of(*study)), options.resume);
    if (!opened) {
      log_error(opened.error());
      return ExitCode::refused;
    }
    journal.emplace(std::move(opened).value());
  }
  try {
    return run_and_write(options, *study, points, *outputs, journal ? &*journal : nullptr);
  } catch (const CheckpointWriteError& failure) {
    log_error(failure.what());
    return ExitCode::failed;
  }
}

}  // namespace cli
