#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/sweep.hpp"
#include "sim/report/study/study_json.hpp"

/// A small study with made-up results. Nothing here is simulated.
namespace fastfood::report {

inline experiment::Value whole(int number) { return {std::to_string(number), number}; }
inline experiment::Value text(const std::string& word) { return {"\"" + word + "\"", {}}; }

/// Varies the number of cooks and the mode.
inline StudyHeader sample_study() {
  return {.scenario = "Lunch",
          .seed = 7,
          .design = experiment::Design::zip,
          .parameters = {"stations.kitchen.capacity", "servers.0.mode"},
          .metrics = {"total_time.mean", "satisfied.fraction"},
          .names = {"kitchen capacity", "Ana mode"}};
}

/// One point that succeeded, and one that failed in its first run.
inline std::vector<experiment::PointResult> sample_points() {
  return {{.parameters = {whole(3), text("async")},
           .replications = 2,
           .metrics = {{5.05, 0.25, 0.95, 2}, {0.9, {}, 0.95, 1}}},
          {.parameters = {whole(4), text("sequential")}, .metrics = {{}, {}}, .error = "Nobody can go on."}};
}

}  // namespace fastfood::report
