#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of who hands over where lines have stops.
namespace fastfood::model::contract_handover_test {
namespace {

constexpr auto order = StopKind::order;
constexpr auto collect = StopKind::collect;

/// One line, `drive`, with these stops.
CounterSpec drive_of(std::vector<StopSpec> stops, std::vector<ServerGroupSpec> groups) {
  return counter_of(std::move(groups), {{.name = "drive", .stops = std::move(stops)}});
}

TEST(ContractHandover, IsDoneByWhoTookTheOrder) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect}},
                              {{.name = "Ana", .order_time = 1s, .orders_in_flight = 2}, {.name = "Bo"}});
  spec.orders = {comes("cy", 0s, items({soup})), comes("di", 0s, items({soup}))};

  EXPECT_EQ(transcript(spec, {"is taken", "is handed over"}),
            (Lines{"0 cy is taken Ana", "0 di is taken Bo", "8 di is handed over Bo", "9 cy is handed over Ana"}));
}

TEST(ContractHandover, IsDoneByTheGroupOfTheStopInItsTime) {
  CounterSpec spec = drive_of({{.name = "board", .kind = order}, {.name = "window", .kind = collect, .by = GroupId{1}}},
                              {{.name = "till", .order_time = 2s, .handover_time = 50s},
                               {.name = "runner", .handover_time = 3s, .lines = std::vector<LineId>{}}});
  spec.orders = one_each({0s, 0s});

  const RecordedRun run = run_of(spec);

  // The sodas are ready at 3 and 5. The till is done with an order once it is taken; the runner is free at 6.
  EXPECT_EQ(taken(run), (Seconds{0, 2}));
  EXPECT_EQ(served(run), (Seconds{6, 9}));
  EXPECT_EQ(servers(run), (Names{"till", "till"}));
  EXPECT_EQ(served_by_each(run), (std::vector<std::int64_t>{0, 2}));
}

TEST(ContractHandover, IsDoneByTheFirstAbleWhoTakesFromTheLineIfNobodyTookTheOrder) {
  CounterSpec spec = counter_of(
      {{.name = "Ana", .lines = {{LineId{1}}}}, {.name = "Bo", .handover_time = 3s}, {.name = "Cy"}},
      {{.name = "kiosks", .stops = {{.name = "kiosk", .kind = order, .time = 1s}, {.name = "shelf", .kind = collect}}},
       {.name = "counter"}});
  spec.orders = one_each({0s, 1s, 5s});

  EXPECT_EQ(
      transcript(spec, {"is handed over"}),
      (Lines{"2 customer 1 is handed over Bo", "3 customer 2 is handed over Cy", "7 customer 3 is handed over Bo"}));
}

/// Ana orders at a kiosk, and bo soup at the counter at the same instant.
CounterSpec kiosk_and_counter(ServerGroupSpec group) {
  CounterSpec spec =
      counter_of({std::move(group)},
                 {{.name = "counter"},
                  {.name = "kiosks",
                   .stops = {{.name = "kiosk", .kind = order, .time = 1s}, {.name = "shelf", .kind = collect}}}});
  spec.stations = {{.name = "grill"}};
  spec.orders = {comes("ana", 0s, items({soda}), in_line(1)), comes("bo", 0s, items({soup}), in_line(0))};
  return spec;
}

TEST(ContractHandover, IsNotDoneWhileAnOwnOrderKeepsThePersonBusy) {
  EXPECT_EQ(served(run_of(kiosk_and_counter({.name = "till"}))), (Seconds{8, 8}));
}

TEST(ContractHandover, IsDoneInBetweenWithSeveralOrdersInFlight) {
  EXPECT_EQ(served(run_of(kiosk_and_counter({.name = "till", .orders_in_flight = 2}))), (Seconds{2, 8}));
}

TEST(ContractHandover, IsDoneInBetweenByWhoWorksAtStations) {
  EXPECT_EQ(served(run_of(kiosk_and_counter({.name = "till", .works_at = {StationId{0}}}))), (Seconds{2, 8}));
}

TEST(ContractHandover, IsDoneOnlyByWhoIsOnDuty) {
  CounterSpec spec = kiosk_and_counter({.name = "till", .count = over_time({{0s, 0}, {10s, 1}})});
  spec.orders.pop_back();

  EXPECT_EQ(served(run_of(spec)), (Seconds{10}));
}

}  // namespace
}  // namespace fastfood::model::contract_handover_test
