#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

/// Reads the keys of a study that name its parameters or the metrics of its runs. `counters` are those that it may run,
/// as far as they are known.
namespace fastfood::experiment {

/// Reads `where`: conditions on parameters.
std::vector<Requirement> read_where(const scenario::Field& field, const std::vector<Parameter>& parameters);

/// Reads `labels`: names of parameters, as people should read them.
std::vector<std::pair<std::string, std::string>> read_labels(const scenario::Field& field,
                                                             const std::vector<Parameter>& parameters);

/// Reads the path of a metric.
std::string read_metric(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

/// Reads a list of paths of metrics.
std::vector<std::string> read_metrics(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

/// Reads `require`: requirements on metrics.
std::vector<Requirement> read_require(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

}  // namespace fastfood::experiment
