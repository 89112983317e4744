#include "sim/experiment/fit/rate_fit.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sim/random/poisson.hpp"

namespace fastfood::experiment::rate_fit_test {
namespace {

using namespace std::chrono_literals;

Till till_of(std::string_view csv) { return read_till(csv).value(); }

RateFit fit_of(std::string_view csv, RateFitOptions options) { return fit_rates(till_of(csv), options).value(); }

std::string fault_of(std::string_view csv, RateFitOptions options) { return fit_rates(till_of(csv), options).error(); }

std::vector<std::int64_t> counts_of(const RateFit& fit) {
  std::vector<std::int64_t> counts;
  for (const Slot& slot : fit.slots) {
    counts.push_back(slot.orders);
  }
  return counts;
}

constexpr std::string_view lunch = "at,items\n11:35,a\n12:00,a\n11:59:59,a\n13:10,a\n";

TEST(RateFit, CountsOrdersFromTheSlotOfTheFirstToThatOfTheLast) {
  const RateFit fit = fit_of(lunch, {.every = 30min});

  EXPECT_EQ(fit.opens, Duration{11h + 30min});
  EXPECT_EQ(fit.closes, Duration{2h});
  EXPECT_EQ(counts_of(fit), (std::vector<std::int64_t>{2, 1, 0, 1}));
  EXPECT_DOUBLE_EQ(fit.slots[0].hours, 0.5);
  EXPECT_DOUBLE_EQ(fit.slots[0].rate(), 4);
}

TEST(RateFit, CountsEmptySlotsWhileTheCounterIsOpen) {
  const RateFit fit = fit_of(lunch, {.every = 1h, .from = TimeBound{10h, true}, .until = TimeBound{13h + 30min, true}});

  EXPECT_EQ(counts_of(fit), (std::vector<std::int64_t>{0, 2, 1, 1}));
  EXPECT_EQ(fit.slots.back().length, Duration{30min});
  EXPECT_DOUBLE_EQ(fit.slots.back().rate(), 2);
}

TEST(RateFit, LeavesOutOrdersWhileTheCounterIsClosed) {
  const RateFit fit = fit_of(lunch, {.every = 1h, .from = TimeBound{11h + 40min, true}, .until = TimeBound{12h, true}});

  // 12:00 is the instant at which it closes, and counts.
  EXPECT_EQ(counts_of(fit), std::vector<std::int64_t>{2});
  EXPECT_EQ(fit.outside, 2U);
}

TEST(RateFit, PoolsDaysAndTestsWhetherTheyDiffer) {
  const RateFit fit = fit_of(
      "at,items\n2026-11-27 11:00,a\n2026-11-27 11:10,a\n2026-11-27 11:20,a\n2026-11-28 11:50,a\n2026-11-28 12:10,a\n",
      {.every = 1h});

  // Of the first slot the counts are 3 and 1: (1 + 1) / 2 with one degree. Of the second 0 and 1: (0.25 + 0.25) / 0.5.
  // The days have 3 and 2 orders: (0.25 + 0.25) / 2.5.
  EXPECT_EQ(counts_of(fit), (std::vector<std::int64_t>{4, 1}));
  EXPECT_DOUBLE_EQ(fit.slots[0].hours, 2);
  EXPECT_DOUBLE_EQ(fit.slots[0].dispersion.statistic, 1);
  EXPECT_EQ(fit.within_slots, (Dispersion{2, 2}));
  EXPECT_EQ(fit.of_days, (Dispersion{0.2, 1}));
  ASSERT_EQ(fit.days.size(), 2U);
  EXPECT_EQ(fit.days[0].orders, 3);
  EXPECT_EQ(fit.days[1].date - fit.days[0].date, 1);
}

TEST(RateFit, EndsADayAfterMidnightIfTheCounterDoes) {
  const RateFit fit = fit_of("at,items\n2026-11-27 18:00,a\n2026-11-28 01:30,a\n2026-11-28 18:30,a\n",
                             {.every = 4h, .from = TimeBound{18h, true}, .until = TimeBound{2h, true}});

  EXPECT_EQ(counts_of(fit), (std::vector<std::int64_t>{2, 1}));
  ASSERT_EQ(fit.days.size(), 2U);
  EXPECT_EQ(fit.days[0].orders, 2);
}

TEST(RateFit, BeginsAtTheStartIfTheFileHasNoClockTimes) {
  const RateFit fit = fit_of("at,items\n70min,a\n", {.every = 30min});

  EXPECT_EQ(counts_of(fit), (std::vector<std::int64_t>{0, 0, 1}));
}

TEST(RateFit, MixesOrdersOfEqualItemsWhateverTheirOrder) {
  const RateFit fit = fit_of("at,items\n1,b+a\n2,c\n3,a+b\n4,\n5,2*a\n6,a+a\n7,a+b\n", {.every = 1min});

  // The items are b, a and c.
  EXPECT_EQ(fit.mix, (std::vector<MixCount>{{{{0, 1}, {1, 1}}, 3}, {{{1, 2}}, 2}, {{{2, 1}}, 1}, {{}, 1}}));
}

TEST(RateFit, MeasuresHowCoarseTheStampsAre) {
  const RateFit fit = fit_of("at,items\n11:00,a\n11:03,a\n11:10,a\n11:12,a\n", {.every = 30min});

  EXPECT_EQ(fit.rounding.resolution, Duration{1min});
  EXPECT_DOUBLE_EQ(fit.rounding.multiples_of_five_minutes, 0.5);
}

TEST(RateFit, RefusesBoundsThatDoNotSuitTheFile) {
  EXPECT_EQ(fault_of(lunch, {.every = 1h, .from = TimeBound{1h, false}}),
            "--from: expected a clock time, as 11:00, since the file has clock times");
  EXPECT_EQ(fault_of("at,items\n1,a\n", {.every = 1h, .until = TimeBound{11h, true}}),
            "--until: expected a duration, as 30min, since the file has no clock times");
  EXPECT_EQ(fault_of("at,items\n1,a\n", {.every = 1h, .from = TimeBound{2h, false}, .until = TimeBound{1h, false}}),
            "--until: expected a time after --from");
  EXPECT_EQ(fault_of(lunch, {.every = 1h, .from = TimeBound{20h, true}, .until = TimeBound{21h, true}}),
            "--from and --until: the file has no order between them");
  EXPECT_EQ(fault_of("at,items\n20000h,a\n", {.every = 1s}),
            "--every: there would be more than 100000 slots; write a longer one");
}

/// Orders of some days at a counter that is open from 11:00 to 13:00, with 60 orders an hour in the first hour, and 120
/// in the second.
Till drawn_till(std::uint64_t seed, int days) {
  const std::vector<random::RateChange> rates{{Instant{}, 60.0 / 3600}, {Instant{1h}, 120.0 / 3600}, {Instant{2h}, 0}};
  Till till{.stamps = TimeStamps::date_and_clock, .items = {"a"}};
  for (int day = 0; day != days; ++day) {
    random::Draws draws = random::StreamKey(seed).draws(static_cast<std::uint64_t>(day));
    for (auto at = random::next_event(rates, Instant{}, draws); at; at = random::next_event(rates, *at, draws)) {
      till.orders.push_back({day, 11h + at->time_since_epoch(), {{0, 1}}});
    }
  }
  return till;
}

TEST(RateFit, GivesBackTheRatesOfAPoissonProcess) {
  // Of 200 intervals of at least 95 %, 190 or more hold the truth: 180 (3.2 standard deviations) are enough. Days
  // differ at 1 % in 2 of 200 files; more than 8 have a probability of 0.02 %.
  int first = 0;
  int second = 0;
  int differ = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const RateFit fit =
        fit_rates(drawn_till(seed, 3), {.every = 1h, .from = TimeBound{11h, true}, .until = TimeBound{13h, true}})
            .value();
    first += fit.slots[0].per_hour.lower <= 60 && 60 <= fit.slots[0].per_hour.upper ? 1 : 0;
    second += fit.slots[1].per_hour.lower <= 120 && 120 <= fit.slots[1].per_hour.upper ? 1 : 0;
    differ += fit.within_slots.p_above() < 0.01 ? 1 : 0;
  }

  EXPECT_GE(first, 180);
  EXPECT_GE(second, 180);
  EXPECT_LE(differ, 8);
}

TEST(RateFit, SeesThatDaysDiffer) {
  Till till = drawn_till(1, 3);
  const Till twice = drawn_till(2, 1);
  till.orders.insert(till.orders.end(), twice.orders.begin(), twice.orders.end());  // the first day has twice as many

  EXPECT_LT(fit_rates(till, {.every = 1h}).value().within_slots.p_above(), 1e-6);
}

}  // namespace
}  // namespace fastfood::experiment::rate_fit_test
