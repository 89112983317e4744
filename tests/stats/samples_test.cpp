#include "sim/stats/samples.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

/// 0 to `count` - 1 nanoseconds, after `from`.
void add_numbers(Samples& samples, std::int64_t count, Duration from = 0ns) {
  for (std::int64_t i = 0; i != count; ++i) {
    samples.add(from + Duration{i});
  }
}

std::vector<Duration> kept(const Samples& samples) {
  std::vector<Duration> all;
  samples.for_each_chunk(
      [&all](std::span<const Duration> chunk) { all.insert(all.end(), chunk.begin(), chunk.end()); });
  return all;
}

std::vector<Duration> numbers(std::int64_t count) {
  std::vector<Duration> all;
  for (std::int64_t i = 0; i != count; ++i) {
    all.emplace_back(i);
  }
  return all;
}

Sketch sketch_of(const Samples& samples) {
  Sketch sketch;
  samples.add_to(sketch);
  return sketch;
}

TEST(Samples, AreEmptyAtFirst) {
  const Samples samples;

  EXPECT_EQ(samples.count(), 0);
  EXPECT_EQ(samples.moments().count(), 0);
  EXPECT_TRUE(samples.is_exact());
  EXPECT_EQ(kept(samples), numbers(0));
}

TEST(Samples, AreKeptInTheOrderInWhichTheyCame) {
  for (const std::int64_t count : {1, 15, 16, 17, 48, 49, 8175, 8176, 8177, 16'367, 16'368, 16'369, 100'000}) {
    Samples samples;
    add_numbers(samples, count);

    EXPECT_EQ(samples.count(), count);
    EXPECT_EQ(kept(samples), numbers(count));
  }
}

TEST(Samples, AreNotMovedWhenMoreAreAdded) {
  Samples samples;
  samples.add(5s);
  const Duration* first = nullptr;
  samples.for_each_chunk([&first](std::span<const Duration> chunk) { first = chunk.data(); });

  add_numbers(samples, 100'000);

  bool is_first = true;
  samples.for_each_chunk(
      [&](std::span<const Duration> chunk) { EXPECT_EQ(std::exchange(is_first, false), chunk.data() == first); });
}

TEST(Samples, AreKeptUpToTheMaximum) {
  for (const std::int64_t max : {1, 16, 17, 48, 1000, 20'000}) {
    Samples samples(max);
    EXPECT_EQ(samples.max_exact(), max);

    add_numbers(samples, max);
    EXPECT_TRUE(samples.is_exact());
    EXPECT_EQ(kept(samples), numbers(max));

    samples.add(Duration{max});
    EXPECT_FALSE(samples.is_exact());
    EXPECT_EQ(kept(samples), numbers(0));
    EXPECT_EQ(samples.count(), max + 1);
  }
}

TEST(Samples, MayBeSketchedFromTheFirstSample) {
  Samples samples(0);

  samples.add(3s);

  EXPECT_FALSE(samples.is_exact());
  EXPECT_EQ(sketch_of(samples).max(), 3s);
}

TEST(Samples, HaveTheSameSketchWhetherKeptOrNot) {
  Samples none_kept(0);
  Samples some_kept(5000);
  Samples all_kept;
  for (Samples* samples : {&none_kept, &some_kept, &all_kept}) {
    add_numbers(*samples, 12'345, 77us);
  }

  EXPECT_TRUE(sketch_of(none_kept) == sketch_of(all_kept));
  EXPECT_TRUE(sketch_of(some_kept) == sketch_of(all_kept));
}

TEST(Samples, KeepTheirMomentsWhenTheyAreSketched) {
  Samples sketched(10);
  Samples whole;
  add_numbers(sketched, 1000, 50h);
  add_numbers(whole, 1000, 50h);

  EXPECT_EQ(sketched.moments().mean(), whole.moments().mean());
  EXPECT_EQ(sketched.moments().deviation(), whole.moments().deviation());
}

TEST(Samples, AreKeptUpToTheMaximumAfterAMerge) {
  Samples samples(100);
  add_numbers(samples, 30);
  Samples others(100);
  add_numbers(others, 70, 30ns);
  samples.merge(others);
  EXPECT_EQ(kept(samples), numbers(100));

  samples.add(1s);

  EXPECT_FALSE(samples.is_exact());
  EXPECT_EQ(sketch_of(samples).max(), 1s);
}

TEST(Samples, StaySketchedWhenFewAreMergedIn) {
  Samples samples(100);
  Samples sketched(10);
  add_numbers(sketched, 70);
  samples.merge(sketched);
  Samples few;
  few.add(1s);

  samples.merge(few);

  EXPECT_FALSE(samples.is_exact());
  EXPECT_EQ(samples.count(), 71);
  EXPECT_EQ(sketch_of(samples).max(), 1s);
}

TEST(Samples, MergeAsIfAddedOneByOne) {
  Samples samples;
  add_numbers(samples, 20);
  Samples others;
  add_numbers(others, 100'000, 20ns);

  samples.merge(others);

  EXPECT_EQ(kept(samples), numbers(100'020));
  EXPECT_EQ(samples.count(), 100'020);
  EXPECT_EQ(others.count(), 100'000);
}

TEST(Samples, MergeIntoASketchIfTheyAreTooMany) {
  Samples whole(0);
  add_numbers(whole, 100);
  for (const std::int64_t max : {0, 30, 69, 70, 99}) {
    Samples samples(max);
    add_numbers(samples, 30);
    Samples others(max);
    add_numbers(others, 70, 30ns);

    samples.merge(others);

    EXPECT_FALSE(samples.is_exact());
    EXPECT_EQ(samples.count(), 100);
    EXPECT_EQ(samples.moments().deviation(), whole.moments().deviation());
    EXPECT_TRUE(sketch_of(samples) == sketch_of(whole));
  }
}

TEST(Samples, AreSketchedOnceASketchIsMergedIn) {
  Samples samples;
  add_numbers(samples, 30);
  Samples others(10);
  add_numbers(others, 70, 30ns);

  samples.merge(others);
  samples.add(100ns);

  EXPECT_FALSE(samples.is_exact());
  EXPECT_EQ(samples.count(), 101);
  EXPECT_EQ(sketch_of(samples).count(), 101);
}

TEST(Samples, MoveAndLeaveAnEmptyCollectionOfTheSameKind) {
  for (const std::int64_t max : {10, 1000}) {
    Samples from(max);
    add_numbers(from, 100);

    Samples to = std::move(from);
    to.add(100ns);
    from.add(5s);  // NOLINT(bugprone-use-after-move): this is what the test is about

    EXPECT_EQ(to.count(), 101);
    EXPECT_EQ(sketch_of(to).max(), 100ns);
    EXPECT_EQ(from.count(), 1);
    EXPECT_EQ(kept(from), std::vector<Duration>{5s});
    EXPECT_EQ(from.max_exact(), max);
  }
}

TEST(Samples, DropTheirContentsWhenOthersAreMovedIn) {
  Samples to;
  add_numbers(to, 5000, 3h);
  Samples from(1000);
  add_numbers(from, 100);

  to = std::move(from);

  EXPECT_EQ(kept(to), numbers(100));
  EXPECT_EQ(to.max_exact(), 1000);
}

TEST(SamplesDeathTest, RejectANegativeDuration) {
  EXPECT_DEATH(Samples().add(-1ns), "nothing takes less than no time");
}

}  // namespace
}  // namespace fastfood::stats
