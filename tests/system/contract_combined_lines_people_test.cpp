#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of people who work at stations together with other keys of a scenario.
namespace fastfood::model::contract_combined_lines_people_test {
namespace {

constexpr StationId grill{0};
constexpr StationId fryer{1};
constexpr std::size_t burger = 3;
constexpr std::size_t fish = 4;

/// A grill of one unit, which takes 3 s, and a tray of fish for one, which takes 4 s.
CounterSpec kitchen_of(std::vector<ServerGroupSpec> groups, std::vector<LineSpec> lines = {}) {
  CounterSpec spec = counter_of(std::move(groups), std::move(lines));
  spec.menu.push_back({"burger", {step_at(0, 3s)}});
  spec.menu.push_back({"fish", {step_at(1)}});
  spec.stations = {{.name = "grill"}, tray("fryer", {.size = 1, .time = 4s})};
  return spec;
}

ServerGroupSpec cook_at(std::vector<StationId> stations, Schedule count = 1) {
  return {.name = "cook", .count = std::move(count), .lines = std::vector<LineId>{}, .works_at = std::move(stations)};
}

ServerGroupSpec unlimited() { return {.name = "till", .count = std::nullopt}; }

/// Three lines: `kiosks`, where one orders in 1 s; `desk`, where the first group attends for 2 s before; `counter`.
std::vector<LineSpec> kiosks_and_desk() {
  const StopSpec kiosk = {.name = "kiosk", .kind = StopKind::order, .time = 1s};
  const StopSpec shelf = {.name = "shelf", .kind = StopKind::collect};
  return {{.name = "kiosks", .stops = {kiosk, shelf}},
          {.name = "desk", .stops = {{.name = "desk", .time = 2s, .by = GroupId{0}}, kiosk, shelf}},
          {.name = "counter"}};
}

TEST(CombinedWorkers, DoOneThingAfterAnotherInTheOrderOfTheContract) {
  CounterSpec spec =
      kitchen_of({{.name = "all", .order_time = 10s, .handover_time = 1s, .orders_in_flight = 3, .works_at = {grill}}},
                 kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({}), in_line(2)), comes("bo", 1s, items({}), in_line(0)),
                 comes("cy", 1s, items({}), in_line(1)), orders_ahead("di", 1s, items({burger}), 50s),
                 comes("ed", 1s, items({}), in_line(2))};

  // All wait for the hands, which are free at 10: to hand over to bo (ready since 2) and ana (since 10), to attend to
  // cy, to work for di, to hand over to cy, and to take ed's order.
  EXPECT_EQ(transcript(spec, {"is taken", "starts work", "is handed over"}),
            (Lines{"0 ana is taken all", "1 bo is taken", "10 bo is handed over all", "11 ana is handed over all",
                   "12 cy starts work desk.desk", "14 cy is taken", "14 starts work grill", "17 cy is handed over all",
                   "18 ed is taken all", "28 ed is handed over all", "51 di is handed over all"}));
}

TEST(CombinedWorkers, TakeTurnsInTheOrderListedEachWithOneThing) {
  CounterSpec spec = kitchen_of({{.name = "crew", .count = 2, .order_time = 2s, .works_at = {grill}}});
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 0s, items({burger})), comes("cy", 0s, items({burger}))};

  // At 5 crew 1 hands over to ana while crew 2 starts bo's burger. Then crew 1 takes cy.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 0, 5}));
  EXPECT_EQ(started(run), (Seconds{2, 5, 8}));
  EXPECT_EQ(served(run), (Seconds{5, 8, 11}));
  EXPECT_EQ(servers(run), (Names{"crew 1", "crew 2", "crew 1"}));
  EXPECT_EQ(run.result.servers.each.at(0).utilization, 10.0 / 11);  // 0 to 5, 5 to 7, 8 to 11
  EXPECT_EQ(run.result.servers.each.at(1).utilization, 5.0 / 11);   // 0 to 2, 5 to 8
}

