#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of lines, stops and orders from afar together with other keys of a scenario.
namespace fastfood::model::contract_combined_lines_test {
namespace {

constexpr auto order = StopKind::order;
constexpr auto collect = StopKind::collect;
constexpr auto both = StopKind::order_and_collect;
const std::vector<LineId> no_lines;

CounterSpec drive_of(std::vector<StopSpec> stops, std::vector<ServerGroupSpec> groups) {
  return counter_of(std::move(groups), {{.name = "drive", .stops = std::move(stops)}});
}

CustomerSpec with_patience(Duration patience) { return {.patience = patience}; }

TEST(CombinedBlocking, WithPatienceFreesTheHandsAndThePlace) {
  CounterSpec spec = drive_of({{.name = "gate", .time = 4s, .places = 1, .by = GroupId{1}},
                               {.name = "board", .kind = order, .places = 1, .room = 0},
                               {.name = "window", .kind = collect}},
                              {{.name = "till", .order_time = 10s}, {.name = "host", .lines = no_lines}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soda}), with_patience(6s)), comes("cy", 0s)};

  // The host attends to bo from 4, who leaves at 6. Cy is done at the gate at 10, and blocked to 14.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(entered(run, 0), (Seconds{0, 4, 6}));
  EXPECT_EQ(done(run, 0), (Seconds{4, -1, 10}));
  EXPECT_EQ(entered(run, 1), (Seconds{4, -1, 14}));
}

TEST(CombinedBlocking, WithPatienceOfTheFirstLetsTheNextMoveOn) {
  CounterSpec spec = drive_of({{.name = "gate", .time = 1s},
                               {.name = "board", .kind = order, .places = 1, .room = 0},
                               {.name = "window", .kind = collect}},
                              {{.name = "till", .order_time = 10s, .orders_in_flight = 9}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soda}), with_patience(5s)), comes("cy", 0s)};

  EXPECT_EQ(entered(run_of(spec), 1), (Seconds{1, -1, 11}));
}

TEST(CombinedBlocking, KeepsAServerWithOneOrderInFlight) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order},
                               {.name = "pay", .time = 5s, .places = 1, .room = 0},
                               {.name = "window", .kind = collect}},
                              {{.name = "till", .count = 2}});
  spec.orders = one_each({0s, 0s, 0s});

  // The second is taken at 0 and stands at the board to 5. Who took it stays with the order to 10.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(left_stop(run, 0), (Seconds{0, 5, 10}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 5}));
  EXPECT_EQ(served(run), (Seconds{5, 10, 15}));
}

TEST(CombinedBlocking, WithNoRoomAnywhereLetsEachMoveAsSoonAsAPlaceIsFree) {
  CounterSpec spec = drive_of({{.name = "gate", .time = 1s, .places = 1},
                               {.name = "board", .kind = order, .places = 1, .room = 0},
                               {.name = "pay", .time = 2s, .places = 1, .room = 0},
                               {.name = "window", .kind = collect, .places = 1, .room = 0}},
                              {{.name = "till", .order_time = 4s, .orders_in_flight = 9}});
  spec.lines[0].room = 0;
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes("cy", 2s), comes("di", 5s)};

  // The till's hands are free at 5, 9 and 13, so that those at the window since 7 and 11 have to wait.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(2).outcome, Outcome::balked);
  EXPECT_EQ(left_stop(run, 0), (Seconds{1, 5, -1, 9}));
  EXPECT_EQ(taken(run), (Seconds{1, 5, -1, 9}));
  EXPECT_EQ(entered(run, 3), (Seconds{7, 11, -1, 15}));
  EXPECT_EQ(served(run), (Seconds{9, 13, -1, 15}));
}

TEST(CombinedPatience, LetsWhoHasPriorityInFirst) {
  CounterSpec spec =
      drive_of({{.name = "gate", .time = 5s, .places = 1}, {.name = "counter", .kind = both}}, {{.name = "till"}});
  spec.orders = {comes("ana", 0s, items({soda}), with_patience(2s)), comes("bo", 0s), comes_first("cy", 1s, 5)};

  EXPECT_EQ(entered(run_of(spec), 0), (Seconds{0, 7, 2}));
}

