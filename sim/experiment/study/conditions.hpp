#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

/// The parts of a study that name what it varies, or the metrics of its runs. `counters` are those that it may run, as
/// far as they are known.
namespace fastfood::experiment {

/// Conditions on what is varied.
std::vector<Requirement> read_where(const scenario::Field& field, const std::vector<Parameter>& parameters);

/// The path of a metric.
std::string read_metric(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

/// A list of them.
std::vector<std::string> read_metrics(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

/// What metrics must be.
std::vector<Requirement> read_require(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

}  // namespace fastfood::experiment
