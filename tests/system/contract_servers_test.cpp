#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of servers and their shifts.
namespace fastfood::model::contract_servers_test {
namespace {

/// Soda takes 1 s, coffee 5 s and soup 8 s. No equipment is needed.
CounterSpec counter_of(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec;
  spec.menu = {{"soda", {free_step(1s)}}, {"coffee", {free_step(5s)}}, {"soup", {free_step(8s)}}};
  spec.servers = std::move(groups);
  return spec;
}

constexpr std::size_t soda = 0;
constexpr std::size_t coffee = 1;
constexpr std::size_t soup = 2;

TEST(ContractServers, AreOneNamedServerAndAsyncByDefault) {
  CounterSpec spec = counter_of({ServerGroupSpec{}});
  spec.orders = {comes("ana", 0s, items({soda, coffee})), comes("bo", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 5}));
  EXPECT_EQ(servers(run), (Names{"server", "server"}));
}

TEST(ContractServers, WithoutLimitTakeEveryOrderAsItArrives) {
  CounterSpec spec = counter_of({{.name = "kiosk", .count = std::nullopt, .order_time = 2s}});
  spec.orders = one_each({0s, 0s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 0, 1}));
  EXPECT_EQ(served(run), (Seconds{3, 3, 4}));
  EXPECT_EQ(servers(run), (Names{"kiosk", "kiosk", "kiosk"}));
}

TEST(ContractServers, InAsyncModeStartAllItemsOfAnOrderTogether) {
  CounterSpec spec = counter_of({{.mode = Mode::async}});
  spec.orders = {comes("ana", 0s, items({soup, soda, coffee}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{8}));
}

TEST(ContractServers, InSequentialModeMakeItemsOneByOneInTheOrderListed) {
  CounterSpec spec = counter_of({{.mode = Mode::sequential}});
  spec.orders = {comes("ana", 0s, items({soup, soda, coffee}))};

  const RecordedRun run = run_of(spec);

  const std::vector<ItemRecord>& made = run.orders.at(0).items;
  EXPECT_EQ((Seconds{seconds(made[0].started_at), seconds(made[1].started_at), seconds(made[2].started_at)}),
            (Seconds{0, 8, 9}));
  EXPECT_EQ(served(run), (Seconds{14}));
}

TEST(ContractServers, TakeTheOrderWaitForItAndHandItOver) {
  CounterSpec spec = counter_of({{.name = "Ana", .order_time = 2s, .handover_time = 3s}});
  spec.orders = {comes("bo", 1s)};

  EXPECT_EQ(transcript(spec), (Lines{"0 on duty Ana", "1 bo arrives", "1 bo is taken Ana", "3 bo asks", "3 bo starts",
                                     "4 bo ends", "4 bo is handed over Ana", "7 bo leaves"}));
}

TEST(ContractServers, TakeLongerForEachItemOrdered) {
  CounterSpec spec = counter_of({{.order_time = 2s, .time_per_item = 3s}});
  spec.orders = {comes("ana", 0s, {{ItemId{soda}, 2}, {ItemId{soup}, 4, 0.0}, {ItemId{soda}, 1}})};

  EXPECT_EQ(started(run_of(spec)), (Seconds{11}));  // three sodas; the soup was not ordered
}

TEST(ContractServers, DrawTheTimePerItemSeparately) {
  CounterSpec spec = counter_of({{.time_per_item = random::Uniform{1s, 3s}}});
  const auto time_to_take = [&spec](std::size_t count) {
    spec.orders = {comes("ana", 0s, std::vector<OrderedItem>(count, OrderedItem{ItemId{soda}}))};
    return started(run_of(spec)).at(0);
  };

  const double one = time_to_take(1);
  const double two = time_to_take(2);

  EXPECT_NE(two, one * 2);
  EXPECT_GE(two - one, 1);
  EXPECT_LE(two - one, 3);
}

TEST(ContractServers, TakeAndHandOverInNoTimeByDefault) {
  CounterSpec spec = counter_of({ServerGroupSpec{}});
  spec.orders = one_each({2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{2}));
  EXPECT_EQ(served(run), (Seconds{3}));
}

TEST(ContractServers, StayWithTheirOnlyOrderUntilItsEnd) {
  CounterSpec spec = counter_of({{.order_time = 2s, .handover_time = 3s}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 1s)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 10}));  // 2 + 5 + 3
}

TEST(ContractServers, MayHaveAsManyOpenOrdersAsOrdersInFlight) {
  CounterSpec spec = counter_of({{.order_time = 1s, .orders_in_flight = 2}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 0s, items({coffee})), comes("cy", 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 1, 6}));  // ana's coffee is made from 1 to 6
  EXPECT_EQ(served(run), (Seconds{6, 7, 8}));
}

TEST(ContractServers, DoOneThingAtATimeWithTheirHands) {
  CounterSpec spec = counter_of({{.order_time = 3s, .handover_time = 2s, .orders_in_flight = 3}});
  spec.orders = one_each({0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 3}));
  EXPECT_EQ(served(run), (Seconds{8, 10}));  // ready at 4 and 7; the hands are free at 6
}