TEST(CombinedPatience, StaysIfTakenAtTheVeryInstantAtAStop) {
  CounterSpec spec = drive_of({{.name = "counter", .kind = both}}, {{.name = "till"}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 0s, items({soda}), with_patience(5s))};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 5}));
}

TEST(CombinedPatience, StaysIfAKioskIsFreeAtTheVeryInstant) {
  CounterSpec spec =
      drive_of({{.name = "kiosk", .kind = order, .time = 4s, .places = 1}, {.name = "shelf", .kind = collect}},
               {{.name = "till"}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soda}), with_patience(4s))};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 4}));
}

TEST(CombinedPatience, OpensAKioskForWhoWouldBalkLater) {
  CounterSpec spec =
      drive_of({{.name = "kiosk", .kind = order, .time = 10s, .places = 1}, {.name = "shelf", .kind = collect}},
               {{.name = "till"}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soda}), {.patience = 3s, .balk_at = 1}),
                 comes("cy", 2s, items({soda}), {.balk_at = 1}), comes("di", 4s, items({soda}), {.balk_at = 1})};

  EXPECT_EQ(outcomes(run_of(spec)),
            (std::vector<Outcome>{Outcome::served, Outcome::reneged, Outcome::balked, Outcome::served}));
}

TEST(CombinedPriorities, OverLinesWithShifts) {
  CounterSpec spec = counter_of({{.name = "till", .count = over_time({{0s, 1}, {5s, 2}, {9s, 1}})}},
                                {{.name = "left"}, {.name = "right"}});
  const CustomerSpec vip_left = {.priority = 1, .lines = {LineId{0}}};
  const CustomerSpec vip_right = {.priority = 1, .lines = {LineId{1}}};
  spec.orders = {comes("ana", 0s, items({soup}), in_line(0)), comes("bo", 1s, items({soup}), in_line(1)),
                 comes("cy", 2s, items({soup}), vip_left), comes("di", 3s, items({soup}), vip_right)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 16, 5, 8}));
  EXPECT_EQ(servers(run), (Names{"till 1", "till 1", "till 2", "till 1"}));
  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"13 off duty till 2"}));
}

TEST(CombinedLines, ShareAGroupWithALaneByArrival) {
  CounterSpec spec = counter_of(
      {{.name = "till", .order_time = 3s, .orders_in_flight = 2}},
      {{.name = "drive", .stops = {{.name = "board", .kind = order, .places = 1}, {.name = "window", .kind = collect}}},
       {.name = "counter"}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("cy", 0s, items({soup})),
                 comes("bo", 1s, items({soda}), in_line(1))};

  // At 3 cy enters the board before the till looks. Two orders are open up to 11.
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 3, 11}));

  spec.orders[2].who.priority = 1;

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 7, 3}));  // bo is handed over at 7
}

TEST(CombinedLines, AreChosenByTheirPeopleAlthoughTheyHaveNoRoom) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "left", .room = 0}, {.name = "right"}});
  const CustomerSpec either = {.lines = {LineId{0}, LineId{1}}};
  spec.orders = {comes("ana", 0s, items({soup}), in_line(1)), comes("bo", 1s, items({soda}), either)};

  EXPECT_EQ(outcomes(run_of(spec)), (std::vector<Outcome>{Outcome::served, Outcome::balked}));
}

TEST(CombinedKiosks, HaveRoomAndBalkAtByThoseNotTaken) {
  CounterSpec spec =
      drive_of({{.name = "kiosk", .kind = order, .time = 10s, .places = 2}, {.name = "shelf", .kind = collect}},
               {{.name = "till"}});
  spec.lines[0].room = 2;
  spec.orders = {comes("ana", 0s),
                 comes("bo", 0s),
                 comes("cy", 1s, items({soda}), {.balk_at = 1}),
                 comes("di", 2s, items({soda}), {.balk_at = 1}),
                 comes("ed", 3s),
                 comes("flo", 4s)};

  // Who stands at a kiosk counts as taken. Cy and ed wait, and flo has no room.
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 0, 10, -1, 10, -1}));
}

