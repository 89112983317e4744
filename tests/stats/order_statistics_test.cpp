#include "sim/stats/order_statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/stats/sample_sets.hpp"

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

/// The first, the last, some neighbours and one rank twice.
std::vector<OrderStatistic> ranks_of(std::size_t size) {
  const auto count = static_cast<std::int64_t>(size);
  std::vector<OrderStatistic> statistics = {{0}, {1}, {count / 2}, {count / 2 + 1}, {count / 2 + 1}, {count - 1}};
  for (std::int64_t tenth = 1; tenth != 10; ++tenth) {
    statistics.push_back({count * tenth / 10});
  }
  std::ranges::sort(statistics, {}, &OrderStatistic::rank);
  return statistics;
}

void expect_found(std::vector<std::vector<Duration>> parts) {
  std::vector<Samples> collections(parts.size());
  std::vector<const Samples*> read;
  std::vector<Duration> sorted;
  for (std::size_t i = 0; i != parts.size(); ++i) {
    for (const Duration sample : parts[i]) {
      collections[i].add(sample);
      sorted.push_back(sample);
    }
    read.push_back(&collections[i]);
  }
  std::ranges::sort(sorted);
  std::vector<OrderStatistic> statistics = ranks_of(sorted.size());

  find_order_statistics(read, statistics);

  for (const OrderStatistic& found : statistics) {
    EXPECT_EQ(found.value, sorted[static_cast<std::size_t>(found.rank)]) << found.rank;
  }
}

TEST(OrderStatistics, AreThoseOfTheSortedSamplesIfTheyAreFew) {
  for (const SampleSet& set : sample_sets(1000)) {
    SCOPED_TRACE(set.name);
    expect_found({set.samples});
  }
}

TEST(OrderStatistics, AreThoseOfTheSortedSamplesForAnyDistribution) {
  for (const SampleSet& set : sample_sets(300'000)) {  // several times as many as are sorted at once
    SCOPED_TRACE(set.name);
    expect_found({set.samples});
  }
}

TEST(OrderStatistics, AreThoseOfAllPartsTogether) {
  std::vector<std::vector<Duration>> parts;
  for (const SampleSet& set : sample_sets(30'000)) {
    parts.push_back(set.samples);
    parts.emplace_back();
  }

  expect_found(std::move(parts));
}

TEST(OrderStatisticsDeathTest, CannotBeFoundInASketch) {
  Samples sketched(1);
  sketched.add(1s);
  sketched.add(2s);
  const Samples* const parts[] = {&sketched};
  std::vector<OrderStatistic> statistics = {{0}};

  EXPECT_DEATH(find_order_statistics(parts, statistics), "a sketch does not know its samples");
}

TEST(OrderStatisticsDeathTest, CannotBeFoundBeyondTheLast) {
  Samples samples;
  samples.add(1s);
  const Samples* const parts[] = {&samples};
  std::vector<OrderStatistic> statistics = {{0}, {1}};

  EXPECT_DEATH(find_order_statistics(parts, statistics), "there is no sample of that rank");
}

}  // namespace
}  // namespace fastfood::stats