TEST(CombinedWorkers, LeaveATrayUnderRepairForAnotherStation) {
  CounterSpec spec = kitchen_of({cook_at({fryer, grill}), unlimited()});
  spec.stations[1].breakdown = BreakdownSpec{3s, 2s};
  spec.orders = {comes("ana", 0s, items({fish})), comes("bo", 1s, items({fish})), comes("cy", 1s, items({burger}))};

  // The batch is done at 4, and the fryer under repair from 4 to 6. The burger is made from 4 to 7.
  EXPECT_EQ(started(run_of(spec)), (Seconds{4, 11, 4}));
}

TEST(CombinedWorkers, AttendToATrayAndAreFreeDuringItsRepair) {
  CounterSpec spec = kitchen_of({cook_at({fryer, grill}), unlimited()});
  spec.stations[1].breakdown = BreakdownSpec{3s, 2s};
  spec.stations[1].attended = 1s;
  spec.orders = {comes("ana", 0s, items({fish, burger})), comes("bo", 1s, items({fish}))};

  // The batch is attended to 1, the burger made from 1 to 4. The fryer is under repair to 6, and fails again at 9.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 1), 1);
  EXPECT_EQ(step_started(run, 1), 10);
  EXPECT_EQ(run.result.stations.at(1).down, 0.2);  // 4 to 6 of 10 s
}

TEST(CombinedWorkers, FinishABatchAfterTheShiftAndStartNoOther) {
  CounterSpec spec = kitchen_of({cook_at({fryer}, over_time({{0s, 1}, {2s, 0}, {30s, 1}})), unlimited()});
  spec.orders = {comes("ana", 0s, items({fish})), comes("bo", 3s, items({fish}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 34}));
  EXPECT_EQ(transcript(spec, {"on duty", "off duty"}), (Lines{"0 on duty cook", "4 off duty cook", "30 on duty cook"}));
}

TEST(CombinedWorkers, LeaveAtTheEndOfWhatTheyAttendToWhileTheStepGoesOn) {
  CounterSpec spec = kitchen_of({cook_at({grill}, over_time({{0s, 1}, {1s, 0}})), unlimited()});
  spec.stations[0].attended = 2s;
  spec.orders = {comes("ana", 0s, items({burger}))};

  EXPECT_EQ(transcript(spec, {"off duty", "ends work", "leaves"}),
            (Lines{"2 ends work grill", "2 off duty cook", "3 ana leaves"}));
}

TEST(CombinedWorkers, WaitForTheUnitAndTheUnitForThem) {
  CounterSpec spec = kitchen_of({cook_at({grill}, over_time({{0s, 0}, {6s, 1}, {9s, 0}, {20s, 1}})), unlimited()});
  spec.stations[0].capacity = over_time({{0s, 0}, {4s, 1}, {9s, 0}, {25s, 1}});
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 1s, items({burger}))};

  EXPECT_EQ(started(run_of(spec)), (Seconds{6, 25}));
}

TEST(CombinedWorkers, TakeStepsByPriorityThenInTheOrderOfAsking) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 1s, items({burger})),
                 comes("cy", 2s, items({burger}), {.priority = 1}), comes("di", 2s, items({burger}))};

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 6, 3, 9}));
}

TEST(CombinedWorkers, RefillATrayBeforeTheyTakeOrders) {
  CounterSpec spec = kitchen_of({{.name = "all", .works_at = {fryer}}});
  spec.stations[1].batch->refill_below = 1;
  spec.orders = {comes("ana", 1s, items({}))};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{4}));  // nothing is missing at the tray from 4 on
}

TEST(CombinedWorkers, ThrowAwayWhatIsOldAndCookAgain) {
  CounterSpec spec = kitchen_of({cook_at({fryer}), unlimited()});
  spec.stations[1].batch = BatchSpec{.size = 2, .time = 4s, .hold = 3s};
  spec.orders = {comes("ana", 0s, items({fish})), comes("bo", 7s, items({fish})), comes("cy", 8s, items({fish}))};

  // One portion is good to 7, and taken then. At 8 a batch is put on, of which one is left.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{4, 7, 12}));
  EXPECT_EQ(run.result.stations.at(1).batches, 2);
}

