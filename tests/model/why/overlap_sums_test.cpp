#include "sim/model/why/overlap_sums.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/random/draws.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model::overlap_sums_test {
namespace {

constexpr stats::SignedWide second = 1'000'000'000;

TEST(OverlapSums, AddTheIntervalsWithLaterKeys) {
  OverlapSums sums;
  sums.add_key(at(1s));
  sums.add_key(at(3s));
  sums.begin(at(1s), 1, at(4s));
  sums.begin(at(3s), 1, at(5s));
  sums.begin(at(3s), -1, at(7s));

  EXPECT_EQ(sums.later_than(at(0s), at(10s)), 8 * second);  // 6 s, and 2 s
  EXPECT_EQ(sums.later_than(at(1s), at(10s)), 2 * second);
  EXPECT_EQ(sums.later_than(at(2s), at(10s)), 2 * second);
  EXPECT_EQ(sums.later_than(at(3s), at(10s)), 0);
}

TEST(OverlapSums, CountEqualKeysAsOne) {
  OverlapSums sums;
  sums.add_key(at(1s));
  sums.add_key(at(1s));
  sums.begin(at(1s), 2, at(2s));

  EXPECT_EQ(sums.later_than(at(1s), at(5s)), 0);
  EXPECT_EQ(sums.later_than(at(0s), at(5s)), 6 * second);
}

/// Intervals in a list, added up one by one.
struct Interval {
  Instant key;
  Instant from;
  std::optional<Instant> to;
};

stats::SignedWide sum_of(const std::vector<Interval>& intervals, Instant later_than, Instant now) {
  stats::SignedWide sum = 0;
  for (const Interval& it : intervals) {
    sum += it.key > later_than ? (it.to.value_or(now) - it.from).count() : 0;
  }
  return sum;
}

TEST(OverlapSums, AreThoseOfAListAlsoWhenOldKeysAreForgotten) {
  random::Draws draws = random::StreamKey(7).at("overlaps").draws(1);
  OverlapSums sums;
  std::vector<Interval> intervals;
  for (int i = 0; i != 2000; ++i) {
    const Instant now = at(i * Duration(1s));
    if (draws.bits() % 2 == 0) {
      sums.add_key(now);
      sums.begin(now, 1, now);
      intervals.push_back({now, now, std::nullopt});
    }
    for (Interval& it : intervals) {
      if (!it.to && draws.bits() % 8 == 0) {
        it.to = now;
        sums.begin(it.key, -1, now);
      }
    }
    const auto open = std::ranges::find_if(intervals, [](const Interval& it) { return !it.to; });
    const Instant oldest = open == intervals.end() ? now : open->key;
    sums.forget_before(oldest);
    ASSERT_EQ(sums.later_than(oldest, now + 1ns), sum_of(intervals, oldest, now + 1ns)) << i;
    const Instant middle = oldest + (now - oldest) / 2;
    ASSERT_EQ(sums.later_than(middle, now), sum_of(intervals, middle, now)) << i;
  }
}

}  // namespace
}  // namespace fastfood::model::overlap_sums_test
