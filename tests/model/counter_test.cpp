#include "sim/model/counter.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

constexpr Duration seventy_years = latest_instant.time_since_epoch();

/// Some of everything.
CounterSpec lunch() {
  CounterSpec spec;
  spec.menu = {{"soda", {step_at(0, 1s)}}, {"fries", {step_at(1), free_step(500ms)}}};
  spec.stations = {{"soda machine", 2, {}}, tray("fryer", {3, 4s})};
  spec.servers = {{"Ana", 1, Mode::sequential}, {"crew", 2, Mode::async}};
  spec.orders = {{"bo", at(7s), items({1, 1})}};
  spec.arrivals = {{"walk-in", 750ms, 30, items({0, 1})}, {"app", 2s, 5, items({1, 0, 0})}};
  spec.target = TargetSpec{10s, 0.5};
  return spec;
}

TEST(Counter, ShowsTheSameEachTime) {
  const RecordedRun once = run_of(lunch());
  const RecordedRun again = run_of(lunch());

  EXPECT_EQ(once.seen, again.seen);
  EXPECT_EQ(once.orders, again.orders);
  EXPECT_EQ(once.orders.size(), 36U);
}

TEST(Counter, ShowsTheSameWhetherOrdersAreRecordedOrNot) {
  const auto unrecorded = run_counter(lunch());

  EXPECT_EQ(unrecorded.value(), run_of(lunch()).seen);
}

TEST(Counter, ShowsTheSameWhateverTheSeedWhereNothingIsDrawn) {
  CounterSpec other = lunch();
  other.seed = 4711;

  EXPECT_EQ(run_of(other).seen, run_of(lunch()).seen);
}

TEST(Counter, RunsToTheLastNanosecondOfSeventyYears) {
  CounterSpec spec = grill_of(1, seventy_years / 2);
  spec.orders = one_each({seventy_years / 2});

  EXPECT_EQ(run_of(spec).seen.elapsed, seventy_years);
}

TEST(Counter, FailsWhereTheClockWouldPassSeventyYears) {
  CounterSpec spec = grill_of(1, seventy_years / 2 + 1ns);
  spec.orders = one_each({0s, seventy_years / 2});

  const auto seen = run_counter(spec);

  ASSERT_FALSE(seen.has_value());
  EXPECT_EQ(seen.error().what, "the clock would pass 70 years");
}

TEST(Counter, FailsWhereCustomersWouldComeAfterSeventyYears) {
  CounterSpec spec;
  spec.arrivals = {{"comet", 50 * 8766h, 3, {}}};

  const auto seen = run_counter(spec);

  ASSERT_FALSE(seen.has_value());
  EXPECT_EQ(seen.error().what, "the clock would pass 70 years");
}

TEST(Counter, HandsOnTheOrdersThatEndedBeforeItFailed) {
  CounterSpec spec;
  spec.arrivals = {{"comet", 50 * 8766h, 3, {}}};
  std::vector<std::int64_t> ids;

  const auto seen = run_counter(spec, [&ids](const OrderRecord& order) { ids.push_back(order.id); });

  EXPECT_FALSE(seen.has_value());
  EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2}));
}

TEST(Counter, WithNothingAtAllEndsAtOnce) { EXPECT_EQ(run_of({}).seen, RunResult{}); }

}  // namespace
}  // namespace fastfood::model