TEST(CombinedStops, OfNoTimeEndAfterAllElseThatCanStart) {
  CounterSpec spec = counter_of({{.name = "till", .count = over_time({{0s, 0}, {5s, 1}})}},
                                {{.name = "lane",
                                  .stops = {{.name = "pass", .time = 0s, .places = over_time({{0s, 0}, {5s, 1}})},
                                            {.name = "counter", .kind = both}}},
                                 {.name = "queue"}});
  spec.orders = {comes("bo", 1s, items({soda}), in_line(0)), comes("cy", 2s, items({soda}), in_line(1))};

  // At 5 bo, who came first, is let through. The till takes cy before bo comes to the counter.
  EXPECT_EQ(taken(run_of(spec)), (Seconds{6, 5}));
}

TEST(CombinedWindow, IsServedByAGroupThatGoesOffDuty) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect, .by = GroupId{1}}},
                              {{.name = "till"},
                               {.name = "runner",
                                .count = over_time({{0s, 1}, {5s, 0}, {20s, 1}}),
                                .handover_time = 6s,
                                .cost_per_hour = 3600,
                                .lines = no_lines}});
  spec.menu[soda].price = 50;
  spec.orders = one_each({0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{7, 26}));
  EXPECT_EQ(transcript(spec, {"on duty", "off duty"}),
            (Lines{"0 on duty till", "0 on duty runner", "7 off duty runner", "20 on duty runner"}));
  EXPECT_EQ(run.result.money->labour, 13);  // 7 s with overtime, and 6 s
  EXPECT_EQ(run.result.money->profit, 87);
}

TEST(CombinedWindow, OfOneGroupServesTwoLanes) {
  const std::vector<StopSpec> stops = {{.name = "board", .kind = order, .places = 1},
                                       {.name = "window", .kind = collect, .places = 1, .by = GroupId{1}}};
  CounterSpec spec =
      counter_of({{.name = "till", .count = 2}, {.name = "runner", .handover_time = 4s, .lines = no_lines}},
                 {{.name = "left", .stops = stops}, {.name = "right", .stops = stops}});
  spec.orders = {comes("ana", 0s, items({coffee}), in_line(0)), comes("bo", 0s, items({soda}), in_line(1)),
                 comes("cy", 0s, items({soda}), in_line(1))};

  // Bo 1 to 5. Cy comes to the window at 5, after ana's coffee was ready: ana 5 to 9, cy 9 to 13.
  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 5, 13}));
}

TEST(CombinedSequential, ServersInALaneMakeItemsWhileTheCustomerPays) {
  CounterSpec spec =
      drive_of({{.name = "board", .kind = order}, {.name = "pay", .time = 3s}, {.name = "window", .kind = collect}},
               {{.name = "till", .mode = Mode::sequential}});
  spec.orders = {comes("ana", 0s, items({coffee, soda})), comes("bo", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{6, 9}));
  EXPECT_EQ(taken(run), (Seconds{0, 6}));
}

TEST(CombinedSequential, ServersAreDoneOnceTheOrderIsTakenWhereOthersHandOver) {
  CounterSpec spec =
      drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect, .by = GroupId{1}}},
               {{.name = "till", .mode = Mode::sequential, .order_time = 1s}, {.name = "runner", .lines = no_lines}});
  spec.orders = {comes("ana", 0s, items({coffee, soda})), comes("bo", 0s, items({coffee, soda}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 1}));
  EXPECT_EQ(served(run), (Seconds{7, 8}));
}

