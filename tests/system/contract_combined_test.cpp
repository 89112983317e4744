#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What follows from several promises of the contract at once, for people: those who serve and those who wait.
namespace fastfood::model::contract_combined_test {
namespace {

using Names = std::vector<std::string>;

/// Coffee takes 5 s, soup 10 s and tea 2 s; no equipment.
CounterSpec bar_of(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}, {"soup", {free_step(10s)}}, {"tea", {free_step(2s)}}};
  spec.servers = std::move(groups);
  return spec;
}

constexpr std::size_t coffee = 0;
constexpr std::size_t soup = 1;
constexpr std::size_t tea = 2;

TEST(ContractCombined, AShiftThatEndsDuringABreakdownLastsUntilTheOrderIsServed) {
  CounterSpec spec = grill_of(1, 6s);
  spec.stations[0].breakdown = BreakdownSpec{4s, 5s};
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {6s, 0}, {30s, 1}})}};
  spec.orders = one_each({5s, 7s});

  // The grill is down from 4 to 9, from 15 (due at 13) to 20, and from 24 to 29.
  EXPECT_EQ(told(spec, {"on duty", "off duty"}), (Lines{"0 on duty Ana", "15 off duty Ana", "30 on duty Ana"}));
  EXPECT_EQ(started(run_of(spec)), (Seconds{9, 30}));
  EXPECT_EQ(run_of(spec).seen.servers.utilization, 16.0 / 21);  // 5 to 15 and 30 to 36, of 0 to 15 and 30 to 36
}

TEST(ContractCombined, PatienceRunsOutBeforeWhoHasTwoOrdersInFlight) {
  CounterSpec spec = bar_of({{.order_time = 2s, .handover_time = 1s, .orders_in_flight = 2}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 1s, items({coffee}), {.patience = 6s}),
                 comes("di", 1s, items({coffee}), {.patience = 7s})};

  const RecordedRun run = run_of(spec);

  // Ana is ready at 7 and has it at 8: too late for cy, in time for di. Bo, ready at 9, waits for the hands up to 10.
  EXPECT_EQ(taken(run), (Seconds{0, 2, -1, 8}));
  EXPECT_EQ(served(run), (Seconds{8, 11, -1, 16}));
  EXPECT_EQ(run.orders.at(2).left_at, at(7s));
}

TEST(ContractCombined, AServerWithSeveralInFlightHandsThemOverAfterTheShift) {
  CounterSpec spec = bar_of({{.name = "Ana",
                              .count = over_time({{0s, 1}, {4s, 0}, {20s, 1}}),
                              .order_time = 2s,
                              .handover_time = 1s,
                              .orders_in_flight = 3}});
  spec.orders = one_each({0s, 0s, 0s});

  // Taken from 0 and 2, ready at 7 and 9; the third would have been taken at 4.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 2, 20}));
  EXPECT_EQ(served(run), (Seconds{8, 10, 28}));
  EXPECT_EQ(told(spec, {"off duty"}), (Lines{"10 off duty Ana"}));
  EXPECT_EQ(run.seen.servers.utilization, 9.0 / 18);  // 0 to 4, 7 to 8, 9 to 10, 20 to 22, 27 to 28
}

TEST(ContractCombined, ACalledBackServerWithOrdersInFlightTakesAgainAtOnce) {
  CounterSpec spec = bar_of({{.name = "Ana", .count = over_time({{0s, 1}, {1s, 0}, {3s, 1}}), .orders_in_flight = 2}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 2s)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 3}));
  EXPECT_EQ(told(spec, {"off duty"}), Lines{});
}

TEST(ContractCombined, ReadyOrdersDoNotGoByPriority) {
  CounterSpec spec = bar_of({{.order_time = 4s, .handover_time = 2s, .orders_in_flight = 3}});
  spec.orders = {comes("ana", 0s, items({tea})), comes("bo", 0s, items({tea}), {.priority = 1}),
                 comes("cy", 1s, items({tea}), {.priority = 9})};

  // Ana is taken at 0, cy before bo at 4; ready at 6 and 10. At 8 ana is handed over, at 10 cy, and bo taken at 12.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 12, 4}));
  EXPECT_EQ(served(run), (Seconds{10, 20, 12}));
}

