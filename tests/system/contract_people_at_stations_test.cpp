#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of people who work at stations, or attend to customers at stops.
namespace fastfood::model::contract_people_at_stations_test {
namespace {

constexpr StationId grill{0};
constexpr StationId fryer{1};
constexpr std::size_t burger = 3;
constexpr std::size_t fish = 4;

/// A grill of two units, which takes 3 s, and a fryer of one, which takes 2 s.
CounterSpec kitchen_of(std::vector<ServerGroupSpec> groups, std::vector<LineSpec> lines = {}) {
  CounterSpec spec = counter_of(std::move(groups), std::move(lines));
  spec.menu.push_back({"burger", {step_at(0, 3s)}});
  spec.menu.push_back({"fish", {step_at(1, 2s)}});
  spec.stations = {{.name = "grill", .capacity = 2}, {.name = "fryer"}};
  return spec;
}

/// Takes no orders.
ServerGroupSpec cook_at(std::vector<StationId> stations) {
  return {.name = "cook", .lines = std::vector<LineId>{}, .works_at = std::move(stations)};
}

ServerGroupSpec unlimited() { return {.name = "till", .count = std::nullopt}; }

/// Two lines: `kiosks`, where one orders in 1 s, and `desk`, where somebody of the first group attends for 2 s before.
std::vector<LineSpec> kiosks_and_desk() {
  const StopSpec kiosk = {.name = "kiosk", .kind = StopKind::order, .time = 1s};
  const StopSpec shelf = {.name = "shelf", .kind = StopKind::collect};
  return {{.name = "kiosks", .stops = {kiosk, shelf}},
          {.name = "desk", .stops = {{.name = "desk", .time = 2s, .by = GroupId{0}}, kiosk, shelf}},
          {.name = "counter"}};
}

TEST(ContractWorksAt, NeedsOnePersonForEveryStep) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.orders = {comes("ana", 0s, items({burger, burger, burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 0), 0);
  EXPECT_EQ(step_started(run, 0, 1), 3);
  EXPECT_EQ(step_started(run, 0, 2), 6);
}

TEST(ContractWorksAt, NeedsNobodyAtAStationThatNoGroupLists) {
  CounterSpec spec = kitchen_of({cook_at({fryer}), unlimited()});
  spec.orders = {comes("ana", 0s, items({burger, burger, fish}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{3}));
}

TEST(ContractWorksAt, NeedsAPersonOfAnyGroupThatListsTheStation) {
  CounterSpec spec = kitchen_of({cook_at({grill}), cook_at({fryer, grill}), unlimited()});
  spec.servers[1].name = "helper";
  spec.orders = {comes("ana", 0s, items({burger, burger}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{3}));
}

TEST(ContractWorksAt, NeedsAUnitAndHandsAtOnce) {
  CounterSpec spec = kitchen_of({cook_at({grill, fryer}), unlimited()});
  spec.servers[0].count = 2;
  spec.stations[0].capacity = over_time({{0s, 0}, {5s, 1}});
  spec.orders = {comes("ana", 0s, items({burger, fish, burger}))};

  // Up to 5 the grill keeps nobody from the fryer. After that one of the cooks has no unit.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 0), 5);
  EXPECT_EQ(step_started(run, 0, 1), 0);
  EXPECT_EQ(step_started(run, 0, 2), 8);
}

TEST(ContractWorksAt, DoesNotUseAUnitWhileNobodysHandsAreFree) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.orders = {comes("ana", 0s, items({burger, burger}))};

  EXPECT_EQ(run_of(spec).result.stations.at(0).utilization, 0.5);  // one of two units for 6 of 6 s
}

TEST(ContractWorksAt, NeedsAPersonForEveryBatchOfATray) {
  CounterSpec spec = kitchen_of({cook_at({grill, fryer}), unlimited()});
  spec.stations[1] = tray("fryer", {.size = 2, .time = 4s}, 2);
  spec.orders = {comes("ana", 0s, items({fish, fish, fish})), comes("bo", 1s, items({burger}))};

  // Ana needs two batches. Bo's burger, at the preferred station, is made in between.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(transcript(spec, {"batch on"}), (Lines{"0 batch on fryer", "7 batch on fryer"}));
  EXPECT_EQ(served(run), (Seconds{11, 7}));
  EXPECT_EQ(run.orders.at(0).items.at(1).ready_at, at(4s));
}

TEST(ContractWorksAt, NeedsNobodyToTakeAPortion) {
  CounterSpec spec = kitchen_of({cook_at({fryer, grill}), unlimited()});
  spec.stations[1] = tray("fryer", {.size = 2, .time = 4s});
  spec.orders = {comes("ana", 0s, items({fish})), comes("bo", 4s, items({burger})), comes("cy", 5s, items({fish}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 7, 5}));
}

TEST(ContractAttended, FreesTheHandsAfterTheFirstPartOfTheStep) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.stations[0].attended = 1s;
  spec.orders = {comes("ana", 0s, items({burger, burger, burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 1), 1);
  EXPECT_EQ(step_started(run, 0, 2), 3);                      // there are two units
  EXPECT_EQ(run.result.servers.each.at(0).utilization, 0.5);  // 3 of 6 s
}

TEST(ContractAttended, LastsNoLongerThanTheStep) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.stations[0].attended = 10s;
  spec.orders = {comes("ana", 0s, items({burger, burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 1), 3);
  EXPECT_EQ(run.result.servers.each.at(0).utilization, 1.0);
}

TEST(ContractAttended, MayTakeNoTimeAndStillNeedsHands) {
  CounterSpec spec = kitchen_of({cook_at({grill, fryer}), unlimited()});
  spec.stations[0].attended = 0s;
  spec.orders = {comes("bo", 0s, items({fish})), comes("ana", 1s, items({burger, burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 1, 0), 2);  // the cook is at the fryer until 2
  EXPECT_EQ(step_started(run, 1, 1), 2);
}

TEST(ContractAttended, IsOfTheBatchAtATray) {
  CounterSpec spec = kitchen_of({cook_at({fryer, grill}), unlimited()});
  spec.stations[1] = tray("fryer", {.size = 1, .time = 4s});
  spec.stations[1].attended = 1s;
  spec.orders = {comes("ana", 0s, items({fish, burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 0), 4);
  EXPECT_EQ(step_started(run, 0, 1), 1);
}

TEST(ContractWorker, IsNotOccupiedByPreparingWithOneOrderInFlight) {
  CounterSpec spec = kitchen_of({{.name = "all", .order_time = 2s, .handover_time = 1s, .works_at = {grill}}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 0s, items({burger}))};

  const RecordedRun run = run_of(spec);

  // Ana: 2 + 5 + 1. Bo is taken only then, as one order is in flight: 8 + 2 + 3 + 1. The burger occupies the hands.
  EXPECT_EQ(taken(run), (Seconds{0, 8}));
  EXPECT_EQ(served(run), (Seconds{8, 14}));
  EXPECT_EQ(run.result.servers.each.at(0).utilization, 9.0 / 14);
}

TEST(ContractWorker, WorksForOrdersOfOthersWhileTheirOwnIsPrepared) {
  CounterSpec spec = kitchen_of({{.name = "all", .works_at = {grill}}}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({soup}), in_line(2)), comes("bo", 0s, items({burger}), in_line(0))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{8, 4}));
}

TEST(ContractWorker, HandsOverBeforeTheyAttendToACustomer) {
  CounterSpec spec = kitchen_of({{.name = "all", .handover_time = 3s, .works_at = {grill}}}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({}), in_line(1)), comes("bo", 0s, items({}), in_line(0)),
                 comes("cy", 1s, items({}), in_line(1))};

  // Ana is attended to until 2. Bo's order has been ready since 1, and cy has stood at the desk since 1.
  EXPECT_EQ(transcript(spec, {"starts work", "is handed over"}),
            (Lines{"0 ana starts work desk.desk", "2 bo is handed over all", "5 ana is handed over all",
                   "8 cy starts work desk.desk", "11 cy is handed over all"}));
}

TEST(ContractWorker, AttendsToACustomerBeforeTheyWorkAtAStation) {
  CounterSpec spec = kitchen_of({{.name = "all", .works_at = {grill}}}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({soda}), in_line(1)), comes("bo", 0s, items({burger}), in_line(0)),
                 comes("cy", 1s, items({soda}), in_line(1))};

  EXPECT_EQ(transcript(spec, {"starts work"}),
            (Lines{"0 ana starts work desk.desk", "2 cy starts work desk.desk", "4 starts work grill"}));
}

TEST(ContractWorker, PrefersTheFirstStationListed) {
  CounterSpec spec = kitchen_of({cook_at({fryer, grill}), unlimited()});
  spec.orders = {comes("ana", 0s, items({fish})), comes("bo", 0s, items({burger})), comes("cy", 1s, items({fish}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 1), 4);
  EXPECT_EQ(step_started(run, 2), 2);
}

TEST(ContractWorker, GoesToTheNextStationIfNothingCanStartAtTheFirst) {
  CounterSpec spec = kitchen_of({cook_at({fryer, grill}), unlimited()});
  spec.servers[0].count = 2;
  spec.orders = {comes("ana", 0s, items({fish, fish, burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0, 1), 2);
  EXPECT_EQ(step_started(run, 0, 2), 0);
}

TEST(ContractWorker, WorksAtAStationBeforeTheyTakeAnOrder) {
  CounterSpec spec = kitchen_of({{.name = "all", .order_time = 2s, .orders_in_flight = 3, .works_at = {grill}}});
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 1s, items({}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(step_started(run, 0), 2);
  EXPECT_EQ(taken(run), (Seconds{0, 5}));
}

TEST(ContractWorker, HandsOverBeforeTheyWorkAtAStation) {
  CounterSpec spec = kitchen_of({{.name = "all", .handover_time = 2s, .orders_in_flight = 3, .works_at = {grill}}});
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 0s, items({burger}))};

  // Ana's burger is made before bo is taken, who then waits for the handing over.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 5}));
  EXPECT_EQ(served(run), (Seconds{5, 10}));
}

TEST(ContractWorker, OfTheFirstGroupListedActsFirst) {
  CounterSpec spec = kitchen_of({cook_at({grill}), cook_at({grill}), unlimited()});
  spec.servers[1].name = "helper";
  spec.stations[0].capacity = 1;
  spec.orders = {comes("ana", 0s, items({burger}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.servers.each.at(0).utilization, 1.0);
  EXPECT_EQ(run.result.servers.each.at(1).utilization, 0.0);
}

TEST(ContractWorker, FinishesTheirWorkAfterTheShiftAndNothingElse) {
  CounterSpec spec = kitchen_of({cook_at({grill}), unlimited()});
  spec.servers[0].count = over_time({{0s, 1}, {1s, 0}, {20s, 1}});
  spec.orders = {comes("ana", 0s, items({burger, burger}))};

  EXPECT_EQ(transcript(spec, {"on duty", "off duty", "starts work", "ends work"}),
            (Lines{"0 on duty cook", "0 starts work grill", "3 ends work grill", "3 off duty cook", "20 on duty cook",
                   "20 starts work grill", "23 ends work grill"}));
  EXPECT_EQ(run_of(spec).result.servers.each.at(0).utilization, 1.0);  // 6 of 6 s, with overtime
}

TEST(ContractWorker, FinishesTheOrdersTheyTookAfterTheShift) {
  CounterSpec spec = kitchen_of({{.name = "all", .handover_time = 1s, .works_at = {grill}}});
  spec.servers[0].count = over_time({{0s, 1}, {1s, 0}});
  spec.orders = {comes("ana", 0s, items({coffee}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{6}));
  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"6 off duty all"}));
}

TEST(ContractWorker, DoesNotWorkForTheirOwnOrderAfterTheShift) {
  CounterSpec spec = kitchen_of({{.name = "all", .order_time = 2s, .works_at = {grill}}});
  spec.servers[0].count = over_time({{0s, 1}, {1s, 0}, {9s, 1}});
  spec.orders = {comes("ana", 0s, items({burger}))};

  EXPECT_EQ(step_started(run_of(spec), 0), 9);
}

TEST(ContractAttendant, IsOccupiedForTheTimeOfTheStopFirstComeFirstServed) {
  CounterSpec spec = kitchen_of({{.name = "host", .lines = std::vector<LineId>{}}, unlimited()}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({}), in_line(1)), comes("bo", 0s, items({}), in_line(1)),
                 comes("cy", 1s, items({}), {.priority = 9, .lines = {LineId{1}}})};

  EXPECT_EQ(done(run_of(spec), 0), (Seconds{2, 4, 6}));
}

TEST(ContractAttendant, IsFreeWhenTheCustomerReneges) {
  CounterSpec spec = kitchen_of({{.name = "host", .lines = std::vector<LineId>{}}, unlimited()}, kiosks_and_desk());
  spec.lines[1].stops[0].places = 2;
  CustomerSpec hasty = in_line(1);
  hasty.patience = 1s;
  spec.orders = {comes("ana", 0s, items({}), hasty), comes("bo", 0s, items({}), in_line(1)),
                 comes("cy", 0s, items({}), in_line(1))};

  EXPECT_EQ(transcript(spec, {"enters", "starts work", "ends work", "reneges"}),
            (Lines{"0 ana enters desk.desk", "0 ana starts work desk.desk", "0 bo enters desk.desk",
                   "1 ana ends work desk.desk", "1 ana reneges", "1 cy enters desk.desk", "1 bo starts work desk.desk",
                   "3 bo ends work desk.desk", "3 bo enters desk.kiosk", "3 cy starts work desk.desk",
                   "4 bo enters desk.shelf", "5 cy ends work desk.desk", "5 cy enters desk.kiosk",
                   "6 cy enters desk.shelf"}));
}

TEST(ContractAttendant, IsNotKeptByWhoRenegesBeforeTheirTurn) {
  CounterSpec spec = kitchen_of({{.name = "host", .lines = std::vector<LineId>{}}, unlimited()}, kiosks_and_desk());
  CustomerSpec hasty = in_line(1);
  hasty.patience = 1s;
  spec.orders = {comes("ana", 0s, items({}), in_line(1)), comes("bo", 0s, items({}), hasty),
                 comes("cy", 0s, items({}), in_line(1))};

  EXPECT_EQ(done(run_of(spec), 0), (Seconds{2, -1, 4}));
}

TEST(ContractAttendant, WithAnOwnOrderAttendsWhenItIsDone) {
  CounterSpec spec = kitchen_of({{.name = "till"}}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({soup}), in_line(2)), comes("bo", 1s, items({}), in_line(1))};

  EXPECT_EQ(done(run_of(spec), 0), (Seconds{-1, 10}));
}

TEST(ContractAttendant, MayBeAnUnlimitedGroup) {
  CounterSpec spec = kitchen_of({unlimited()}, kiosks_and_desk());
  spec.orders = {comes("ana", 0s, items({}), in_line(1)), comes("bo", 0s, items({}), in_line(1))};

  EXPECT_EQ(done(run_of(spec), 0), (Seconds{2, 2}));
}

}  // namespace
}  // namespace fastfood::model::contract_people_at_stations_test
