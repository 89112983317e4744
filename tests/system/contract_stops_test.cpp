#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of the stops of a line.
namespace fastfood::model::contract_stops_test {
namespace {

constexpr auto order = StopKind::order;
constexpr auto collect = StopKind::collect;
constexpr auto both = StopKind::order_and_collect;

/// One line, `drive`, with these stops.
CounterSpec drive_of(std::vector<StopSpec> stops, std::vector<ServerGroupSpec> groups) {
  return counter_of(std::move(groups), {{.name = "drive", .stops = std::move(stops)}});
}

/// They pass the door in 1 s, and order at a board where one may stand and one may wait, which takes 10 s.
CounterSpec full_board() {
  return drive_of({{.name = "door", .time = 1s},
                   {.name = "board", .kind = order, .places = 1, .room = 1},
                   {.name = "window", .kind = collect}},
                  {{.name = "till", .order_time = 10s, .orders_in_flight = 9}});
}

TEST(ContractStops, AreWhereCustomersStandOneAfterAnother) {
  CounterSpec spec =
      drive_of({{.name = "board", .kind = order}, {.name = "pay", .time = 3s}, {.name = "window", .kind = collect}},
               {{.name = "till", .order_time = 2s, .handover_time = 1s}});
  spec.orders = {comes("ana", 0s)};

  EXPECT_EQ(transcript(spec),
            (Lines{"0 on duty till", "0 ana arrives", "0 ana enters drive.board", "0 ana is taken till", "2 ana asks",
                   "2 ana starts", "2 ana moves on drive.board", "2 ana enters drive.pay", "3 ana ends",
                   "5 ana moves on drive.pay", "5 ana enters drive.window", "5 ana is handed over till",
                   "6 ana moves on drive.window", "6 ana leaves"}));
}

TEST(ContractStops, MayBeOneForOrderingAndCollecting) {
  CounterSpec spec = drive_of({{.name = "counter", .kind = both, .places = 1}}, {{.name = "till", .count = 2}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 5}));
  EXPECT_EQ(served(run), (Seconds{5, 6}));
}

TEST(ContractStops, HaveAnyNumberOfPlacesByDefault) {
  CounterSpec spec = full_board();
  spec.orders = one_each({0s, 0s, 0s});

  EXPECT_EQ(entered(run_of(spec), 0), (Seconds{0, 0, 0}));
}

TEST(ContractStops, HaveNoMorePeopleThanPlaces) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0] = {.name = "door", .time = 4s, .places = 2};
  spec.lines[0].stops[1].places = std::nullopt;
  spec.orders = one_each({0s, 1s, 2s, 3s});

  EXPECT_EQ(entered(run_of(spec), 0), (Seconds{0, 1, 4, 5}));
}

TEST(ContractStops, HaveMorePlacesFromTheInstantOfTheSchedule) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0] = {.name = "door", .time = 10s, .places = over_time({{0s, 0}, {4s, 1}, {6s, 3}})};
  spec.orders = one_each({0s, 1s, 2s, 7s});

  EXPECT_EQ(entered(run_of(spec), 0), (Seconds{4, 6, 6, 14}));
}

TEST(ContractStops, KeepWhoStandsThereWhenTheirPlacesAreLowered) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0] = {.name = "door", .time = 5s, .places = over_time({{0s, 2}, {1s, 1}})};
  spec.lines[0].stops[1].room = std::nullopt;
  spec.orders = one_each({0s, 0s, 2s, 2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(entered(run, 0), (Seconds{0, 0, 5, 10}));
  EXPECT_EQ(done(run, 0), (Seconds{5, 5, 10, 15}));
}

TEST(ContractStops, AreFirstEnteredByPriorityThenByArrival) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0] = {.name = "door", .time = 5s, .places = 1};
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_first("cy", 2s, 1), comes("di", 3s)};

  EXPECT_EQ(entered(run_of(spec), 0), (Seconds{0, 10, 5, 15}));
}

TEST(ContractStops, AreThenEnteredInTheOrderOfComing) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[1].room = std::nullopt;
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_first("cy", 2s, 1)};

  EXPECT_EQ(entered(run_of(spec), 1), (Seconds{1, 11, 21}));
}

TEST(ContractStops, LetAnyNumberWaitBeforeThemByDefault) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[1].room = std::nullopt;
  spec.orders = one_each({0s, 0s, 0s, 0s});

  EXPECT_EQ(left_stop(run_of(spec), 0), (Seconds{1, 1, 1, 1}));
}

