#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of the order of events at one instant.
namespace fastfood::model {
namespace {

/// The till takes 1 s and the grill 5 s. Both have one unit. The till is listed first.
CounterSpec till_and_grill() {
  CounterSpec spec;
  spec.menu = {{"sweets", {step_at(0, 1s)}}, {"burger", {step_at(1, 5s)}}};
  spec.stations = {{.name = "till"}, {.name = "grill"}};
  return spec;
}

constexpr std::size_t sweets = 0;
constexpr std::size_t burger = 1;

TEST(ContractInstant, StartsWithTheSchedulesOfStations) {
  CounterSpec spec = grill_of(1, 5s);
  spec.stations[0].capacity = over_time({{0s, 1}, {5s, 0}, {9s, 1}});
  spec.orders = one_each({0s, 1s, 9s});

  // At 5 the unit leaves before the waiting step could start. At 9 a unit is back before the third customer arrives.
  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 9, 14}));
}

TEST(ContractInstant, StartsWithTheSchedulesOfServers) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}};
  spec.servers = {{.count = over_time({{0s, 1}, {5s, 0}, {9s, 1}})}};
  spec.orders = one_each({0s, 1s});

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 9}));
}

TEST(ContractInstant, StartsWithBreakdowns) {
  CounterSpec spec = grill_of(1, 5s);
  spec.stations[0].breakdown = BreakdownSpec{5s, 2s};
  spec.orders = one_each({0s, 1s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 7}));
}

TEST(ContractInstant, StartsWithBreakdownsBeforeArrivals) {
  CounterSpec spec = grill_of(1, 5s);
  spec.stations[0].breakdown = BreakdownSpec{5s, 2s};
  spec.orders = one_each({5s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{7}));
}

TEST(ContractInstant, EndsStepsInTheOrderInWhichTheyWereScheduled) {
  CounterSpec spec = till_and_grill();
  spec.menu.push_back({"long walk", {free_step(4s), step_at(0, 1s)}});
  spec.menu.push_back({"short walk", {free_step(1s), step_at(0, 1s)}});
  spec.orders = {comes("ana", 3s, items({3})), comes("bo", 0s, items({2}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 6}));  // bo is listed second but started before ana
}

TEST(ContractInstant, EndsStepsBeforeAnythingStarts) {
  CounterSpec spec = till_and_grill();
  spec.menu.push_back({"walk", {free_step(5s), step_at(1, 1s)}});
  spec.orders = {comes("ana", 0s, items({burger})), comes_with_priority("cy", 1s, 0),
                 comes("bo", 0s, items({2}), {.priority = 1}), comes("di", 1s, items({burger}))};

  // At 5 the grill is free and bo asks for it. Bo is served before di, who has waited since 1.
  EXPECT_EQ(customers(run_of(spec)), (Names{"ana", "bo", "cy", "di"}));
  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 6, 2, 11}));
}

TEST(ContractInstant, EndsRepairsBeforeAnythingStarts) {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations[0].breakdown = BreakdownSpec{4s, 3s};
  spec.menu.push_back({"walk", {free_step(7s), step_at(0, 1s)}});
  spec.orders = {comes("ana", 0s, items({1}), {.priority = 1}), comes("bo", 5s)};

  // The grill is under repair from 4 to 7. Ana also asks for it at 7.
  EXPECT_EQ(served(run_of(spec)), (Seconds{8, 9}));
}

TEST(ContractInstant, LetsEachServerHandOverBeforeTheyTake) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}};
  spec.servers = {{.name = "Ana", .orders_in_flight = 2}};
  spec.orders = one_each({0s, 0s, 1s});

  EXPECT_EQ(
      transcript(spec, {"is handed over", "is taken"}),
      (Lines{"0 customer 1 is taken Ana", "0 customer 2 is taken Ana", "5 customer 1 is handed over Ana",
             "5 customer 2 is handed over Ana", "5 customer 3 is taken Ana", "10 customer 3 is handed over Ana"}));
}

TEST(ContractInstant, LetsServersStartInTheOrderListed) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(2s)}}, {"tea", {free_step(1s), free_step(1s)}}};
  spec.servers = {{.name = "Ana"}, {.name = "Bo"}};
  spec.orders = {comes("a", 0s, items({1})), comes("b", 0s), comes("c", 1s), comes("d", 1s)};

  // At 2 the coffee of b, which was scheduled first, ends before the tea of a.
  EXPECT_EQ(transcript(spec, {"is taken", "is handed over"}),
            (Lines{"0 a is taken Ana", "0 b is taken Bo", "2 a is handed over Ana", "2 b is handed over Bo",
                   "2 c is taken Ana", "2 d is taken Bo", "4 c is handed over Ana", "4 d is handed over Bo"}));
}

TEST(ContractInstant, LetsStationsStartInTheOrderListed) {
  CounterSpec spec = till_and_grill();
  spec.orders = {comes("ana", 0s, items({burger, sweets}))};

  EXPECT_EQ(transcript(spec, {"asks", "starts"}),
            (Lines{"0 ana asks grill", "0 ana asks till", "0 ana starts till", "0 ana starts grill"}));
}