TEST(ContractCombined, BalkingCountsThoseInLineNotThoseInFlight) {
  CounterSpec spec = bar_of({{.order_time = 2s, .orders_in_flight = 3}});
  const CustomerSpec touchy = {.balk_at = 1};
  spec.orders = {comes("ana", 0s, items({soup}), touchy), comes("bo", 1s, items({soup}), touchy),
                 comes("cy", 1s, items({soup}), touchy), comes("di", 2s, items({soup}), touchy)};

  // At 1 the hands are full and the line is empty for bo, not for cy. At 2 bo is taken, and the line is empty again.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 2, -1, 4}));
  EXPECT_EQ(run.orders.at(2).outcome, Outcome::balked);
}

TEST(ContractCombined, ARenegingCustomerMakesRoomForOneWhoWouldBalkOnlyAfterThatInstant) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  const CustomerSpec touchy = {.balk_at = 1};
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 1s, items({tea}), {.patience = 2s}),
                 comes("cy", 2s, items({tea}), touchy), comes("di", 3s, items({tea}), touchy),
                 comes("ed", 4s, items({tea}), touchy)};

  EXPECT_EQ(outcomes(run_of(spec)),
            (std::vector{Outcome::served, Outcome::reneged, Outcome::balked, Outcome::balked, Outcome::served}));
}

TEST(ContractCombined, PriorityHelpsNobodyWhoBalks) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s), comes_first("bo", 1s, -5),
                 comes("cy", 2s, items({tea}), {.priority = 5, .balk_at = 1}),
                 comes("di", 3s, items({tea}), {.priority = 5, .balk_at = 2})};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 7, -1, 5}));
}

TEST(ContractCombined, AWaitingCustomerIsTakenBeforeOneOfHigherPriorityWhoArrivesAtThatInstant) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_first("cy", 5s, 9)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 5, 10}));
}

TEST(ContractCombined, AShiftThatBeginsAsPatienceEndsKeepsTheCustomer) {
  CounterSpec spec = bar_of({{.count = over_time({{0s, 0}, {5s, 1}})}});
  spec.orders = {comes("ana", 1s, items({tea}), {.patience = 4s}), comes("bo", 2s, items({tea}), {.patience = 3s})};

  EXPECT_EQ(outcomes(run_of(spec)), (std::vector{Outcome::served, Outcome::reneged}));
}

TEST(ContractCombined, PatienceDoesNotChangeTheOrderOfThoseTakenTogether) {
  CounterSpec spec = grill_of(1, 5s);
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 0}, {4s, 1}})},
                  {.name = "Bo", .count = over_time({{0s, 0}, {4s, 1}})}};
  spec.orders = {comes("a", 0s, items({0}), {.patience = 60s}), comes("b", 1s)};
  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 14}));

  spec.orders = {comes("a", 0s), comes("b", 1s, items({0}), {.patience = 60s})};
  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 14}));
}

TEST(ContractCombined, PatienceOfSomeDoesNotChangeThePriorityOfOthers) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({coffee}), {.priority = 2, .patience = 3s}),
                 comes_first("cy", 2s, 1), comes_first("di", 3s, 2)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, -1, 10, 5}));
}

TEST(ContractCombined, AKioskWithoutLimitListedLastTakesAllThatNobodyElseCan) {
  CounterSpec spec = bar_of({{.name = "Ana"}, {.name = "kiosk", .count = std::nullopt, .order_time = 7s}});
  spec.orders = {comes("a", 0s), comes("b", 1s, items({tea}), {.balk_at = 0}),
                 comes("c", 1s, items({tea}), {.patience = 0s}), comes("d", 5s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "kiosk", "kiosk", "Ana"}));
  EXPECT_EQ(run.seen.servers.utilization, 1.0);  // Ana's alone, of 10 s
  EXPECT_EQ(run.seen.servers.each.size(), 1U);
}

TEST(ContractCombined, AServerWhoComesOnDutyTakesBeforeThoseListedAfter) {
  CounterSpec spec = bar_of({{.name = "crew", .count = over_time({{0s, 1}, {5s, 2}})}, {.name = "Bo"}});
  spec.orders = {comes("a", 0s, items({soup})), comes("b", 0s), comes("c", 1s), comes("d", 2s)};

  const RecordedRun run = run_of(spec);

  // At 5 Bo hands over to b while crew 2 takes c; then Bo takes d.
  EXPECT_EQ(servers(run), (Names{"crew 1", "Bo", "crew 2", "Bo"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 5, 5}));
}

