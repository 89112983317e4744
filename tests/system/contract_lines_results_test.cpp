#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of the results of lines, their stops, and people.
namespace fastfood::model::contract_lines_results_test {
namespace {

/// Ana and bo come at 0 and cy at 1. Each passes a gate for one, which takes 2 s, orders in 4 s at a board for one,
/// before which nobody may wait, and collects a soda.
CounterSpec gate_and_board() {
  CounterSpec spec = counter_of({{.name = "till", .order_time = 4s, .orders_in_flight = 9}},
                                {{.name = "drive",
                                  .stops = {{.name = "gate", .time = 2s, .places = 1},
                                            {.name = "board", .kind = StopKind::order, .places = 1, .room = 0},
                                            {.name = "window", .kind = StopKind::collect}}},
                                 {.name = "counter"}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 1s)};
  return spec;
}

// Gate: ana 0 to 2, bo 2 to 6 (done at 4), cy 6 to 10 (done at 8). Board: 2, 6, 10 to 14. The sodas are
// ready at 7, 11 and 15. The till's hands are free at 10 and 14: served at 10, 14 and 15.

TEST(ContractLinesResult, HasTheCustomersOfEachLine) {
  CounterSpec spec = gate_and_board();
  spec.orders.push_back(comes("di", 3s, items({soda}), {.balk_at = 0, .lines = {LineId{0}}}));
  spec.orders.push_back(comes("ed", 3s, items({soda}), {.patience = 1s, .lines = {LineId{0}}}));
  spec.orders.push_back(comes("flo", 3s, items({soda}), in_line(1)));

  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.lines.at(0).name, "drive");
  EXPECT_EQ(result.lines.at(0).customers, (CustomerCounts{.arrived = 5, .served = 3, .balked = 1, .reneged = 1}));
  EXPECT_EQ(result.lines.at(1).customers, (CustomerCounts{.arrived = 1, .served = 1}));
}

TEST(ContractLinesResult, MeasuresThoseWhoHaveNotBeenTakenWhereverTheyStand) {
  const RunResult result = run_of(gate_and_board()).result;

  // Not taken: ana to 2, bo to 6, cy from 1 to 10. That is 2 + 6 + 9 person-seconds in 15 s.
  EXPECT_EQ(result.lines.at(0).line, (LineResult{17.0 / 15, 3}));
  EXPECT_EQ(result.lines.at(0).wait_time.count, 3);
  EXPECT_EQ(result.lines.at(0).wait_time.mean, 17.0 / 3);
}

TEST(ContractLinesResult, HasTheTotalTimesOfEachLine) {
  const RunResult result = run_of(gate_and_board()).result;

  EXPECT_EQ(result.lines.at(0).total_time.mean, (10.0 + 14 + 14) / 3);
  EXPECT_EQ(result.lines.at(1).total_time.count, 0);
  EXPECT_EQ(result.lines.at(1).line, (LineResult{0, 0}));
}

TEST(ContractLinesResult, HasAllLinesTogetherForTheServers) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "left"}, {.name = "right"}});
  spec.orders = {comes("ana", 0s, items({coffee}), in_line(0)), comes("bo", 0s, items({coffee}), in_line(0)),
                 comes("cy", 0s, items({coffee}), in_line(1))};

  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.lines.at(0).line, (LineResult{5.0 / 15, 1}));
  EXPECT_EQ(result.lines.at(1).line, (LineResult{10.0 / 15, 1}));
  EXPECT_EQ(result.servers.line, (LineResult{1, 2}));
}

TEST(ContractLinesResult, IsEmptyWithoutLines) {
  CounterSpec spec = gate_and_board();
  spec.lines.clear();

  EXPECT_TRUE(run_of(spec).result.lines.empty());
}

TEST(ContractStopsResult, HasTheShareOfPlaceSecondsTaken) {
  const RunResult result = run_of(gate_and_board()).result;
  const std::vector<StopResult>& stops = result.lines.at(0).stops;

  EXPECT_EQ(stops.at(0).utilization, 10.0 / 15);
  EXPECT_EQ(stops.at(1).utilization, 12.0 / 15);
  EXPECT_EQ(stops.at(2).utilization, std::nullopt);  // any number may stand there
}

