#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/experiment/study/value.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/scenario/reader.hpp"

/// A study: many runs of one scenario with some of its values varied.
///
/// `read_study` reads one from JSON. `Points` lists the combinations of values it tries. `sweep` runs all of them,
/// `optimize` finds the cheapest that meets its requirements, or the best by its objective.
///
/// Thread safety: a study is a plain value. Several threads may read it while none changes it.
///
/// Invariants of a study that was read without faults:
/// 1. Each path of a parameter leads to a value of the scenario, and each value is valid there, alone or together with
///    values of other parameters.
/// 2. Each metric exists in the runs of some point.
/// 3. At least one point is left by `where`.
///
/// Example:
///
///     auto file = read_study(text, "lunch", read_file);
///     if (file) {
///       const Study& study = file->study;
///       const Points points(study, study.scenario.with({})->spec.seed);
///       const std::vector<PointResult> results = sweep(study, points, {});
///     }
namespace fastfood::experiment {

/// The numbers from one to another; only the whole ones if `whole`.
struct Range {
  double min = 0;
  double max = 0;
  bool whole = false;

  bool operator==(const Range&) const = default;
};

/// The price of one more unit over the lowest value tried, or the price of each value.
using Prices = std::variant<double, std::vector<std::pair<Value, double>>>;

/// A value of the scenario that is varied: over `values`, or over `range` if the design draws its points.
struct Parameter {
  std::string path;  // as the user wrote it
  std::vector<Value> values;
  std::optional<Range> range;
  std::optional<Prices> prices;  // none if it is free

  bool operator==(const Parameter&) const = default;
};

/// How points are made of parameters; spelled as in JSON.
enum class Design { grid, zip, random, latin_hypercube };

/// Replicate until the half-width of the metric's interval is at most γ/(1+γ) of its mean, γ being the
/// `relative_precision`.
struct Precision {
  std::int64_t min = 10;
  std::int64_t max = 1000;
  double relative_precision = 0.05;
  std::string metric;
  double confidence = 0.95;

  bool operator==(const Precision&) const = default;
};

/// The number of replications of each point, or the precision to reach.
using Replications = std::variant<std::int64_t, Precision>;

enum class Direction { maximize, minimize };

/// The metric that the best point has the highest or the lowest mean of.
struct Objective {
  Direction direction = Direction::maximize;
  std::string metric;

  bool operator==(const Objective&) const = default;
};

struct Study {
  scenario::Template scenario;
  std::string file;  // of the scenario, as the study names it; empty if the scenario is inside the study
  Replications replications = std::int64_t{1};
  std::vector<Parameter> parameters;
  std::vector<std::pair<std::string, std::string>> labels;  // the path of a parameter, and its name in tables
  Design design = Design::grid;
  std::size_t points = 0;          // how many a random design or a Latin hypercube draws
  std::vector<Requirement> where;  // conditions that a point has to fulfil to be tried
  std::vector<std::string> metrics;
  double confidence = 0.95;
  std::vector<Requirement> require;
  std::optional<Objective> objective;  // instead of prices
  double indifference = 0.01;  // share of a value: means closer than that to a limit, or to each other, may count as
                               // either side
};

/// Messages show at most so many characters of a path.
inline constexpr std::size_t max_shown_path = 200;

}  // namespace fastfood::experiment