TEST(ContractInstant, LetsStationsStartAfterTheServers) {
  CounterSpec spec = till_and_grill();
  spec.servers = {{.name = "Ana"}, {.name = "Bo"}};
  spec.orders = {comes("a", 0s, items({burger})), comes("b", 0s, items({burger})), comes("c", 1s, items({sweets}))};

  EXPECT_EQ(transcript(spec, {"is taken", "starts"}),
            (Lines{"0 a is taken Ana", "0 a starts grill", "0 b is taken Bo", "5 b starts grill", "5 c is taken Ana",
                   "5 c starts till"}));
}

TEST(ContractInstant, EndsStepsOfNoTimeAfterEverythingElseHasStarted) {
  CounterSpec spec = till_and_grill();
  spec.menu[sweets].steps[0].time = 0s;
  spec.orders = {comes("ana", 0s, items({sweets, burger}))};

  EXPECT_EQ(transcript(spec, {"starts", "ends"}),
            (Lines{"0 ana starts till", "0 ana starts grill", "0 ana ends till", "5 ana ends grill"}));
}

TEST(ContractInstant, SchedulesWhatFollowsAStepOfNoTimeAfterEverythingElseHasStarted) {
  CounterSpec spec;
  spec.menu = {{"ticket", {step_at(0, 0s), free_step(3s), step_at(2, 1s)}}, {"pie", {step_at(1, 3s), step_at(2, 1s)}}};
  spec.stations = {{.name = "printer"}, {.name = "oven"}, {.name = "till"}};
  spec.orders = {comes("ana", 0s, items({0, 1}))};

  // The pie is scheduled when it starts. The walk with the ticket is scheduled later at that instant, so the pie asks
  // first.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(run.orders.at(0).items.at(0).ready_at, at(5s));
  EXPECT_EQ(run.orders.at(0).items.at(1).ready_at, at(4s));
}

TEST(ContractInstant, DoesAStepWithoutAStationAndTimeImmediately) {
  CounterSpec spec = till_and_grill();
  spec.menu = {{"wink", {free_step(2s), free_step(0s), step_at(0, 1s)}}, {"nod", {free_step(2s), step_at(0, 1s)}}};
  spec.orders = {comes("ana", 0s, items({0})), comes("bo", 0s, items({1}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{3, 4}));  // ana's steps at 2 come before the end of bo's step
}

TEST(ContractInstant, IsNotAffectedByAStepWithoutAStationAndTime) {
  CounterSpec spec = till_and_grill();
  spec.menu = {{"zest", {free_step(0s), step_at(0, 1s)}}, {"bun", {step_at(0, 1s)}}};
  spec.orders = {comes("ana", 0s, items({0, 1}))};

  // Both items ask for the till in the order listed, although the zest has a step before that.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(run.orders.at(0).items.at(0).ready_at, at(1s));
  EXPECT_EQ(run.orders.at(0).items.at(1).ready_at, at(2s));
}

TEST(ContractInstant, RepeatsUntilNothingMoreEndsOrStarts) {
  CounterSpec spec;
  spec.menu = {{"stamps", {step_at(0, 0s), step_at(1, 0s), step_at(0, 0s), step_at(1, 0s)}}};
  spec.stations = {{.name = "desk"}, {.name = "window"}};
  spec.servers = {{.name = "Ana"}};
  spec.orders = one_each({0s, 1s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{0, 1, 1}));
  EXPECT_EQ(run.result.stations.at(0).uses, 6);
}

TEST(ContractInstant, LetsACustomerArriveOnlyWhenEverythingBeforeIsDone) {
  CounterSpec spec = till_and_grill();
  spec.menu[sweets].steps[0].time = 0s;
  spec.servers = {{.name = "Ana"}};
  spec.orders = {comes("ana", 2s), comes("bo", 2s, items({0}), {.balk_at = 0})};

  EXPECT_EQ(transcript(spec, {"arrives", "is taken", "leaves"}),
            (Lines{"2 ana arrives", "2 ana is taken Ana", "2 ana leaves", "2 bo arrives", "2 bo is taken Ana",
                   "2 bo leaves"}));
}

TEST(ContractInstant, LetsExplicitOrdersArriveFirstThenTheStreamsAsListed) {
  CounterSpec spec = grill_of(9, 1s);
  spec.arrivals = {{.name = "bus", .when = ScheduleSpec{{at(4s), at(4s)}}, .items = items({0})},
                   {.name = "walk-in", .when = 2s, .count = 3, .items = items({0})}};
  spec.orders = {comes("ana", 4s), comes("bo", 4s)};

  EXPECT_EQ(customers(run_of(spec)), (Names{"walk-in 1", "walk-in 2", "ana", "bo", "bus 1", "bus 2", "walk-in 3"}));
}

TEST(ContractInstant, EndsWithReneging) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}};
  spec.servers = {{.name = "Ana"}};
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0}), {.patience = 2s}),
                 comes("cy", 3s, items({0}), {.balk_at = 1})};

  // Cy arrives at 3 while bo is still in line.
  EXPECT_EQ(outcomes(run_of(spec)), (std::vector{Outcome::served, Outcome::reneged, Outcome::balked}));
}

TEST(ContractInstant, EndsWithDiscardingExpiredPortions) {
  CounterSpec spec = fryer_of({.size = 3, .time = 4s, .hold = 6s});
  spec.orders = one_each({0s, 10s, 10s, 10s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{4, 10, 10, 14}));
  EXPECT_EQ(run.result.stations.at(0).wasted, 0);
}

}  // namespace
}  // namespace fastfood::model
