#pragma once

#include <cstdint>

#include "sim/experiment/study/requirement.hpp"

namespace fastfood::experiment {

/// What a sequential test of a mean against a limit has to achieve.
struct SequentialTestOptions {
  /// The largest probability of a wrong decision about a mean outside the indifference zone; below 1/2.
  double error = 0.05;

  /// Half the width of the indifference zone around the limit, as a share of the limit's size; the half-width itself if
  /// the limit is 0. For a mean in the zone either decision is correct.
  double indifference = 0.01;

  /// The number of values before the first decision, at least 2. With 20 a test takes two fifths more values in all
  /// than if the variance were known, with 10 more than twice as many (at an error of 0.001).
  std::int64_t first_stage = 20;
};

/// Returns half the width of the indifference zone, in the units of the requirement's limit, which has to be a number.
double zone_half_width(const Requirement& requirement, const SequentialTestOptions& options);

/// Returns the share of the error that the j-th interim look at the values may spend, j counting from 1. The shares
/// 1 / (j (j + 1)) add up to 1 over any number of looks.
double error_share_of_look(std::int64_t look);

}  // namespace fastfood::experiment