TEST(ContractServers, DoNotUseTheirHandsDuringPreparation) {
  CounterSpec spec = counter_of({{.orders_in_flight = 3}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 0s, items({soup})), comes("cy", 2s, items({soup}))};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 0, 2}));
}

TEST(ContractServers, KeepAReadyOrderWaitingUntilTheirHandsAreFree) {
  CounterSpec spec = counter_of({{.order_time = 4s, .orders_in_flight = 2}});
  spec.orders = one_each({0s, 0s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{8, 9}));  // the first is ready at 5, while the second is being taken
}

TEST(ContractServers, HandOverBeforeTheyTake) {
  CounterSpec spec = counter_of({{.order_time = 3s, .handover_time = 2s, .orders_in_flight = 3}});
  spec.orders = one_each({0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  // The first is ready at 4 and handed over from 6 to 8. The second is ready at 7 and handed over from 8 to 10.
  EXPECT_EQ(taken(run), (Seconds{0, 3, 10}));
  EXPECT_EQ(served(run), (Seconds{8, 10, 16}));
}

TEST(ContractServers, HandOverInTheOrderInWhichOrdersBecameReady) {
  CounterSpec spec = counter_of({{.order_time = 4s, .handover_time = 2s, .orders_in_flight = 3}});
  spec.menu[coffee].steps[0].time = 6s;
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 0s), comes("cy", 0s)};

  // Taken at 0, 4 and 8; ready at 10, 9 and 13. The hands are free at 12.
  EXPECT_EQ(served(run_of(spec)), (Seconds{16, 14, 18}));
}

TEST(ContractServers, AreChosenInTheOrderListed) {
  CounterSpec spec =
      counter_of({{.name = "Ana", .order_time = 1s, .orders_in_flight = 2}, {.name = "crew", .count = 2}});
  spec.orders = {comes("a", 0s, items({soup})), comes("b", 0s, items({soup})), comes("c", 2s, items({soup})),
                 comes("d", 3s, items({soup}))};

  // At 0 Ana's hands are busy with a. At 2 they are free. At 3 she has two open orders.
  EXPECT_EQ(servers(run_of(spec)), (Names{"Ana", "crew 1", "Ana", "crew 2"}));
}

TEST(ContractShift, StartsAtTheInstantOfTheSchedule) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 0}, {5s, 1}, {6s, 3}})}});
  spec.orders = one_each({0s, 0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{5, 6, 6, 6}));
  // At 6 crew 1 hands over in no time. Crew 2 and 3 take two customers, then crew 1 takes the last.
  EXPECT_EQ(servers(run), (Names{"crew 1", "crew 2", "crew 3", "crew 1"}));
}

TEST(ContractShift, EndsFirstForTheServerListedLast) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 3}, {5s, 2}, {7s, 1}})}});
  spec.orders = {comes("ana", 0s, items({soup}))};

  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"5 off duty crew 3", "7 off duty crew 2"}));
}

TEST(ContractShift, EndsAtOnceForAServerWithoutAnOpenOrder) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 2}, {6s, 1}})}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 0s, items({coffee})), comes("cy", 7s)};

  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"6 off duty crew 2"}));
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 0, 8}));
}

TEST(ContractShift, EndsForAServerWithAnOpenOrderWhenItIsDone) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 2}, {3s, 1}})}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({soup})), comes("cy", 4s, items({coffee})), comes("di", 4s)};

  const RecordedRun run = run_of(spec);

  // Crew 2, who is listed last, must leave at 3 although crew 1 is idle. Crew 2 serves the soup until 8, takes nobody
  // else, and leaves.
  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"8 off duty crew 2"}));
  EXPECT_EQ(servers(run), (Names{"crew 1", "crew 2", "crew 1", "crew 1"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 4, 9}));
}

TEST(ContractShift, LastsUntilAllOpenOrdersAreDone) {
  CounterSpec spec =
      counter_of({{.name = "Ana", .count = over_time({{0s, 1}, {3s, 0}, {20s, 1}}), .orders_in_flight = 3}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 1s, items({soup})), comes("cy", 3s)};

  EXPECT_EQ(transcript(spec, {"off duty"}), (Lines{"9 off duty Ana"}));
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 1, 20}));  // Ana's hands are free at 3, but she takes no new order
}

TEST(ContractShift, CountsAsDutyUntilTheLastOrderIsDone) {
  CounterSpec spec = counter_of({{.name = "Ana", .count = over_time({{0s, 1}, {2s, 0}})}, {.name = "Bo"}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 0s, items({coffee})), comes("cy", 0s, items({coffee}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.servers.each.at(0).utilization, 1.0);  // 8 of 8 s
  EXPECT_EQ(run.result.servers.utilization, 1.0);             // 8 and 10 s
}

TEST(ContractShift, ContinuesForAServerWhoIsCalledBackBeforeTheyHaveFinished) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 2}, {2s, 1}, {4s, 2}})}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 0s, items({coffee})), comes("cy", 1s)};

  EXPECT_EQ(transcript(spec, {"off duty"}), Lines{});
  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 0, 5}));
}

}  // namespace
}  // namespace fastfood::model::contract_servers_test
