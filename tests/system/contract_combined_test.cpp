#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// Consequences of several rules of the contract together, for servers and customers.
namespace fastfood::model::contract_combined_test {
namespace {

/// Coffee takes 5 s, soup 10 s and tea 2 s. No equipment is needed.
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

  // The grill is under repair from 4 to 9, from 15 (due at 13) to 20, and from 24 to 29.
  EXPECT_EQ(transcript(spec, {"on duty", "off duty"}), (Lines{"0 on duty Ana", "15 off duty Ana", "30 on duty Ana"}));
  EXPECT_EQ(started(run_of(spec)), (Seconds{9, 30}));
  // Busy from 5 to 15 and from 30 to 36; on duty from 0 to 15 and from 30 to 36.
  EXPECT_EQ(run_of(spec).result.servers.utilization, 16.0 / 21);
}

TEST(ContractCombined, PatienceEndsWhileTheServerHasTwoOrdersInFlight) {
  CounterSpec spec = bar_of({{.order_time = 2s, .handover_time = 1s, .orders_in_flight = 2}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 1s, items({coffee}), {.patience = 6s}),
                 comes("di", 1s, items({coffee}), {.patience = 7s})};

  const RecordedRun run = run_of(spec);

  // Ana's order is ready at 7 and handed over by 8, too late for cy but in time for di. Bo's order, ready at 9, waits
  // for the hands until 10.
  EXPECT_EQ(taken(run), (Seconds{0, 2, -1, 8}));
  EXPECT_EQ(served(run), (Seconds{8, 11, -1, 16}));
  EXPECT_EQ(run.orders.at(2).left_at, at(7s));
}

TEST(ContractCombined, AServerHandsOverTheirOrdersInFlightAfterTheShift) {
  CounterSpec spec = bar_of({{.name = "Ana",
                              .count = over_time({{0s, 1}, {4s, 0}, {20s, 1}}),
                              .order_time = 2s,
                              .handover_time = 1s,
                              .orders_in_flight = 3}});
  spec.orders = one_each({0s, 0s, 0s});

  // The orders are taken at 0 and 2 and ready at 7 and 9. The third would have been taken at 4.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 2, 20}));
  EXPECT_EQ(served(run), (Seconds{8, 10, 28}));
  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"10 off duty Ana"}));
  EXPECT_EQ(run.result.servers.utilization, 9.0 / 18);  // 0 to 4, 7 to 8, 9 to 10, 20 to 22, 27 to 28
}

TEST(ContractCombined, ACalledBackServerWithOrdersInFlightTakesNewOrdersAtOnce) {
  CounterSpec spec = bar_of({{.name = "Ana", .count = over_time({{0s, 1}, {1s, 0}, {3s, 1}}), .orders_in_flight = 2}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 2s)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 3}));
  EXPECT_EQ(transcript(spec, {"off duty"}), Lines{});
}

TEST(ContractCombined, ReadyOrdersAreHandedOverRegardlessOfPriority) {
  CounterSpec spec = bar_of({{.order_time = 4s, .handover_time = 2s, .orders_in_flight = 3}});
  spec.orders = {comes("ana", 0s, items({tea})), comes("bo", 0s, items({tea}), {.priority = 1}),
                 comes("cy", 1s, items({tea}), {.priority = 9})};

  // Ana is taken at 0 and cy, before bo, at 4. Their orders are ready at 6 and 10. Ana's handover starts at 8, cy's at
  // 10. Bo is taken at 12.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 12, 4}));
  EXPECT_EQ(served(run), (Seconds{10, 20, 12}));
}

TEST(ContractCombined, BalkingCountsCustomersInLineNotInFlight) {
  CounterSpec spec = bar_of({{.order_time = 2s, .orders_in_flight = 3}});
  const CustomerSpec touchy = {.balk_at = 1};
  spec.orders = {comes("ana", 0s, items({soup}), touchy), comes("bo", 1s, items({soup}), touchy),
                 comes("cy", 1s, items({soup}), touchy), comes("di", 2s, items({soup}), touchy)};

  // At 1 the hands are busy. The line is empty when bo arrives, but not when cy does. At 2 bo is taken and the line is
  // empty again.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 2, -1, 4}));
  EXPECT_EQ(run.orders.at(2).outcome, Outcome::balked);
}

TEST(ContractCombined, ARenegingCustomerMakesRoomOnlyAfterThatInstant) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  const CustomerSpec touchy = {.balk_at = 1};
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 1s, items({tea}), {.patience = 2s}),
                 comes("cy", 2s, items({tea}), touchy), comes("di", 3s, items({tea}), touchy),
                 comes("ed", 4s, items({tea}), touchy)};

  EXPECT_EQ(outcomes(run_of(spec)),
            (std::vector{Outcome::served, Outcome::reneged, Outcome::balked, Outcome::balked, Outcome::served}));
}

TEST(ContractCombined, PriorityDoesNotPreventBalking) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s), comes_with_priority("bo", 1s, -5),
                 comes("cy", 2s, items({tea}), {.priority = 5, .balk_at = 1}),
                 comes("di", 3s, items({tea}), {.priority = 5, .balk_at = 2})};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 7, -1, 5}));
}

TEST(ContractCombined, AWaitingCustomerIsTakenBeforeOneOfHigherPriorityWhoArrivesAtThatInstant) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_with_priority("cy", 5s, 9)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 5, 10}));
}

TEST(ContractCombined, AShiftThatStartsAsPatienceEndsKeepsTheCustomer) {
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

TEST(ContractCombined, RenegingDoesNotChangeThePriorityOfOthers) {
  CounterSpec spec = bar_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({coffee}), {.priority = 2, .patience = 3s}),
                 comes_with_priority("cy", 2s, 1), comes_with_priority("di", 3s, 2)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, -1, 10, 5}));
}

