#include "sim/stats/summary.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/stats/samples.hpp"
#include "tests/heap_watch.hpp"

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kib = 1024;

Samples many(std::int64_t count, std::int64_t max_exact) {
  Samples samples(max_exact);
  for (std::int64_t i = 0; i != count; ++i) {
    samples.add(i * 7'919 % 1'000'003 * 1ms);
  }
  return samples;
}

TEST(SamplesInMemory, TakeEightBytesEachAndAreNeverCopied) {
  const heap::Watch watch;

  const Samples samples = many(1'000'000, 1'000'000);

  EXPECT_LE(watch.held(), 1'000'000 * sizeof(Duration) + 80 * kib);  // the last chunk, and the list of chunks
  EXPECT_LE(watch.peak(), 1'000'000 * sizeof(Duration) + 80 * kib);
}

TEST(SamplesInMemory, TakeLittleMemoryIfTheyAreFew) {
  std::vector<Samples> collections(1000);
  const heap::Watch watch;

  for (Samples& samples : collections) {
    for (int i = 0; i != 10; ++i) {
      samples.add(5s);
    }
  }

  EXPECT_LE(watch.held() / collections.size(), 200U);
}

TEST(SamplesInMemory, TakeNoMoreThanASketchIfTheyAreTooMany) {
  const heap::Watch watch;
  const Samples samples = many(1'000'001, 1'000'000);
  EXPECT_LE(watch.held(), 500 * kib);

  const heap::Watch later;
  const Samples more = many(3'000'000, 10);
  EXPECT_LE(later.peak(), 500 * kib);
}

TEST(SummaryInMemory, UsesAtMostAMebibyteTemporarily) {
  const Samples exact = many(1'000'000, 10'000'000);
  const Samples few = many(10, 10'000'000);
  const Samples sketched = many(1'000'000, 10);
  const heap::Watch watch;

  summarize(exact);
  EXPECT_LE(watch.peak(), 1024 * kib);
  summarize(std::array{&exact, &few, &exact});
  EXPECT_LE(watch.peak(), 1024 * kib);
  summarize(std::array{&exact, &sketched});
  EXPECT_LE(watch.peak(), 1024 * kib);
  EXPECT_EQ(watch.held(), 0U);
}

}  // namespace
}  // namespace fastfood::stats