TEST(ContractCombined, AnOrderOfNothingIsHandedOverBeforeTheNextIsTaken) {
  CounterSpec spec = bar_of({{.name = "Ana", .order_time = 2s, .time_per_item = 3s, .orders_in_flight = 2}});
  spec.orders = {comes("a", 0s, {}), comes("b", 1s, {})};

  EXPECT_EQ(told(spec, {"is taken", "is handed over", "leaves"}),
            (Lines{"0 a is taken Ana", "2 a is handed over Ana", "2 a leaves", "2 b is taken Ana",
                   "4 b is handed over Ana", "4 b leaves"}));
}

TEST(ContractCombined, HandsDoOneThingAtATimeEvenIfItTakesNoTime) {
  CounterSpec spec = bar_of({{.name = "Ana", .count = over_time({{0s, 0}, {3s, 1}}), .orders_in_flight = 3}});
  spec.orders = {comes("a", 0s, {}), comes("b", 1s, {})};

  EXPECT_EQ(told(spec, {"is taken", "is handed over", "leaves"}),
            (Lines{"3 a is taken Ana", "3 a is handed over Ana", "3 a leaves", "3 b is taken Ana",
                   "3 b is handed over Ana", "3 b leaves"}));
}

TEST(ContractCombined, ASequentialServerAsksForAStationAgainForEachItem) {
  CounterSpec spec = grill_of(1, 3s);
  spec.menu.push_back({"salad", {free_step(1s)}});
  spec.servers = {{.name = "Ana", .count = 2, .mode = Mode::sequential}};
  spec.orders = {comes("a", 0s, items({0, 0})), comes("b", 0s, items({1, 0}))};

  // A has the grill from 0 to 3, and asks for it anew; b, who has waited since 1, has it up to 6.
  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 6}));
}

TEST(ContractCombined, AnOrdersItemsGoByItsPriorityTogether) {
  CounterSpec spec = grill_of(2, 4s);
  spec.orders = {comes("a", 0s, items({0, 0, 0})), comes("b", 1s, items({0, 0}), {.priority = 1})};

  // Two of a's up to 4, both of b's up to 8, and the last of a's.
  EXPECT_EQ(served(run_of(spec)), (Seconds{12, 8}));
}

TEST(ContractCombined, ACustomerOfHighestPriorityWaitsForAServerBeforeAStation) {
  CounterSpec spec = grill_of(1, 4s);
  spec.servers = {{.name = "crew", .count = 2, .order_time = 1s}};
  spec.orders = {comes("a", 0s), comes("b", 0s), comes_first("c", 0s, 5), comes_first("d", 6s, 9)};

  // C goes first in the line: a and b, who came at that instant before him, have been taken. He asks for the grill at
  // 6, while b has it up to 9; d is taken only then, and asks at 10, when c is on the grill.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 0, 5, 9}));
  EXPECT_EQ(served(run), (Seconds{5, 9, 13, 17}));
}

TEST(ContractCombined, AServerWaitsForAbsentEquipmentBeyondTheShift) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 0}, {20s, 1}});
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {5s, 0}}), .cost_per_hour = 3600}};
  spec.orders = {comes("a", 1s), comes("b", 2s, items({0}), {.patience = 30s})};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::reneged}));
  EXPECT_EQ(served(run), (Seconds{24, -1}));
  EXPECT_DOUBLE_EQ(run.seen.money.value().labour, 24);
  EXPECT_EQ(run.seen.elapsed, 32s);
}

TEST(ContractCombined, DoorsThatCloseLeaveTheShiftAndTheLineToGoOn) {
  CounterSpec spec = bar_of({{.count = over_time({{0s, 1}, {12s, 2}})}});
  spec.arrivals = {{.when = 1s, .items = items({coffee}), .who = {.balk_at = 3}}};
  spec.until = at(6s);

  const RecordedRun run = run_of(spec);

  // At 1, 2 and 3 they stand in line; at 4 one balks; at 5 one is taken before the next arrives, who stands there;
  // at 6 another balks. At 10 the third is taken, at 12 the fourth, at 15 the one of 5.
  EXPECT_EQ(taken(run), (Seconds{0, 5, 10, 12, -1, 15, -1}));
  EXPECT_EQ(run.seen.elapsed, 20s);
}

}  // namespace
}  // namespace fastfood::model::contract_combined_test
