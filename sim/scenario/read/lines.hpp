#pragma once

#include <optional>
#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// Returns the names by which groups and customers refer to lines. Lines name groups of servers in turn, so their names
/// are known before anything else about them. A scenario without `lines` has one that is called `line`.
Names line_names(const Object& scenario);

/// Reads the lines, each under its name. Their stops name groups of servers of `groups`.
std::vector<model::LineSpec> read_lines(const Field& field, const Names& groups, const Clock& clock);

}  // namespace fastfood::scenario
