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

/// Returns sets of about `count` samples each: some as a counter produces them, others that are hard to sort, to sum or
/// to put into buckets.
std::vector<SampleSet> sample_sets(std::size_t count);

}  // namespace fastfood::stats
