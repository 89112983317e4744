#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of orders that are placed from afar.
namespace fastfood::model::contract_from_afar_test {
namespace {

/// A line, `drive`, of a board where one may stand, and a window where one may stand and nobody may wait.
CounterSpec drive_of(std::vector<ServerGroupSpec> groups) {
  return counter_of(std::move(groups),
                    {{.name = "drive",
                      .stops = {{.name = "board", .kind = StopKind::order, .places = 1},
                                {.name = "window", .kind = StopKind::collect, .places = 1, .room = 0}}}});
}

CounterSpec till() { return counter_of({{.name = "till", .handover_time = 1s}}, {}); }

TEST(ContractFromAfar, IsPlacedAtTheInstantOfTheArrivalAndPreparedFromThenOn) {
  CounterSpec spec = till();
  spec.orders = {orders_ahead("ana", 2s, items({soup}), 20s)};

  EXPECT_EQ(transcript(spec), (Lines{"0 on duty till", "2 ana orders from afar", "2 ana asks", "2 ana starts",
                                     "10 ana ends", "22 ana arrives", "22 ana is handed over till", "23 ana leaves"}));
}

TEST(ContractFromAfar, HasTheInstantsOfPlacingAndOfComing) {
  CounterSpec spec = till();
  spec.orders = {orders_ahead("ana", 2s, items({soup}), 20s), comes("bo", 30s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(0).ordered_at, at(2s));
  EXPECT_EQ(arrived(run), (Seconds{22, 30}));
  EXPECT_EQ(run.orders.at(1).ordered_at, std::nullopt);
}

TEST(ContractFromAfar, IsTakenByNobody) {
  CounterSpec spec = till();
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 20s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(0).started_at, std::nullopt);
  EXPECT_EQ(run.orders.at(0).server, std::nullopt);
  EXPECT_EQ(run.result.wait_time.count, 0);
  EXPECT_EQ(run.result.service_time.count, 0);
  EXPECT_EQ(run.result.total_time.mean, 1);  // the handing over
  EXPECT_EQ(served_by_each(run), (std::vector<std::int64_t>{1}));
}

TEST(ContractFromAfar, IsPreparedAsync) {
  CounterSpec spec = till();
  spec.servers[0].mode = Mode::sequential;
  spec.orders = {orders_ahead("ana", 0s, items({soup, coffee}), 1s)};

  EXPECT_EQ(served(run_of(spec)), (Seconds{9}));
}

TEST(ContractFromAfar, IsWaitedForByWhoComesBeforeItIsReady) {
  CounterSpec spec = till();
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 3s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{9}));
  EXPECT_EQ(totals(run), (Seconds{6}));
}

TEST(ContractFromAfar, IsCollectedWhereTheLineCollects) {
  CounterSpec spec = drive_of({{.name = "till", .order_time = 10s, .orders_in_flight = 2}});
  spec.orders = {comes("bo", 0s), orders_ahead("ana", 0s, items({soda}), 2s)};

  // Bo stands at the board until 10. Ana passes by, and is handed over what is ready when the till's hands are free.
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(entered(run, 0), (Seconds{0, -1}));
  EXPECT_EQ(entered(run, 1), (Seconds{10, 2}));
  EXPECT_EQ(served(run), (Seconds{11, 10}));
}

TEST(ContractFromAfar, LetsTheCustomerWaitWhereThereIsNoRoom) {
  CounterSpec spec = drive_of({{.name = "till"}});
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 1s), orders_ahead("bo", 0s, items({soda}), 2s),
                 orders_ahead("cy", 0s, items({soda}), 3s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(asked_at(run, 1), (Seconds{1, 2, 3}));
  EXPECT_EQ(entered(run, 1), (Seconds{1, 8, 8}));
}

TEST(ContractFromAfar, LetsTheCustomerJoinALineThatIsFull) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue", .room = 0}});
  spec.orders = {comes("bo", 0s, items({soup})), orders_ahead("ana", 0s, items({soda}), 1s)};

  EXPECT_EQ(served(run_of(spec)), (Seconds{8, 8}));
}

