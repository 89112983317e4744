#pragma once

#include <cstddef>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// No more points are drawn.
inline constexpr std::size_t most_drawn_points = 1'000'000;

/// Whether its points are drawn from ranges.
bool is_drawn(Design design);

/// How the points of a study are made. Of a wrong one, what was probably meant.
Design read_design(const scenario::Object& study);

/// How many points are drawn; 0 where none are.
std::size_t read_points(const scenario::Object& study, Design design);

}  // namespace fastfood::experiment