TEST(ContractStopsResult, CountsAPlaceTakenAsThere) {
  CounterSpec spec = gate_and_board();
  spec.lines[0].stops[0].places = over_time({{0s, 1}, {1s, 0}, {11s, 1}});
  spec.orders.pop_back();

  // Ana stands at the gate to 2, and bo from 11 to 13. Bo is served at 18. There is a place to 2 and from 11.
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.elapsed, 18s);
  EXPECT_EQ(result.lines.at(0).stops.at(0).utilization, 4.0 / 9);
}

TEST(ContractStopsResult, HasTheMeanNumberOfBlocked) {
  const RunResult result = run_of(gate_and_board()).result;

  EXPECT_EQ(result.lines.at(0).stops.at(0).blocked, 4.0 / 15);  // bo from 4 to 6, cy from 8 to 10
  EXPECT_EQ(result.lines.at(0).stops.at(1).blocked, 0.0);
}

TEST(ContractStopsResult, HasThoseWhoWaitBeforeIt) {
  const RunResult result = run_of(gate_and_board()).result;
  const std::vector<StopResult>& stops = result.lines.at(0).stops;

  // Bo waits from 0 to 2, cy from 1 to 6. Nobody waits before the board.
  EXPECT_EQ(stops.at(0).line, (LineResult{7.0 / 15, 2}));
  EXPECT_EQ(stops.at(0).wait_time.mean, 7.0 / 3);
  EXPECT_EQ(stops.at(0).wait_time.max, 5);
  EXPECT_EQ(stops.at(1).line, (LineResult{0, 0}));
  EXPECT_EQ(stops.at(1).wait_time.count, 3);
}

TEST(ContractStopsResult, HasWaitingTimesOnlyOfThoseWhoEntered) {
  CounterSpec spec = gate_and_board();
  spec.orders.push_back(comes("di", 1s, items({soda}), {.patience = 1s}));

  EXPECT_EQ(run_of(spec).result.lines.at(0).stops.at(0).wait_time.count, 3);
}

TEST(ContractStopsResult, CountsWhoLeftAsItWasFull) {
  CounterSpec spec = counter_of({{.name = "till", .count = 4}},
                                {{.name = "drive",
                                  .stops = {{.name = "counter", .kind = StopKind::order_and_collect},
                                            {.name = "table", .time = 60s, .places = 1, .leave_if_full = true}}}});
  spec.orders = one_each({0s, 0s, 1s, 2s});
  spec.warmup = at(1s);

  // The first has the table. Of the others who left, one had come before the warm-up ended.
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.lines.at(0).stops.at(1).left, 2);
  EXPECT_EQ(result.lines.at(0).stops.at(1).utilization, 1.0);
}

TEST(ContractStopsOfAnOrder, AreThoseTheCustomerCameTo) {
  CounterSpec spec = gate_and_board();
  spec.orders.push_back(comes("di", 3s, items({soda}), {.patience = 1s}));
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(1).stops, (std::vector<StopRecord>{{0, at(0s), at(2s), at(4s), at(6s)},
                                                             {1, at(6s), at(6s), at(10s), at(10s)},
                                                             {2, at(10s), at(10s), at(14s), at(14s)}}));
  EXPECT_EQ(run.orders.at(3).stops, (std::vector<StopRecord>{{0, at(3s), std::nullopt, std::nullopt, std::nullopt}}));
}

TEST(ContractStopsOfAnOrder, HaveInstantsUpToTheStopOfTheRun) {
  CounterSpec spec = gate_and_board();
  spec.until = at(5s);
  spec.stop = Stop::at_until;

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(1).stops, (std::vector<StopRecord>{{0, at(0s), at(2s), at(4s), std::nullopt}}));
  EXPECT_EQ(run.result.lines.at(0).customers, (CustomerCounts{.arrived = 3, .unfinished = 3}));
}