TEST(ContractStops, BlockWhoIsDoneWhileThereIsNoRoomBeforeTheNext) {
  CounterSpec spec = full_board();
  spec.orders = one_each({0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(done(run, 0), (Seconds{1, 1, 1}));
  EXPECT_EQ(left_stop(run, 0), (Seconds{1, 1, 11}));
  EXPECT_EQ(asked_at(run, 1), (Seconds{1, 1, 11}));
  EXPECT_EQ(entered(run, 1), (Seconds{1, 11, 21}));
}

TEST(ContractStops, KeepThePlaceOfWhoIsBlocked) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0].places = 1;
  spec.orders = one_each({0s, 0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(entered(run, 0), (Seconds{0, 1, 2, 11}));
  EXPECT_EQ(transcript(spec, {"is blocked"}),
            (Lines{"3 customer 3 is blocked drive.door", "12 customer 4 is blocked drive.door"}));
}

TEST(ContractStops, LetWhoWasDoneFirstMoveOnFirst) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[1].room = 0;
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_first("cy", 2s, 1), comes("di", 3s)};

  EXPECT_EQ(entered(run_of(spec), 1), (Seconds{1, 11, 21, 31}));
}

TEST(ContractStops, AreNotOvertakenByWhoIsDoneWhileSomebodyWaits) {
  CounterSpec spec = full_board();
  spec.orders = one_each({0s, 1s, 10s});

  // At 11 the board is free. The second, who waits before it, enters, and the third, who is done at that instant,
  // waits.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(entered(run, 1), (Seconds{1, 11, 21}));
  EXPECT_EQ(asked_at(run, 1), (Seconds{1, 2, 11}));
}

TEST(ContractStops, AreLeftAfterTheLast) {
  CounterSpec spec = drive_of({{.name = "counter", .kind = both}, {.name = "table", .time = 20s}}, {{.name = "till"}});
  spec.orders = {comes("ana", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{1}));
  EXPECT_EQ(totals(run), (Seconds{1}));
  EXPECT_EQ(left(run), (Seconds{21}));
  EXPECT_EQ(run.result.elapsed, 21s);
}

TEST(ContractKiosk, IsWhereCustomersOrderByThemselves) {
  CounterSpec spec = drive_of({{.name = "kiosk", .kind = order, .time = 4s}, {.name = "shelf", .kind = collect}},
                              {{.name = "till", .mode = Mode::sequential, .order_time = 50s, .handover_time = 1s}});
  spec.orders = {comes("ana", 0s, items({soup, coffee}))};

  // Both items are started together at 4. The till hands them over.
  EXPECT_EQ(transcript(spec, {"is taken", "starts", "ends", "is handed over", "leaves"}),
            (Lines{"0 ana is taken", "4 ana starts", "4 ana starts", "9 ana ends", "12 ana ends",
                   "12 ana is handed over till", "13 ana leaves"}));
}

TEST(ContractKiosk, TakesWhoBeginsThere) {
  CounterSpec spec =
      drive_of({{.name = "kiosk", .kind = order, .time = 4s, .places = 1}, {.name = "shelf", .kind = collect}},
               {{.name = "till"}});
  spec.orders = one_each({0s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 4}));
  EXPECT_EQ(run.orders.at(1).server, std::nullopt);
  EXPECT_EQ(run.result.wait_time.max, 3);
  EXPECT_EQ(run.result.service_time.max, 5);
}

TEST(ContractKiosk, MayBeWhereTheyCollect) {
  CounterSpec spec = drive_of({{.name = "kiosk", .kind = both, .time = 4s, .places = 1}}, {{.name = "till"}});
  spec.orders = one_each({0s, 0s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 10}));
}

TEST(ContractKiosk, EndsPatience) {
  CounterSpec spec =
      drive_of({{.name = "kiosk", .kind = order, .time = 4s, .places = 1}, {.name = "shelf", .kind = collect}},
               {{.name = "till"}});
  const CustomerSpec hasty = {.patience = 2s};
  spec.orders = {comes("ana", 0s, items({soup}), hasty), comes("bo", 0s, items({soda}), hasty)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{12, -1}));
  EXPECT_EQ(left(run), (Seconds{12, 2}));
}

TEST(ContractOrderStop, IsWhereAServerTakesOnlyThoseWhoStandThere) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order, .places = 1}, {.name = "window", .kind = collect}},
                              {{.name = "till", .count = 2, .order_time = 2s}});
  spec.orders = one_each({0s, 0s});

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 2}));
}

TEST(ContractOrderStop, IsDoneWhenTheOrderIsTaken) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect}},
                              {{.name = "till", .order_time = 2s}});
  spec.orders = {comes("ana", 0s, items({soup}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(done(run, 0), (Seconds{2}));
  EXPECT_EQ(entered(run, 1), (Seconds{2}));
}

TEST(ContractOrderStop, IsServedByPriorityThenByArrival) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect}},
                              {{.name = "till", .order_time = 5s, .orders_in_flight = 9}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_first("cy", 2s, 1)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 10, 5}));
}