TEST(ContractFromAfar, IsNumberedWhenTheCustomerComes) {
  CounterSpec spec = till();
  spec.orders = {orders_ahead("ana", 0s, items({soda}), 10s), comes("bo", 5s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"bo", "ana"}));
  EXPECT_EQ(run.orders.at(1).id, 2);
}

TEST(ContractFromAfar, HasItsLineChosenWhenTheCustomerComes) {
  CounterSpec spec = counter_of({{.name = "till", .count = 3}}, {{.name = "left"}, {.name = "right"}});
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 2s), comes("bo", 1s, items({soup}), in_line(0))};
  spec.orders[0].who.lines = {LineId{0}, LineId{1}};

  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{0, 1}));
}

TEST(ContractFromAfar, CountsAmongThePeopleOfALineOnceTheCustomerHasCome) {
  CounterSpec spec = counter_of({{.name = "till", .count = 3}}, {{.name = "left"}, {.name = "right"}});
  const CustomerSpec either = {.lines = {LineId{0}, LineId{1}}};
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 2s), comes("bo", 1s, items({soda}), either),
                 comes("cy", 3s, items({soda}), either)};

  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{0, 0, 1}));
}

TEST(ContractFromAfar, HasNoPatienceAndDoesNotBalk) {
  CounterSpec spec = till();
  spec.orders = {comes("bo", 0s, items({soda})), orders_ahead("ana", 0s, items({soup}), 1s)};
  spec.orders[1].who.patience = 1s;
  spec.orders[1].who.balk_at = 0;

  EXPECT_EQ(run_of(spec).result.customers.served, 2);
}

TEST(ContractFromAfar, IsInNoLine) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue"}});
  spec.orders = {comes("bo", 0s, items({soup})), orders_ahead("ana", 0s, items({soda}), 1s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.lines.at(0).line.max, 0);
  EXPECT_EQ(run.result.servers.line.mean, 0);
}

TEST(ContractFromAfar, IsCollectedAlthoughTheDoorsCloseAfterThePlacing) {
  CounterSpec spec = till();
  spec.until = at(5s);
  spec.orders = {orders_ahead("ana", 5s, items({soda}), 10s), orders_ahead("bo", 6s, items({soda}), 1s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"ana"}));
  EXPECT_EQ(served(run), (Seconds{16}));
}

TEST(ContractFromAfar, IsNotCountedIfTheCustomerHasNotComeWhenTheRunStops) {
  CounterSpec spec = till();
  spec.until = at(5s);
  spec.stop = Stop::at_until;
  spec.orders = {orders_ahead("ana", 0s, items({soup}), 6s), orders_ahead("bo", 0s, items({soup}), 5s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 1, .unfinished = 1}));
  EXPECT_EQ(customers(run), (Names{"bo"}));
}

