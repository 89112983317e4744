#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of deadlocks at stops, for want of hands, and of orders from afar.
namespace fastfood::model::contract_lines_deadlock_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<LineId> no_lines;

/// On duty up to 1 s.
Schedule until_one() { return over_time({{0s, 1}, {1s, 0}}); }

/// A lane of a gate, a board before which nobody may wait, and a window. Everything takes a second.
CounterSpec lane() {
  CounterSpec spec = counter_of({{.name = "till", .order_time = 1s}, {.name = "crew", .lines = no_lines}},
                                {{.name = "drive",
                                  .stops = {{.name = "gate", .time = 1s, .places = 1},
                                            {.name = "board", .kind = StopKind::order, .places = 1, .room = 0},
                                            {.name = "window", .kind = StopKind::collect, .places = 1, .room = 0}}}});
  spec.menu.push_back({"burger", {step_at(0, 1s)}});
  spec.stations = {{.name = "grill"}};
  return spec;
}

constexpr std::size_t burger = 3;

TEST(ContractLinesDeadlock, NamesWhoWaitsForAStopThatHasNoPlaceAnyMore) {
  CounterSpec spec = lane();
  spec.lines[0].stops[0].places = until_one();
  spec.orders = {comes("ana", 0s), comes("bo", 2s)};

  EXPECT_EQ(failure_of(spec),
            "nothing can happen any more, and customers are still inside"
            "\n  'bo' waits for a place at 'drive.gate', which has 0 places");
}

TEST(ContractLinesDeadlock, NamesWhoIsBlockedAndWhoWaitsBehind) {
  CounterSpec spec = lane();
  spec.lines[0].stops[1].places = until_one();
  spec.orders = {comes("ana", 2s), comes("bo", 3s)};

  EXPECT_EQ(failure_of(spec),
            "nothing can happen any more, and customers are still inside"
            "\n  'ana' at 'drive.gate' cannot move on to 'drive.board', which has 0 places"
            "\n  'bo' waits for a place at 'drive.gate', which has 1 place");
}

TEST(ContractLinesDeadlock, NamesWhoStandsWhereNobodyTakesOrders) {
  CounterSpec spec = lane();
  spec.servers[0].count = until_one();
  spec.servers.pop_back();
  spec.orders = {comes("ana", 2s)};

  EXPECT_THAT(failure_of(spec), HasSubstr("\n  'ana' at 'drive.board' waits for a server: nobody is on duty"));
}

TEST(ContractLinesDeadlock, NamesWhoseHandsAreWaitedForAtTheWindow) {
  CounterSpec spec = lane();
  spec.servers[1].count = until_one();
  spec.lines[0].stops[2].by = GroupId{1};
  spec.orders = {comes("ana", 0s), comes("bo", 0s)};

  EXPECT_EQ(failure_of(spec),
            "nothing can happen any more, and customers are still inside"
            "\n  'ana' at 'drive.window' waits for the hands of 'crew': nobody is on duty"
            "\n  'bo' at 'drive.board' cannot move on to 'drive.window', which has 1 place");
}

TEST(ContractLinesDeadlock, NamesWhoseHandsAreWaitedForAtAnotherStop) {
  CounterSpec spec = lane();
  spec.servers[1].count = until_one();
  spec.lines[0].stops[0].by = GroupId{1};
  spec.orders = {comes("ana", 2s)};

  EXPECT_THAT(failure_of(spec),
              HasSubstr("\n  'ana' at 'drive.gate' waits for the hands of 'crew': nobody is on duty"));
}

TEST(ContractLinesDeadlock, NamesWhoWaitsForAnybodyToHandOver) {
  CounterSpec spec = lane();
  spec.servers[0].count = until_one();
  spec.lines[0].stops[1].time = 1s;  // a kiosk
  spec.orders = {comes("ana", 2s), orders_ahead("bo", 2s, items({soda}), 9s)};

  EXPECT_EQ(failure_of(spec),
            "nothing can happen any more, and customers are still inside"
            "\n  'ana' at 'drive.window' waits for somebody who hands over: nobody is on duty"
            "\n  'bo', who ordered from afar, waits for a place at 'drive.window', which has 1 place");
}

TEST(ContractLinesDeadlock, ReportsThatAnOrderOfTheirOwnKeepsThePeopleOfAStopBusy) {
  CounterSpec spec = lane();
  spec.lines[0].stops.insert(spec.lines[0].stops.begin() + 2, {.name = "pay", .time = 1s, .by = GroupId{0}});
  spec.orders = {comes("ana", 0s)};

  // With one order in flight the till stays with it, and has nobody who could attend to ana where she pays.
  EXPECT_THAT(
      failure_of(spec),
      HasSubstr("\n  'ana' at 'drive.pay', served by 'till', waits for the hands of 'till': orders of their own "
                "keep them busy"));
}

TEST(ContractLinesDeadlock, NamesWhoOrderedFromAfar) {
  CounterSpec spec = lane();
  spec.stations[0].capacity = until_one();
  spec.orders = {orders_ahead("ana", 2s, items({burger}), 9s)};

  EXPECT_THAT(
      failure_of(spec),
      HasSubstr("\n  'ana' at 'drive.window', who ordered from afar, waits for station 'grill', which has 0 units"));
}

