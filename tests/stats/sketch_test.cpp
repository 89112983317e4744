#include "sim/stats/sketch.hpp"

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

Sketch sketch_of(const std::vector<Duration>& samples) {
  Sketch sketch;
  for (const Duration sample : samples) {
    sketch.add(sample);
  }
  return sketch;
}

TEST(Sketch, KnowsItsExtremesExactly) {
  const Sketch sketch = sketch_of({7'123'456'789ns, 1h, 3'000'000'001ns});

  EXPECT_EQ(sketch.count(), 3);
  EXPECT_EQ(sketch.min(), 3'000'000'001ns);
  EXPECT_EQ(sketch.max(), 1h);
  EXPECT_EQ(sketch.at(0), 3'000'000'001ns);
  EXPECT_EQ(sketch.at(2), 1h);
}

TEST(Sketch, IsExactBelowTwoMicroseconds) {
  Sketch sketch;
  for (std::int64_t i = 0; i != 2048; ++i) {
    sketch.add(Duration{i * 5 % 2048});
  }

  for (std::int64_t rank = 0; rank != 2048; ++rank) {
    EXPECT_EQ(sketch.at(rank), Duration{rank});
  }
}

TEST(Sketch, IsExactIfAllSamplesAreEqual) {
  const Sketch sketch = sketch_of(std::vector<Duration>(100, 7'123'456'789ns));

  EXPECT_EQ(sketch.at(50), 7'123'456'789ns);
}

TEST(Sketch, StatesTheErrorOfItsBuckets) {
  EXPECT_GE(Sketch::relative_error, 1.0 / 2048);
  EXPECT_LT(Sketch::relative_error, 1.03 / 2048);
}

TEST(Sketch, IsWithinOneIn2048OfEverySample) {
  for (SampleSet& set : sample_sets(5000)) {
    SCOPED_TRACE(set.name);
    const Sketch sketch = sketch_of(set.samples);
    std::ranges::sort(set.samples);

    for (std::size_t rank = 0; rank < set.samples.size(); rank += 7) {
      const Duration error = sketch.at(static_cast<std::int64_t>(rank)) - set.samples[rank];
      EXPECT_LE(std::chrono::abs(error), set.samples[rank] / 2048) << rank;
    }
  }
}

TEST(Sketch, HoldsEverySampleInTheRangeThatItReturns) {
  for (SampleSet& set : sample_sets(5000)) {
    SCOPED_TRACE(set.name);
    const Sketch sketch = sketch_of(set.samples);
    std::ranges::sort(set.samples);

    for (std::int64_t rank = 1; rank < sketch.count() - 1;) {
      const Sketch::Range range = sketch.range_at(rank);
      const auto below = std::ranges::lower_bound(set.samples, range.first) - set.samples.begin();
      const auto up_to = std::ranges::upper_bound(set.samples, range.last) - set.samples.begin();
      EXPECT_EQ(range.below, below);
      EXPECT_EQ(range.below + range.count, up_to);
      ASSERT_LT(rank, up_to);
      rank = up_to;
    }
  }
}

TEST(Sketch, MergesIntoTheSketchOfAllSamples) {
  const std::vector<SampleSet> sets = sample_sets(500);
  for (const SampleSet& left : sets) {
    for (const SampleSet& right : sets) {
      std::vector<Duration> both = left.samples;
      both.insert(both.end(), right.samples.begin(), right.samples.end());

      Sketch left_first = sketch_of(left.samples);
      left_first.merge(sketch_of(right.samples));
      Sketch right_first = sketch_of(right.samples);
      right_first.merge(sketch_of(left.samples));

      EXPECT_TRUE(left_first == sketch_of(both)) << left.name << " and " << right.name;
      EXPECT_TRUE(right_first == left_first) << left.name << " and " << right.name;
    }
  }
}

TEST(Sketch, IsNotChangedByAnEmptyOne) {
  const Sketch one = sketch_of({5s, 6s});
  Sketch sketch = one;
  sketch.merge(Sketch());
  EXPECT_TRUE(sketch == one);

  Sketch empty;
  empty.merge(one);
  EXPECT_TRUE(empty == one);
}

TEST(SketchDeathTest, RejectsANegativeDuration) { EXPECT_DEATH(Sketch().add(-1ns), "nothing takes less than no time"); }

TEST(SketchDeathTest, HasNoSampleBeyondTheLast) {
  EXPECT_DEATH(sketch_of({5s}).at(1), "there is no sample of that rank");
  EXPECT_DEATH(sketch_of({5s}).at(-1), "there is no sample of that rank");
  EXPECT_DEATH(Sketch().at(0), "there is no sample of that rank");
}

}  // namespace
}  // namespace fastfood::stats