TEST(ContractStopsOfAnOrder, HaveNoEventsAfterTheStopOfTheRun) {
  CounterSpec spec = gate_and_board();
  spec.until = at(5s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(transcript(spec, {"moves on", "is blocked"}),
            (Lines{"2 ana moves on drive.gate", "4 bo is blocked drive.gate"}));
}

TEST(ContractServer, IsWhoTookTheOrderAndServedWhoHandedOver) {
  CounterSpec spec = counter_of({{.name = "till"}, {.name = "runner", .lines = std::vector<LineId>{}}},
                                {{.name = "drive",
                                  .stops = {{.name = "board", .kind = StopKind::order},
                                            {.name = "window", .kind = StopKind::collect, .by = GroupId{1}}}}});
  spec.orders = one_each({0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"till", "till", "till"}));
  EXPECT_EQ(served_by_each(run), (std::vector<std::int64_t>{0, 3}));
  EXPECT_EQ(run.result.servers.each.at(1).throughput_per_hour, 3 * 3600.0);  // 3 in 1 s
}

/// A person with an open order from 0 to 8, who hands a kiosk's order over in 1 s.
CounterSpec soup_and_kiosk(ServerGroupSpec group) {
  group.name = "till";
  group.handover_time = 1s;
  CounterSpec spec = counter_of({std::move(group)}, {{.name = "counter"},
                                                     {.name = "kiosks",
                                                      .stops = {{.name = "kiosk", .kind = StopKind::order, .time = 1s},
                                                                {.name = "shelf", .kind = StopKind::collect}}}});
  spec.stations = {{.name = "grill"}};
  spec.orders = {comes("ana", 0s, items({soup}), in_line(0)), comes("bo", 0s, items({soda}), in_line(1))};
  return spec;
}

TEST(ContractUtilization, WithOneOrderInFlightIsOfOpenOrdersAndOfHands) {
  const RunResult result = run_of(soup_and_kiosk({})).result;

  // Ana is served at 9, and bo from 9 to 10.
  EXPECT_EQ(result.elapsed, 10s);
  EXPECT_EQ(result.servers.each.at(0).utilization, 1.0);
}

TEST(ContractUtilization, WithSeveralOrdersInFlightIsOfHands) {
  const RunResult result = run_of(soup_and_kiosk({.orders_in_flight = 2})).result;

  EXPECT_EQ(result.elapsed, 9s);
  EXPECT_EQ(result.servers.each.at(0).utilization, 2.0 / 9);
}

TEST(ContractUtilization, OfWhoWorksAtStationsIsOfHands) {
  const RunResult result = run_of(soup_and_kiosk({.works_at = {StationId{0}}})).result;

  EXPECT_EQ(result.elapsed, 9s);
  EXPECT_EQ(result.servers.each.at(0).utilization, 2.0 / 9);
}

TEST(ContractWarmup, CountsOrdersFromAfarByWhenTheCustomerComes) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue"}});
  spec.stations = {{.name = "grill"}};
  spec.menu.push_back({"burger", {step_at(0, 2s)}});
  spec.orders = {orders_ahead("ana", 0s, items({3}), 9s), orders_ahead("bo", 0s, items({3}), 10s)};
  spec.warmup = at(10s);

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"bo"}));
  EXPECT_EQ(run.orders.at(0).id, 2);
  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 1, .served = 1}));
  EXPECT_EQ(run.result.lines.at(0).customers.arrived, 1);
  EXPECT_EQ(run.result.stations.at(0).uses, 1);
  EXPECT_EQ(run.result.stations.at(0).wait_time.mean, 2);
}

TEST(ContractWarmup, LeavesOutThoseWhoCameBeforeButMeasuresThemOverTime) {
  CounterSpec spec = gate_and_board();
  spec.warmup = at(1s);

  // By customer only cy counts. By time all do: from 1 to 15 the board is taken for 12 s, and bo and cy are blocked.
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.lines.at(0).customers.arrived, 1);
  EXPECT_EQ(result.lines.at(0).wait_time.mean, 9);
  EXPECT_EQ(result.lines.at(0).stops.at(0).wait_time.count, 1);
  EXPECT_EQ(result.lines.at(0).stops.at(0).blocked, 4.0 / 14);
  EXPECT_EQ(result.lines.at(0).stops.at(1).utilization, 12.0 / 14);
  EXPECT_EQ(result.lines.at(0).line.mean, 15.0 / 14);  // ana to 2, bo to 6, cy to 10
}

}  // namespace
}  // namespace fastfood::model::contract_lines_results_test