TEST(CombinedWorkers, OfOneGroupAttendAndOfAnotherCook) {
  CounterSpec spec = kitchen_of({{.name = "all", .count = 2, .works_at = {grill}}}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({burger}), in_line(1)), comes("bo", 0s, items({burger}), in_line(1)),
                 comes("cy", 0s, items({burger}), in_line(0))};

  // Ana and bo are attended to from 0 to 2, and order to 3. Cy's burger is made from 2, ana's from 5, bo's from 8.
  EXPECT_EQ(started(run_of(spec)), (Seconds{5, 8, 2}));
}

TEST(CombinedWorkers, HaveNoOrderOfTheirOwnWhereOthersHandOver) {
  const StopSpec window = {.name = "window", .kind = StopKind::collect, .by = GroupId{1}};
  CounterSpec spec = kitchen_of(
      {{.name = "till", .order_time = 1s, .works_at = {grill}}, {.name = "runner", .lines = std::vector<LineId>{}}},
      {{.name = "drive", .stops = {{.name = "board", .kind = StopKind::order}, window}}});
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 0s, items({burger}))};

  // The till works before they take the next order: ana's burger 1 to 4, bo's order 4 to 5, bo's burger 5 to 8.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 4}));
  EXPECT_EQ(served(run), (Seconds{4, 8}));
}

TEST(CombinedWorkers, PrepareOrdersFromAfarBeforeTheyTakeThoseInLine) {
  CounterSpec spec = kitchen_of({{.name = "all", .works_at = {grill}}});
  spec.orders = {comes("ana", 0s, items({soda})), orders_ahead("bo", 0s, items({burger}), 60s),
                 comes("cy", 0s, items({soda}))};

  // Ana's soda is ready at 1, when the hands are at bo's burger up to 3.
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 3, -1}));
  EXPECT_EQ(customers(run_of(spec)), (Names{"ana", "cy", "bo"}));
  EXPECT_EQ(served(run_of(spec)), (Seconds{3, 4, 60}));
}

TEST(CombinedWorkers, ArePaidForTheTimeOnDutyWithOvertime) {
  CounterSpec spec = kitchen_of({cook_at({grill}, over_time({{0s, 2}, {1s, 0}})), unlimited()});
  spec.servers[0].cost_per_hour = 3600;
  spec.stations[0].cost_per_hour = 7200;
  spec.menu[burger].price = 20;
  spec.orders = {comes("ana", 0s, items({burger}))};

  const Money money = run_of(spec).result.money.value();

  EXPECT_EQ(money.labour, 4);  // cook 1 for 3 s and cook 2 for 1 s
  EXPECT_EQ(money.equipment, 6);
  EXPECT_EQ(money.profit, 10);
}

TEST(CombinedWorkers, AreMeasuredByPeriod) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.report_every = 2s;
  spec.orders = {comes("ana", 1s, items({burger}))};

  const std::vector<PeriodResult> periods = run_of(spec).result.by_period.value();

  ASSERT_EQ(periods.size(), 3U);  // ana leaves at 4, in the last
  EXPECT_EQ(periods[0].servers_utilization, 0.5);
  EXPECT_EQ(periods[1].servers_utilization, 1.0);
}

TEST(CombinedWorkers, OfAnUnlimitedGroupAreAlwaysThere) {
  CounterSpec spec = kitchen_of({{.name = "all", .count = std::nullopt, .works_at = {grill, fryer}}});
  spec.stations[0].capacity = 2;
  spec.orders = {comes("ana", 0s, items({burger, burger, fish})), comes("bo", 0s, items({burger}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 6}));
}

TEST(CombinedAttendants, OfAnUnlimitedGroupHandOverToAllAtOnce) {
  const StopSpec window = {.name = "window", .kind = StopKind::collect, .by = GroupId{1}};
  CounterSpec spec = kitchen_of(
      {{.name = "till", .orders_in_flight = 2}, {.name = "runners", .count = std::nullopt, .handover_time = 3s}},
      {{.name = "drive", .stops = {{.name = "board", .kind = StopKind::order}, window}}});
  spec.orders = {comes("ana", 0s, items({soda})), comes("bo", 0s, items({soda}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 4}));
}

