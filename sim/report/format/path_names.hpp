#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/study/points.hpp"
#include "sim/model/spec.hpp"

/// Names that people have for the paths of metrics and parameters.
namespace fastfood::report {

/// Returns the name of a metric: `total time, mean` for `total_time.mean`, `grill busy` for
/// `stations.grill.utilization`.
std::string metric_name(const std::string& path);

/// Returns the names of several metrics. Those with equal names keep their paths.
std::vector<std::string> metric_names(const std::vector<std::string>& paths);

/// Pairs of a path and the name that a study gives it.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// Returns the names of values of a scenario that are varied: their label, or `kitchen capacity` for
/// `stations.kitchen.capacity`, `till from 12:00` for `stations.till.capacity.1.value`. Those with equal names keep
/// their paths.
std::vector<std::string> parameter_names(const std::vector<std::string>& paths, const model::CounterSpec& spec,
                                         const Labels& labels);

/// Formats the values of a point: `kitchen capacity = 4, fryer batch size = 7`. `names` are the names of its
/// parameters.
std::string settings_text(const std::vector<std::string>& names, const experiment::Point& values);

/// Returns the same as lines of at most `width` columns, which are indented. Values above 40 columns are cut.
std::string settings_lines(const std::vector<std::string>& names, const experiment::Point& values, std::size_t width);

}  // namespace fastfood::report
