#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/points.hpp"

/// Formats paths of metrics and parameters for people.
namespace fastfood::report {

/// Returns the keys of each path without the collection it starts in: `kitchen capacity` for
/// `stations.kitchen.capacity`. Paths whose short names are equal keep the whole path.
std::vector<std::string> short_names(const std::vector<std::string>& paths);

/// Formats the values of a point: `kitchen capacity 4, fryer batch size 7`. `names` are the names of its parameters.
std::string settings_text(const std::vector<std::string>& names, const experiment::Point& values);

}  // namespace fastfood::report
