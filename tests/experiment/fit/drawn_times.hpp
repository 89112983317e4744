#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/random/distribution.hpp"

namespace fastfood::experiment {

/// Draws times from a distribution, as a run with this seed could.
inline std::vector<Duration> draw_times(const random::Distribution& distribution, std::size_t size,
                                        std::uint64_t seed) {
  random::Draws draws = random::StreamKey(seed).at("test").draws(0);
  std::vector<Duration> times(size);
  std::ranges::generate(times, [&] { return random::sample(distribution, draws); });
  return times;
}

inline std::vector<double> in_sorted_seconds(const std::vector<Duration>& times) {
  std::vector<double> seconds(times.size());
  std::ranges::transform(times, seconds.begin(), in_seconds);
  std::ranges::sort(seconds);
  return seconds;
}

}  // namespace fastfood::experiment