TEST(ContractLinesDeadlock, ReportsThatNobodyWorksAtAStationAnyMore) {
  CounterSpec spec = lane();
  spec.servers[1].count = until_one();
  spec.servers[1].works_at = {StationId{0}};
  spec.orders = {comes("ana", 2s, items({burger}))};

  EXPECT_THAT(failure_of(spec), HasSubstr("\n  'ana' at 'drive.window', served by 'till', waits for station 'grill', "
                                          "which has 1 unit; nobody who works there is on duty"));
}

TEST(ContractLinesDeadlock, ReportsThatThePersonWhoTookTheOrderIsOffDuty) {
  CounterSpec spec = lane();
  spec.lines.clear();
  spec.servers = {{.name = "all", .count = until_one(), .order_time = 2s, .works_at = {StationId{0}}}};
  spec.orders = {comes("ana", 0s, items({burger})), comes("bo", 0s)};

  // The order of ana keeps the person on duty, but not at work.
  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'ana', served by 'all', waits for station 'grill'"),
                                      HasSubstr("'bo' waits for a server: 'all' serves 'ana'")));
}

TEST(ContractLinesDeadlock, DoesNotNameAsServerWhoIsDoneWithTheOrder) {
  CounterSpec spec = lane();
  spec.stations[0].capacity = until_one();
  spec.lines[0].stops[2].by = GroupId{1};
  spec.orders = {comes("ana", 2s, items({burger}))};

  EXPECT_THAT(failure_of(spec),
              AllOf(HasSubstr("'ana' at 'drive.window' waits for station"), Not(HasSubstr("served by"))));
}

TEST(ContractLinesDeadlock, NamesNoMoreThanTwenty) {
  CounterSpec spec = lane();
  spec.lines[0].stops[0].places = over_time({{0s, 0}, {1s, 0}});
  spec.arrivals = {{.when = 1s, .count = 25, .items = items({soda})}};

  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'walk-in 20' waits for a place"), Not(HasSubstr("walk-in 21")),
                                      HasSubstr("\n  and 5 more")));
}

TEST(ContractLinesDeadlock, IsNotReportedWhileSomebodyMayRenegeAtAStop) {
  CounterSpec spec = lane();
  spec.lines[0].stops[1].places = until_one();
  spec.orders = {comes("ana", 2s, items({soda}), {.patience = 9s})};

  EXPECT_EQ(failure_of(spec), "");
}

TEST(ContractLinesDeadlock, IsNotReportedWhileABatchThatNobodyWaitsForOccupiesHands) {
  CounterSpec spec = lane();
  spec.lines.clear();
  spec.stations[0] = tray("grill", {.size = 1, .time = 60s, .refill_below = 1});
  spec.servers = {{.name = "all", .works_at = {StationId{0}}}};
  spec.orders = {comes("ana", 2s)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{60}));
}

TEST(ContractLinesDeadlock, IsReportedAlthoughATrayIsRefilledForEver) {
  CounterSpec spec = lane();
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 1s, .hold = 1s, .refill_below = 1}));
  spec.servers[1].works_at = {StationId{1}};
  spec.lines[0].stops[0].places = until_one();
  spec.orders = {comes("ana", 2s)};

  EXPECT_THAT(failure_of(spec), HasSubstr("'ana' waits for a place at 'drive.gate'"));
}

TEST(ContractLinesDeadlock, IsReportedAlthoughSomebodyIsAlwaysCooking) {
  CounterSpec spec = lane();
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 3s, .hold = 2s, .refill_below = 2}));
  spec.servers[1].works_at = {StationId{1}};
  spec.lines[0].stops[0].places = until_one();
  spec.orders = {comes("ana", 2s)};

  EXPECT_THAT(failure_of(spec), HasSubstr("'ana' waits for a place at 'drive.gate'"));
}

TEST(ContractLinesDeadlock, IsReportedAlthoughSomebodyElseIsAlwaysCooking) {
  CounterSpec spec = lane();
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 3s, .hold = 2s, .refill_below = 2}));
  spec.servers[0].count = until_one();
  spec.servers[1].works_at = {StationId{1}};
  spec.orders = {comes("ana", 2s)};

  EXPECT_THAT(failure_of(spec), HasSubstr("'ana' at 'drive.board' waits for a server"));
}

TEST(ContractLinesDeadlock, IsNotReportedWhileWhoCooksWillAttend) {
  CounterSpec spec = lane();
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 30s, .refill_below = 1}));
  spec.servers[1].works_at = {StationId{1}};
  spec.lines[0].stops[0].by = GroupId{1};
  spec.orders = {comes("ana", 2s)};

  EXPECT_EQ(done(run_of(spec), 0), (Seconds{31}));
}

TEST(ContractLinesDeadlock, LeavesThemUnfinishedIfTheRunStopsAtUntil) {
  CounterSpec spec = lane();
  spec.lines[0].stops[1].places = until_one();
  spec.until = at(9s);
  spec.stop = Stop::at_until;
  spec.orders = {comes("ana", 2s), comes("bo", 3s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 2, .unfinished = 2}));
  EXPECT_EQ(left_stop(run, 0), (Seconds{-1, -1}));
  EXPECT_EQ(run.result.lines.at(0).stops.at(0).blocked, 6.0 / 9);
}

}  // namespace
}  // namespace fastfood::model::contract_lines_deadlock_test
