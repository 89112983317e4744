#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::experiment {

/// Draws the numbers of a random design or a Latin hypercube from the ranges of its parameters. The number of one
/// parameter at one point depends on nothing but the seed, the parameter's path and the index of the point.
///
/// A Latin hypercube cuts each range into as many strata of equal width as there are points. It draws one number from
/// each, in a random order of the parameter's own (McKay, Beckman and Conover 1979). The study has to outlive the
/// sampler.
class DesignSampler {
 public:
  /// Draws nothing for other designs.
  DesignSampler(const Study& study, std::uint64_t seed);

  /// Returns the number of a parameter at a point. Both are indexes, from 0.
  double at(std::size_t parameter, std::size_t point) const;

 private:
  const Study* study_;
  std::vector<random::StreamKey> keys_;             // of each parameter
  std::vector<std::vector<std::uint32_t>> strata_;  // of each parameter, the stratum of each point
};

}  // namespace fastfood::experiment
