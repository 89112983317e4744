#include "sim/stats/level.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <optional>

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

Instant at(Duration time) { return Instant{time}; }

TEST(Level, IsTheSumOfItsChanges) {
  Level level;
  EXPECT_EQ(level.now(), 0);

  level.add(3, at(1s));
  level.add(-1, at(2s));

  EXPECT_EQ(level.now(), 2);
}

TEST(Level, IsAveragedOverTimeFromTheStart) {
  Level level;
  level.add(2, at(2s));
  level.add(-1, at(5s));

  EXPECT_EQ(level.total(at(10s)), 11);  // 0 for 2 s, 2 for 3 s, 1 for 5 s
  EXPECT_EQ(level.mean(at(10s)), 1.1);
}

TEST(Level, CanBeReadAgainLater) {
  Level level;
  level.add(1, at(2s));

  EXPECT_EQ(level.mean(at(4s)), 0.5);
  EXPECT_EQ(level.mean(at(8s)), 0.75);
  EXPECT_EQ(level.mean(at(4s)), 0.5);
}

TEST(Level, HasNoMeanOverNoTime) {
  Level level;
  level.add(5, at(0s));

  EXPECT_EQ(level.mean(at(0s)), std::nullopt);
  EXPECT_EQ(level.total(at(0s)), 0);
}

TEST(Level, HasAMeanOverANanosecond) {
  Level level;
  level.add(5, at(0s));

  EXPECT_EQ(level.mean(at(1ns)), 5);
}

TEST(Level, HasAMaximumHeldForMoreThanNoTime) {
  Level level;
  level.add(1, at(1s));
  level.add(1, at(2s));
  level.add(7, at(3s));
  level.add(-7, at(3s));
  level.add(-2, at(4s));

  EXPECT_EQ(level.max(at(9s)), 2);
}

TEST(Level, CountsAsMaximumALevelHeldForANanosecond) {
  Level level;
  level.add(9, at(3s));
  level.add(-9, at(3s + 1ns));

  EXPECT_EQ(level.max(at(9s)), 9);
}

TEST(Level, CountsAsMaximumTheLastLevelOnlyIfTimePassesThere) {
  Level level;
  level.add(4, at(3s));

  EXPECT_EQ(level.max(at(3s)), 0);
  EXPECT_EQ(level.max(at(3s + 1ns)), 4);
}

TEST(Level, AddsUpChangesOfOneInstant) {
  Level level;
  level.add(1, at(1s));
  level.add(1, at(1s));
  level.add(-1, at(1s));

  EXPECT_EQ(level.now(), 1);
  EXPECT_EQ(level.total(at(3s)), 2);
}

TEST(Level, KeepsANanosecondNextToSeventyYears) {
  const Instant noon = at(latest_instant.time_since_epoch() / 2);
  Level level;
  level.add(1'000'000, noon);
  level.add(-1'000'000, noon + 1ns);

  EXPECT_EQ(level.total(latest_instant), 0.001);
}

TEST(Level, HoldsABillionForSeventyYears) {
  Level level;
  level.add(1'000'000'000, at(0s));

  EXPECT_EQ(level.mean(latest_instant), 1e9);
  EXPECT_EQ(level.total(latest_instant), 70 * 8766 * 3600e9);  // hours, seconds of an hour, and the level
}

TEST(Level, MayBeNegative) {
  Level level;
  level.add(-2, at(0s));

  EXPECT_EQ(level.mean(at(4s)), -2);
  EXPECT_EQ(level.max(at(4s)), 0);
}

TEST(Level, RoundsItsMeanOnce) {
  for (std::int64_t part = 1; part != 30; ++part) {
    Level level;
    level.add(1, at(0s));
    level.add(-1, at(Duration{part}));

    // Division in seconds would be inexact: 1e-9 / 3e-9 is not 1 / 3.
    EXPECT_EQ(level.mean(at(30ns)), static_cast<double>(part) / 30);
  }
}

TEST(Level, HasAnAreaThatNoDoubleHolds) {
  Level level;
  level.add(1, at(0s));
  level.add(-1, at(latest_instant.time_since_epoch() - 3ns));

  EXPECT_EQ(level.area(latest_instant), latest_instant.time_since_epoch().count() - 3);
}

TEST(Level, CountsFromTheEndOfAWarmUp) {
  Level level{at(10s)};
  level.add(5, at(1s));
  level.add(-3, at(8s));
  level.add(1, at(12s));

  EXPECT_EQ(level.now(), 3);
  EXPECT_EQ(level.total(at(14s)), 10);  // 2 for 2 s, 3 for 2 s
  EXPECT_EQ(level.area(at(14s)), 10'000'000'000);
  EXPECT_EQ(level.mean(at(14s)), 2.5);
  EXPECT_EQ(level.max(at(14s)), 3);
}

TEST(Level, CountsTheLevelAtTheEndOfTheWarmUp) {
  Level level{at(10s)};
  level.add(4, at(1s));
  level.add(-4, at(10s + 1ns));

  EXPECT_EQ(level.max(at(20s)), 4);
  EXPECT_EQ(level.area(at(20s)), 4);
}

TEST(Level, DoesNotCountADecreaseAsTheWarmUpEnds) {
  Level level{at(10s)};
  level.add(4, at(1s));
  level.add(-4, at(10s));

  EXPECT_EQ(level.max(at(20s)), 0);
  EXPECT_EQ(level.total(at(20s)), 0);
}

TEST(Level, CountsAnIncreaseAsTheWarmUpEnds) {
  Level level{at(10s)};
  level.add(4, at(10s));

  EXPECT_EQ(level.max(at(12s)), 4);
  EXPECT_EQ(level.mean(at(12s)), 4);
}

TEST(Level, CountsNothingBeforeTheWarmUpEnds) {
  Level level{at(10s)};
  level.add(4, at(1s));

  for (const Instant until : {at(1s), at(5s), at(10s)}) {
    EXPECT_EQ(level.now(), 4);
    EXPECT_EQ(level.total(until), 0);
    EXPECT_EQ(level.area(until), 0);
    EXPECT_EQ(level.mean(until), std::nullopt);
    EXPECT_EQ(level.max(until), 0);
  }
  EXPECT_EQ(level.mean(at(10s + 1ns)), 4);
}

}  // namespace
}  // namespace fastfood::stats
