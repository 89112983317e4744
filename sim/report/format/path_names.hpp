#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/points.hpp"

/// Paths as a person would say them.
namespace fastfood::report {

/// The keys of each path without the kind of thing it leads to: `kitchen capacity` of `stations.kitchen.capacity`. The
/// whole path of those that could be mistaken for one another.
std::vector<std::string> short_names(const std::vector<std::string>& paths);

/// What was set: `kitchen capacity 4, fryer batch size 7`. `names` are those of the parameters.
std::string settings_text(const std::vector<std::string>& names, const experiment::Point& values);

}  // namespace fastfood::report
