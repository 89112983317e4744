#pragma once

#include <cstdint>

#include "sim/experiment/study/requirement.hpp"

namespace fastfood::experiment {

/// How sure a decision is to be.
struct SequentialTestOptions {
  /// How often, at most, a mean outside the indifference zone is taken for one on the other side; below 1/2.
  double error = 0.05;

  /// Half the width of that zone around the limit: a share of the limit's size, or itself where the limit is 0.
  double indifference = 0.01;

  /// The values before the first decision, at least 2. With twenty it takes two fifths more values in all than if the
  /// variance were known, with ten more than twice as many (at an error of 0.001).
  std::int64_t first_stage = 20;
};

/// The share of an error that the `look`-th of any number of looks may spend, from 1: 1 / (j (j + 1)), which add up
/// to 1.
double share_of_look(std::int64_t look);

/// Half the width of the indifference zone, in the units of the limit, which is a number.
double half_zone(const Requirement& requirement, const SequentialTestOptions& certainty);

}  // namespace fastfood::experiment
