#include "sim/stats/summary.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <vector>

#include "sim/stats/samples.hpp"

// Counts what this executable takes from the heap, with malloc's own eight bytes a block.

namespace {

struct Heap {
  std::size_t bytes = 0;
  std::size_t peak = 0;
};

Heap heap;

void give_back(void* block) {
  if (block != nullptr) {
    heap.bytes -= malloc_usable_size(block) + 8;
    std::free(block);
  }
}

}  // namespace

void* operator new(std::size_t size) {
  void* const block = std::malloc(size);
  if (block == nullptr) {
    std::abort();
  }
  heap.bytes += malloc_usable_size(block) + 8;
  heap.peak = std::max(heap.peak, heap.bytes);
  return block;
}
void operator delete(void* block) noexcept { give_back(block); }
void operator delete(void* block, std::size_t) noexcept { give_back(block); }

namespace sim::stats {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kib = 1024;

/// What the heap held at most since this began, beyond what it held then, and what of that it still holds.
class Watch {
 public:
  Watch() : before_(heap.bytes) { heap.peak = heap.bytes; }
  std::size_t peak() const { return heap.peak - before_; }
  std::size_t held() const { return heap.bytes - before_; }

 private:
  std::size_t before_;
};

Samples many(std::int64_t count, std::int64_t most_exact) {
  Samples samples(most_exact);
  for (std::int64_t i = 0; i != count; ++i) {
    samples.add(i * 7'919 % 1'000'003 * 1ms);
  }
  return samples;
}

TEST(SamplesInMemory, TakeEightBytesEachAndAreNeverCopied) {
  const Watch watch;

  const Samples samples = many(1'000'000, 1'000'000);

  EXPECT_LE(watch.held(), 1'000'000 * sizeof(Duration) + 80 * kib);  // the last chunk, and where all of them are
  EXPECT_LE(watch.peak(), 1'000'000 * sizeof(Duration) + 80 * kib);
}

TEST(SamplesInMemory, TakeLittleWhereTheyAreFew) {
  std::vector<Samples> collections(1000);
  const Watch watch;

  for (Samples& samples : collections) {
    for (int i = 0; i != 10; ++i) {
      samples.add(5s);
    }
  }

  EXPECT_LE(watch.held() / collections.size(), 200U);
}

TEST(SamplesInMemory, TakeNoMoreThanASketchWhereTheyAreTooMany) {
  const Watch watch;
  const Samples samples = many(1'000'001, 1'000'000);
  EXPECT_LE(watch.held(), 500 * kib);

  const Watch later;
  const Samples more = many(3'000'000, 10);
  EXPECT_LE(later.peak(), 500 * kib);
}

TEST(SummaryInMemory, TakesNoMoreThanAMebibyteForAWhile) {
  const Samples exact = many(1'000'000, 10'000'000);
  const Samples few = many(10, 10'000'000);
  const Samples sketched = many(1'000'000, 10);
  const Watch watch;

  summarize(exact);
  EXPECT_LE(watch.peak(), 1024 * kib);
  summarize(std::array{&exact, &few, &exact});
  EXPECT_LE(watch.peak(), 1024 * kib);
  summarize(std::array{&exact, &sketched});
  EXPECT_LE(watch.peak(), 1024 * kib);
  EXPECT_EQ(watch.held(), 0U);
}

}  // namespace
}  // namespace sim::stats
