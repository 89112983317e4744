#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/time.hpp"

namespace fastfood::stats {

struct SampleSet {
  std::string name;
  std::vector<Duration> samples;
};

/// Sets of about `count` samples each: what a counter would give, and what is made to be hard to put in order, to sum
/// or to put in buckets.
std::vector<SampleSet> sample_sets(std::size_t count);

}  // namespace fastfood::stats