TEST(CombinedAttendants, TakePaymentWithSeveralOrdersInFlight) {
  CounterSpec spec = kitchen_of({{.name = "till", .order_time = 2s, .handover_time = 1s, .orders_in_flight = 3}},
                                {{.name = "drive",
                                  .stops = {{.name = "board", .kind = StopKind::order},
                                            {.name = "pay", .time = 2s, .by = GroupId{0}},
                                            {.name = "window", .kind = StopKind::collect}}}});
  spec.orders = {comes("ana", 0s, items({soda})), comes("bo", 1s, items({soda}))};

  // Ana orders to 2, pays to 4, and is handed over to 5. Then bo orders to 7, pays to 9, and is handed over to 10.
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 5}));
  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 10}));
}

TEST(CombinedAttendants, AreFreedByPatienceForTheStationTheyWorkAt) {
  CounterSpec spec = kitchen_of({{.name = "all", .works_at = {grill}}}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({}), {.patience = 1500ms, .lines = {LineId{1}}}),
                 comes("bo", 0s, items({burger}), in_line(0))};

  EXPECT_EQ(step_started(run_of(spec), 1), 1.5);
}

TEST(CombinedAttendants, FinishWithTheCustomerAfterTheShiftAndTurnToNobodyElse) {
  CounterSpec spec = kitchen_of({{.name = "host", .lines = std::vector<LineId>{}}, unlimited()}, kiosks_and_desk());
  spec.servers[0].count = over_time({{0s, 1}, {1s, 0}, {9s, 1}});
  spec.orders = {comes("ana", 0s, items({}), in_line(1)), comes("bo", 0s, items({}), in_line(1))};

  EXPECT_EQ(done(run_of(spec), 0), (Seconds{2, 11}));
}

TEST(CombinedAttendants, HaveAPlaceForTheNextWhoComesOnceTheyAreDone) {
  CounterSpec spec = kitchen_of({{.name = "host", .lines = std::vector<LineId>{}}, unlimited()}, kiosks_and_desk());
  spec.lines[1].room = 0;
  spec.lines[1].stops[0].places = 2;
  spec.orders = {comes("ana", 0s, items({}), in_line(1)), comes("bo", 0s, items({}), in_line(1)),
                 comes("cy", 1s, items({}), in_line(1)), comes("di", 2s, items({}), in_line(1))};

  // Two may stand at the desk: cy balks, and di has ana's place.
  EXPECT_EQ(done(run_of(spec), 0), (Seconds{2, 4, -1, 6}));
}

TEST(CombinedInstant, MovesTheLinesInTheOrderListedTheLastStopFirst) {
  const std::vector<StopSpec> stops = {{.name = "gate", .time = 2s, .places = 1},
                                       {.name = "mid", .time = 2s, .places = 1, .room = 0},
                                       {.name = "counter", .kind = StopKind::order_and_collect}};
  CounterSpec spec = counter_of({unlimited()}, {{.name = "left", .stops = stops}, {.name = "right", .stops = stops}});
  spec.orders = {comes("cy", 0s, items({}), in_line(1)), comes("di", 0s, items({}), in_line(1)),
                 comes("ana", 0s, items({}), in_line(0)), comes("bo", 0s, items({}), in_line(0))};

  EXPECT_EQ(transcript(spec, {"enters"}),
            (Lines{"0 cy enters right.gate", "0 ana enters left.gate", "2 ana enters left.mid", "2 bo enters left.gate",
                   "2 cy enters right.mid", "2 di enters right.gate", "4 ana enters left.counter",
                   "4 bo enters left.mid", "4 cy enters right.counter", "4 di enters right.mid",
                   "6 bo enters left.counter", "6 di enters right.counter"}));
}

TEST(CombinedInstant, LetsThePlacesOfAScheduleCountBeforeAnybodyMoves) {
  CounterSpec spec =
      counter_of({unlimited()},
                 {{.name = "lane",
                   .stops = {{.name = "gate", .time = 2s},
                             {.name = "mid", .time = 5s, .places = over_time({{0s, 1}, {2s, 0}, {4s, 2}}), .room = 0},
                             {.name = "counter", .kind = StopKind::order_and_collect}}}});
  spec.orders = one_each({0s, 1s});

  EXPECT_EQ(entered(run_of(spec), 1), (Seconds{4, 4}));
}

}  // namespace
}  // namespace fastfood::model::contract_combined_lines_people_test