TEST(CombinedIfFull, FollowsTheScheduleOfPlaces) {
  CounterSpec spec = drive_of(
      {{.name = "counter", .kind = both},
       {.name = "table", .time = 10s, .places = over_time({{0s, 1}, {5s, 2}, {6s, 0}}), .leave_if_full = true}},
      {{.name = "till"}});
  spec.orders = {comes("ana", 0s, items({})), comes("bo", 1s, items({})), comes("cy", 5s, items({})),
                 comes("di", 10s, items({}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(left(run), (Seconds{10, 1, 15, 10}));
  EXPECT_EQ(run.result.lines.at(0).stops.at(1).left, 2);
  EXPECT_EQ(run.result.lines.at(0).stops.at(1).utilization, 1.0);  // those taken beyond the schedule are there
}

TEST(CombinedIfFull, LetsThemSitDownWhereAWaiterAttends) {
  CounterSpec spec = drive_of({{.name = "counter", .kind = both},
                               {.name = "table", .time = 4s, .places = 2, .by = GroupId{1}, .leave_if_full = true}},
                              {{.name = "till"}, {.name = "waiter", .lines = no_lines}});
  spec.orders = {comes("ana", 0s, items({})), comes("bo", 0s, items({})), comes("cy", 1s, items({})),
                 comes("di", 4s, items({}))};

  EXPECT_EQ(left(run_of(spec)), (Seconds{4, 8, 1, 12}));
}

TEST(CombinedFromAfar, BlocksTheWindowForThoseInTheLane) {
  CounterSpec spec = drive_of(
      {{.name = "board", .kind = order, .places = 1}, {.name = "window", .kind = collect, .places = 1, .room = 0}},
      {{.name = "till", .count = 2}});
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 1s), comes("bo", 1s), comes("cy", 1s)};

  // Ana stands at the window from 1 to 8. Bo is blocked at the board, so that cy cannot order.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{8, 8, 9}));
  EXPECT_EQ(taken(run), (Seconds{-1, 1, 8}));
}

TEST(CombinedFromAfar, OccupiesStationsBeforeTheCustomerComes) {
  CounterSpec spec = grill_of(1, 5s);
  spec.servers = {{.name = "till", .count = 9}};
  spec.orders = {orders_ahead("ana", 0s, items({0}), 60s), comes("bo", 1s), comes_with_priority("cy", 2s, 1)};

  EXPECT_EQ(customers(run_of(spec)), (Names{"bo", "cy", "ana"}));
  EXPECT_EQ(started(run_of(spec)), (Seconds{10, 5, 0}));
}

TEST(CombinedFromAfar, WithWarmupAndAStopCountsThoseWhoComeBetween) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue"}});
  spec.warmup = at(5s);
  spec.until = at(10s);
  spec.stop = Stop::at_until;
  spec.orders = {orders_ahead("ana", 0s, items({soda}), 4s), orders_ahead("bo", 3s, items({soda}), 3s),
                 orders_ahead("cy", 8s, items({soda}), 3s), orders_ahead("di", 8s, items({soup}), 1s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 2, .served = 1, .unfinished = 1}));
  EXPECT_EQ(run.result.lines.at(0).customers, run.result.customers);
  EXPECT_EQ(served(run), (Seconds{6, -1}));
  EXPECT_EQ(run.result.elapsed, 5s);
}

TEST(CombinedFromAfar, IsInThePeriodInWhichTheCustomerComes) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue"}});
  spec.report_every = 10s;
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 12s), comes("bo", 1s, items({soup})),
                 comes("cy", 2s, items({soup}))};

  // Bo is served at 9, cy waits from 2 to 9 and is served at 17. Ana comes at 12 and waits for the till to 17.
  const std::vector<PeriodResult> periods = run_of(spec).result.by_period.value();

  ASSERT_EQ(periods.size(), 2U);
  EXPECT_EQ(periods[0].arrived, 2);
  EXPECT_EQ(periods[0].line_mean, 0.7);
  EXPECT_EQ(periods[1].arrived, 1);
  EXPECT_EQ(periods[1].wait_time.count, 0);
  EXPECT_EQ(periods[1].total_time.mean, 5);
  EXPECT_EQ(periods[1].served, 2);
}

TEST(CombinedFromAfar, IsHeldToTheTargetFromTheComing) {
  CounterSpec spec = counter_of({{.name = "till", .count = 2}}, {{.name = "queue"}});
  spec.target = TargetSpec{5s, 0.5};
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 10s), comes("bo", 0s, items({soup}))};

  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.satisfied->count, 1);
  EXPECT_EQ(result.satisfied->met, true);
}

TEST(CombinedFromAfar, WaitsForAGroupOfTheWindowThatComesOnDutyLater) {
  CounterSpec spec =
      drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect, .by = GroupId{1}}},
               {{.name = "till"}, {.name = "runner", .count = over_time({{0s, 0}, {30s, 1}}), .lines = no_lines}});
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 10s), comes("bo", 0s)};

  EXPECT_EQ(served(run_of(spec)), (Seconds{30, 30}));
}

}  // namespace
}  // namespace fastfood::model::contract_combined_lines_test
