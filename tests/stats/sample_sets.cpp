#include "tests/stats/sample_sets.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

constexpr Duration seventy_years = latest_instant.time_since_epoch();

template <class Draw>
SampleSet drawn(std::string name, std::size_t count, Draw draw) {
  std::mt19937_64 bits(count);
  SampleSet set{std::move(name), {}};
  for (std::size_t i = 0; i != count; ++i) {
    set.samples.push_back(Duration{static_cast<std::int64_t>(draw(bits() >> 3))});
  }
  return set;
}

/// Each power of two that a duration can be, and its neighbours.
SampleSet powers(std::size_t count) {
  SampleSet set{"powers of two", {}};
  for (std::size_t i = 0; i != count; ++i) {
    const std::uint64_t power = std::uint64_t{1} << (i / 3 % 63);
    set.samples.push_back(Duration{static_cast<std::int64_t>(power - 1 + i % 3)});
  }
  return set;
}

/// Clusters that only smaller and smaller windows separate.
std::uint64_t nested(std::uint64_t bits) {
  constexpr std::uint64_t bases[] = {0, 1ULL << 30, 1ULL << 44, 1ULL << 61};
  const std::uint64_t width = 1ULL << (bits % 7 * 6);
  return bases[bits / 7 % 4] + bits / 28 % width;
}

}  // namespace

std::vector<SampleSet> sample_sets(std::size_t count) {
  std::vector<SampleSet> sets;
  sets.push_back({"nothing but zeros", std::vector<Duration>(count, 0s)});
  sets.push_back({"all equal", std::vector<Duration>(count, 4s)});
  sets.push_back({"one of seventy years", std::vector<Duration>(count, 3ns)});
  sets.back().samples[count / 3] = seventy_years;
  sets.push_back({"one of nothing", std::vector<Duration>(count, seventy_years)});
  sets.back().samples[count / 3] = 0s;
  sets.push_back(drawn("minutes", count, [](auto bits) { return bits % 600'000'000'000; }));
  sets.push_back(drawn("any duration", count, [](auto bits) { return bits; }));
  sets.push_back(drawn("any size", count, [](auto bits) { return (bits | 1ULL << 60) >> bits % 61; }));
  sets.push_back(drawn("whole seconds", count, [](auto bits) { return bits % 10 * 1'000'000'000; }));
  sets.push_back(drawn("mostly no time", count, [](auto bits) { return bits % 20 == 0 ? bits >> 20 : 0; }));
  sets.push_back(drawn("two crowds", count, [](auto bits) { return bits % 2 * (1ULL << 61) + bits / 2 % 1000; }));
  sets.push_back(drawn("little on much", count, [](auto bits) { return 1'000'000'000'000'000'000 + bits % 100'000; }));
  sets.push_back(drawn("nested crowds", count, nested));
  sets.push_back(powers(count));
  sets.push_back(sets[4]);
  sets.back().name = "falling";
  std::sort(sets.back().samples.rbegin(), sets.back().samples.rend());
  sets.push_back({"the longest", std::vector<Duration>(count, Duration::max())});
  return sets;
}

}  // namespace fastfood::stats
