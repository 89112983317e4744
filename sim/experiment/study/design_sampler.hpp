#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::experiment {

/// Numbers drawn from the ranges of a study: those of one parameter and one point hang on nothing but the seed, its
/// path and the number of the point. A Latin hypercube cuts each range into as many equal strata as there are points,
/// and draws one number from each, in an order of the parameter's own. The study outlives it.
class Sample {
 public:
  /// Empty where the design draws nothing.
  Sample(const Study& study, std::uint64_t seed);

  /// For the parameter at a place among the study's, in the point of this number, from 0.
  double at(std::size_t parameter, std::size_t number) const;

 private:
  const Study* study_;
  std::vector<random::StreamKey> places_;           // of each parameter
  std::vector<std::vector<std::uint32_t>> strata_;  // of each parameter, the one that each point is in
};

}  // namespace fastfood::experiment