TEST(ContractCombined, AnUnlimitedKioskListedLastTakesWhomNobodyElseCan) {
  CounterSpec spec = bar_of({{.name = "Ana"}, {.name = "kiosk", .count = std::nullopt, .order_time = 7s}});
  spec.orders = {comes("a", 0s), comes("b", 1s, items({tea}), {.balk_at = 0}),
                 comes("c", 1s, items({tea}), {.patience = 0s}), comes("d", 5s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "kiosk", "kiosk", "Ana"}));
  EXPECT_EQ(run.result.servers.utilization, 1.0);  // Ana's alone, over 10 s
  EXPECT_EQ(run.result.servers.each.size(), 1U);
}

TEST(ContractCombined, AServerWhoComesOnDutyTakesBeforeThoseListedLater) {
  CounterSpec spec = bar_of({{.name = "crew", .count = over_time({{0s, 1}, {5s, 2}})}, {.name = "Bo"}});
  spec.orders = {comes("a", 0s, items({soup})), comes("b", 0s), comes("c", 1s), comes("d", 2s)};

  const RecordedRun run = run_of(spec);

  // At 5 Bo hands over to b while crew 2 takes c. Then Bo takes d.
  EXPECT_EQ(servers(run), (Names{"crew 1", "Bo", "crew 2", "Bo"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 5, 5}));
}

TEST(ContractCombined, AnEmptyOrderIsHandedOverBeforeTheNextIsTaken) {
  CounterSpec spec = bar_of({{.name = "Ana", .order_time = 2s, .time_per_item = 3s, .orders_in_flight = 2}});
  spec.orders = {comes("a", 0s, {}), comes("b", 1s, {})};

  EXPECT_EQ(transcript(spec, {"is taken", "is handed over", "leaves"}),
            (Lines{"0 a is taken Ana", "2 a is handed over Ana", "2 a leaves", "2 b is taken Ana",
                   "4 b is handed over Ana", "4 b leaves"}));
}

TEST(ContractCombined, HandsDoOneThingAtATimeEvenIfItTakesNoTime) {
  CounterSpec spec = bar_of({{.name = "Ana", .count = over_time({{0s, 0}, {3s, 1}}), .orders_in_flight = 3}});
  spec.orders = {comes("a", 0s, {}), comes("b", 1s, {})};

  EXPECT_EQ(transcript(spec, {"is taken", "is handed over", "leaves"}),
            (Lines{"3 a is taken Ana", "3 a is handed over Ana", "3 a leaves", "3 b is taken Ana",
                   "3 b is handed over Ana", "3 b leaves"}));
}

TEST(ContractCombined, ASequentialServerAsksForAStationAgainForEachItem) {
  CounterSpec spec = grill_of(1, 3s);
  spec.menu.push_back({"salad", {free_step(1s)}});
  spec.servers = {{.name = "Ana", .count = 2, .mode = Mode::sequential}};
  spec.orders = {comes("a", 0s, items({0, 0})), comes("b", 0s, items({1, 0}))};

  // A uses the grill from 0 to 3 and asks for it again. B, who has waited since 1, uses it up to 6.
  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 6}));
}

TEST(ContractCombined, AllItemsOfAnOrderHaveItsPriority) {
  CounterSpec spec = grill_of(2, 4s);
  spec.orders = {comes("a", 0s, items({0, 0, 0})), comes("b", 1s, items({0, 0}), {.priority = 1})};

  // Two of a's items up to 4, both of b's up to 8, and then the last of a's.
  EXPECT_EQ(served(run_of(spec)), (Seconds{12, 8}));
}

TEST(ContractCombined, PriorityAtAStationCountsOnlyOnceTheCustomerIsTaken) {
  CounterSpec spec = grill_of(1, 4s);
  spec.servers = {{.name = "crew", .count = 2, .order_time = 1s}};
  spec.orders = {comes("a", 0s), comes("b", 0s), comes_with_priority("c", 0s, 5), comes_with_priority("d", 6s, 9)};

  // A and b arrived before c at that instant and have been taken; c is first in line. C asks for the grill at 6, while
  // b uses it up to 9. D is taken only at 9 and asks at 10, when c is on the grill.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(taken(run), (Seconds{0, 0, 5, 9}));
  EXPECT_EQ(served(run), (Seconds{5, 9, 13, 17}));
}

TEST(ContractCombined, AServerWaitsForAbsentEquipmentAfterTheShift) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 0}, {20s, 1}});
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {5s, 0}}), .cost_per_hour = 3600}};
  spec.orders = {comes("a", 1s), comes("b", 2s, items({0}), {.patience = 30s})};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::reneged}));
  EXPECT_EQ(served(run), (Seconds{24, -1}));
  EXPECT_DOUBLE_EQ(run.result.money.value().labour, 24);
  EXPECT_EQ(run.result.elapsed, 32s);
}

TEST(ContractCombined, ClosingDoesNotEndTheShiftOrTheLine) {
  CounterSpec spec = bar_of({{.count = over_time({{0s, 1}, {12s, 2}})}});
  spec.arrivals = {{.when = 1s, .items = items({coffee}), .who = {.balk_at = 3}}};
  spec.until = at(6s);

  const RecordedRun run = run_of(spec);

  // Customers arrive at 1, 2 and 3 and wait in line; the one of 4 balks. At 5 one is taken before the next arrives and
  // joins the line; the one of 6 balks. The third is taken at 10, the fourth at 12, the one of 5 at 15.
  EXPECT_EQ(taken(run), (Seconds{0, 5, 10, 12, -1, 15, -1}));
  EXPECT_EQ(run.result.elapsed, 20s);
}

}  // namespace
}  // namespace fastfood::model::contract_combined_test