TEST(ContractFromAfar, IsPlacedByTheCustomersOfAStream) {
  CounterSpec spec = till();
  spec.arrivals = {{.name = "app",
                    .when = 10s,
                    .count = 2,
                    .items = items({soda}),
                    .who = {.comes_after = random::Distribution(4s)}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(arrived(run), (Seconds{4, 14}));
  EXPECT_EQ(run.orders.at(1).ordered_at, at(10s));
}

TEST(ContractFromAfar, IsHandedOverByTheFirstAbleOfThoseWhoTakeFromTheLine) {
  CounterSpec spec = counter_of({{.name = "Ana", .lines = {{LineId{1}}}}, {.name = "Bo"}, {.name = "Cy"}},
                                {{.name = "left"}, {.name = "right"}});
  spec.orders = {comes("x", 0s, items({soup})), orders_ahead("y", 0s, items({soda}), 2s)};

  EXPECT_EQ(transcript(spec, {"is handed over"}), (Lines{"2 y is handed over Cy", "8 x is handed over Bo"}));
}

TEST(ContractFromAfar, IsCollectedInTheOrderOfTheSourcesAtOneInstant) {
  CounterSpec spec = till();
  const CustomerSpec app = {.comes_after = random::Distribution(4s)};
  spec.arrivals = {{.name = "walk-in", .when = 4s, .count = 2, .items = items({soda})},
                   {.name = "app", .when = 1s, .count = 1, .items = items({soda}), .who = app}};
  spec.orders = {comes("ana", 4s), orders_ahead("bo", 0s, items({soda}), 4s)};

  // At 4: the orders by their place in the list, then walk-in 2, then app 1.
  EXPECT_EQ(customers(run_of(spec)), (Names{"walk-in 1", "ana", "bo", "walk-in 2", "app 1"}));
}

TEST(ContractFromAfar, MayBeCollectedAtOnce) {
  CounterSpec spec = till();
  spec.orders = {orders_ahead("ana", 3s, items({soda}), 0s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(arrived(run), (Seconds{3}));
  EXPECT_EQ(served(run), (Seconds{5}));
}

/// Five customers order from afar and come after a random time.
CounterSpec random_comings() {
  CounterSpec spec = till();
  spec.arrivals = {{.name = "app",
                    .when = 1s,
                    .count = 5,
                    .items = items({soda}),
                    .who = {.comes_after = random::Distribution(random::Uniform{10s, 20s})}}};
  return spec;
}

TEST(ContractComing, IsDrawnForEachCustomerAlone) {
  const Seconds one = arrived(run_of(random_comings()));

  CounterSpec spec = random_comings();
  spec.servers[0].count = 3;
  spec.menu[soda].steps[0].time = random::Uniform{1s, 5s};
  spec.arrivals.push_back({.name = "other", .when = random::Exponential{2s}, .count = 3, .items = items({coffee})});
  spec.arrivals[1].from = at(100s);
  Seconds other = arrived(run_of(spec));
  other.resize(5);

  EXPECT_EQ(other, one);
}

TEST(ContractComing, DependsOnTheNameOfTheStream) {
  CounterSpec spec = random_comings();
  const Seconds one = arrived(run_of(spec));
  spec.arrivals[0].name = "phone";

  EXPECT_NE(arrived(run_of(spec)), one);
}

/// Customers spend a random time at one or two stops before they order.
CounterSpec random_stops(std::vector<std::string> names) {
  CounterSpec spec = drive_of({{.name = "till", .count = 20}});
  spec.lines[0].stops[0].places = std::nullopt;
  spec.lines[0].stops[1].places = std::nullopt;
  for (std::size_t i = names.size(); i-- != 0;) {
    spec.lines[0].stops.insert(spec.lines[0].stops.begin(),
                               {.name = names[i], .time = random::Distribution(random::Uniform{10s, 20s})});
  }
  spec.orders = one_each({0s, 0s, 0s});
  return spec;
}

TEST(ContractStopTime, IsDrawnByTheNameOfTheStop) {
  const Seconds alone = done(run_of(random_stops({"menu"})), 0);
  const RecordedRun both = run_of(random_stops({"gate", "menu"}));

  Seconds at_menu;
  for (std::size_t i = 0; i != 3; ++i) {
    at_menu.push_back(done(both, 1)[i] - entered(both, 1)[i]);
  }
  for (std::size_t i = 0; i != 3; ++i) {
    EXPECT_NEAR(at_menu[i], alone[i], 1e-8);  // whole nanoseconds as seconds
  }
  EXPECT_NE(done(both, 0), alone);
}

TEST(ContractStopTime, IsTheSameWhoeverAttends) {
  const Seconds alone = done(run_of(random_stops({"menu"})), 0);
  CounterSpec spec = random_stops({"menu"});
  spec.servers.push_back({.name = "host", .count = 3, .lines = std::vector<LineId>{}});
  spec.lines[0].stops[0].by = GroupId{1};

  EXPECT_EQ(done(run_of(spec), 0), alone);
}

}  // namespace
}  // namespace fastfood::model::contract_from_afar_test
