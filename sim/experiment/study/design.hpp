#pragma once

#include <cstddef>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// No design draws more points.
inline constexpr std::size_t max_drawn_points = 1'000'000;

/// Returns whether a design draws its points from ranges.
bool is_drawn(Design design);

/// Reads the design of a study. Returns the most likely one if it is not valid.
Design read_design(const scenario::Object& study);

/// Reads how many points are drawn; 0 if the design draws none.
std::size_t read_points(const scenario::Object& study, Design design);

}  // namespace fastfood::experiment
