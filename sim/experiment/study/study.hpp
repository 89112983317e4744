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

/// What a study asks for: many runs of one scenario, with some of its values varied.
namespace fastfood::experiment {

/// Any number from one to another; only whole ones where the scenario has a whole number there.
struct Range {
  double min = 0;
  double max = 0;
  bool whole = false;

  bool operator==(const Range&) const = default;
};

/// The price of one more unit (over the least value tried), or of each value.
using Prices = std::variant<double, std::vector<std::pair<Value, double>>>;

/// A value of the scenario that is varied, by its path as written: over `values`, or over `range` where there is one.
struct Parameter {
  std::string path;
  std::vector<Value> values;
  std::optional<Range> range;
  std::optional<Prices> prices;

  bool operator==(const Parameter&) const = default;
};

/// How points are made of parameters; the words are the contract's.
enum class Design { grid, zip, random, latin_hypercube };

/// Go on until the half-width of a metric's interval is at most γ/(1+γ) of its mean, γ being `relative_precision`.
struct Precision {
  std::int64_t min = 10;
  std::int64_t max = 1000;
  double relative_precision = 0.05;
  std::string metric;
  double confidence = 0.95;

  bool operator==(const Precision&) const = default;
};

/// A number of replications, or how exact the result is to be.
using Replications = std::variant<std::int64_t, Precision>;

/// A whole study, checked: its paths lead somewhere and its metrics exist.
struct Study {
  scenario::Template scenario;
  std::string file;  // where that was found, as the study names it; empty where it stands inside
  Replications replications = std::int64_t{1};
  std::vector<Parameter> parameters;
  Design design = Design::grid;
  std::size_t points = 0;  // of a random design or a Latin hypercube
  std::vector<Requirement> where;
  std::vector<std::string> metrics;
  double confidence = 0.95;
  std::vector<Requirement> require;
  double indifference = 0.01;  // so close to its limit, as a share of that, a metric may be taken for either side
};

}  // namespace fastfood::experiment