TEST(ContractCollectStop, IsWhereCustomersAreHandedOverWhatIsReady) {
  CounterSpec spec =
      drive_of({{.name = "board", .kind = order}, {.name = "pay", .time = 4s}, {.name = "window", .kind = collect}},
               {{.name = "till", .count = 2, .order_time = 2s, .handover_time = 1s}});
  spec.orders = {comes("ana", 0s, items({soda})), comes("bo", 0s, items({soup}))};

  // Both stand at the window at 6. The soda was ready at 3, and the soup is at 10.
  EXPECT_EQ(served(run_of(spec)), (Seconds{7, 11}));
}

TEST(ContractCollectStop, IsDoneWhenTheOrderIsHandedOver) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order},
                               {.name = "window", .kind = collect, .places = 1},
                               {.name = "exit", .time = 1s, .places = 1, .room = 0}},
                              {{.name = "till", .count = 2, .handover_time = 2s}});
  spec.lines[0].stops[2].time = 7s;
  spec.orders = one_each({0s, 0s});

  // Ana is handed over from 1 to 3, and is at the exit to 10. Bo is served at 5, and blocked at the window to 10.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{3, 5}));
  EXPECT_EQ(done(run, 1), (Seconds{3, 5}));
  EXPECT_EQ(left_stop(run, 1), (Seconds{3, 10}));
  EXPECT_EQ(left(run), (Seconds{10, 17}));
}

TEST(ContractPatience, RunsBeforeTheFirstStop) {
  CounterSpec spec = drive_of({{.name = "counter", .kind = both, .places = 1}}, {{.name = "till"}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 1s, items({soda}), {.patience = 2s}), comes("cy", 2s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(left(run), (Seconds{8, 3, 9}));
  EXPECT_EQ(entered(run, 0), (Seconds{0, -1, 8}));
}

TEST(ContractPatience, RunsAtAStopBeforeTheOrderAndFreesThePlace) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0] = {.name = "door", .time = 6s, .places = 1};
  spec.orders = {comes("ana", 0s, items({soda}), {.patience = 2s}), comes("bo", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (std::vector<Outcome>{Outcome::reneged, Outcome::served}));
  EXPECT_EQ(left_stop(run, 0), (Seconds{2, 8}));
  EXPECT_EQ(entered(run, 0), (Seconds{0, 2}));
}

TEST(ContractPatience, RunsWhileBlockedAndFreesThePlace) {
  CounterSpec spec = full_board();
  spec.lines[0].stops[0].places = 1;
  spec.lines[0].stops[1].room = 0;
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soda}), {.patience = 4s}), comes("cy", 0s)};

  const RecordedRun run = run_of(spec);

  // Bo is done at the door at 2 and blocked until they leave at 4.
  EXPECT_EQ(done(run, 0), (Seconds{1, 2, 5}));
  EXPECT_EQ(left(run).at(1), 4);
  EXPECT_EQ(entered(run, 0), (Seconds{0, 1, 4}));
  EXPECT_EQ(entered(run, 1), (Seconds{1, -1, 11}));
}

TEST(ContractPatience, RunsWhileWaitingBeforeALaterStop) {
  CounterSpec spec = full_board();
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soda}), {.patience = 4s}), comes("cy", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(left(run).at(1), 4);
  EXPECT_EQ(asked_at(run, 1), (Seconds{1, 1, 4}));
}

TEST(ContractPatience, RunsWhileStandingAtTheBoardUntilTaken) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order, .places = 2}, {.name = "window", .kind = collect}},
                              {{.name = "till", .order_time = 5s, .orders_in_flight = 9}});
  const CustomerSpec hasty = {.patience = 3s};
  spec.orders = {comes("ana", 0s, items({soda}), hasty), comes("bo", 0s, items({soda}), hasty), comes("cy", 1s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, -1, 5}));
  EXPECT_EQ(entered(run, 0), (Seconds{0, 0, 3}));
}

TEST(ContractIfFull, LetsWhoWouldWaitLeave) {
  CounterSpec spec = drive_of({{.name = "counter", .kind = both},
                               {.name = "table", .time = 10s, .places = 1, .leave_if_full = true},
                               {.name = "exit", .time = 1s}},
                              {{.name = "till"}});
  spec.orders = one_each({0s, 0s, 10s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{1, 2, 11}));
  EXPECT_EQ(left(run), (Seconds{12, 2, 22}));  // the table is free again at 11
  EXPECT_EQ(entered(run, 1), (Seconds{1, -1, 11}));
  EXPECT_EQ(run.result.customers.served, 3);
  EXPECT_EQ(run.result.lines.at(0).stops.at(1).left, 1);
}

}  // namespace
}  // namespace fastfood::model::contract_stops_test
