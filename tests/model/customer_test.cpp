#include "sim/model/customer.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

CounterSpec coffee_by_ana() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(2s)}}};
  spec.servers = {{"Ana", 1, Mode::async}};
  return spec;
}

TEST(Customer, WaitsIsServedAndLeaves) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = {{"bo", at(1s), items({0})}, {"cy", at(1500ms), items({0})}};

  const RecordedRun run = run_of(spec);

  OrderRecord cy;
  cy.id = 2;
  cy.customer = "cy";
  cy.outcome = Outcome::served;
  cy.server = "Ana";
  cy.arrived_at = at(1500ms);
  cy.started_at = cy.prepared_from = at(3s);
  cy.handed_over_from = at(5s);
  cy.served_at = cy.left_at = at(5s);
  cy.items = {{ItemId{0}, at(3s), at(5s), {{std::nullopt, at(3s), at(3s), at(5s)}}}};
  EXPECT_EQ(run.orders.at(1), cy);
}

TEST(Customer, HasATotalTimeOfWaitingAndService) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({1s, 1500ms, 10s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.wait_time, (stats::summarize({0s, 1500ms, 0s})));
  EXPECT_EQ(run.result.service_time, (stats::summarize({2s, 2s, 2s})));
  EXPECT_EQ(run.result.total_time, (stats::summarize({2s, 3500ms, 2s})));
  EXPECT_EQ(run.result.reneged_after, stats::Summary{});
}

TEST(Customer, WhoOrdersNothingStillWaitsInLine) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = {{"bo", at(0s), items({0})}, {"cy", at(1s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 2}));
  EXPECT_EQ(served(run), (Seconds{2, 2}));
}

TEST(Customer, MayHaveTheSameNameAsAnother) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = {{"bo", at(0s), items({0})}, {"bo", at(0s), items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (std::vector<std::string>{"bo", "bo"}));
  EXPECT_EQ(run.orders.at(1).id, 2);
}

/// A burger is grilled for 3 s, wrapped for 1 s, and kept warm by a lamp for 2 s. Water needs no equipment.
CounterSpec burgers_by(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec;
  spec.menu = {{"burger", {step_at(0, 3s), free_step(1s), step_at(1, 2s)}}, {"water", {free_step(5s)}}};
  spec.stations = {{"grill", 1, {}}, {"lamp", 5, {}}};
  spec.servers = std::move(groups);
  return spec;
}

TEST(Item, HasItsStepsDoneInSequence) {
  CounterSpec spec = burgers_by({});
  spec.orders = one_each({1s});

  const RecordedRun run = run_of(spec);

  const ItemRecord burger = {ItemId{0},
                             at(1s),
                             at(7s),
                             {{StationId{0}, at(1s), at(1s), at(4s)},
                              {std::nullopt, at(4s), at(4s), at(5s)},
                              {StationId{1}, at(5s), at(5s), at(7s)}}};
  EXPECT_EQ(run.orders.at(0).items, std::vector{burger});
}

TEST(Item, StartsWhenItsFirstStepStartsNotWhenItAsks) {
  CounterSpec spec = burgers_by({});
  spec.orders = one_each({0s, 1s});

  const RecordedRun run = run_of(spec);

  const ItemRecord& second = run.orders.at(1).items.at(0);
  EXPECT_EQ(seconds(second.steps.at(0).asked_at), 1);
  EXPECT_EQ(seconds(second.started_at), 3);
  EXPECT_EQ(seconds(second.ready_at), 9);
}

TEST(SequentialOrder, HasItsItemsMadeInTheOrderListed) {
  CounterSpec spec = burgers_by({{"Ana", 1, Mode::sequential}});
  spec.orders = {{"guest", at(0s), items({1, 0, 1})}};

  const RecordedRun run = run_of(spec);

  const std::vector<ItemRecord>& made = run.orders.at(0).items;
  ASSERT_EQ(made.size(), 3U);
  EXPECT_EQ(made[0], (ItemRecord{ItemId{1}, at(0s), at(5s), {{std::nullopt, at(0s), at(0s), at(5s)}}}));
  EXPECT_EQ(seconds(made[1].started_at), 5);
  EXPECT_EQ(seconds(made[1].ready_at), 11);
  EXPECT_EQ(seconds(made[2].started_at), 11);
  EXPECT_EQ(seconds(run.orders.at(0).served_at), 16);
}

TEST(SequentialOrder, AsksForNoStationBeforeTheItemIsNext) {
  CounterSpec spec = burgers_by({{"Ana", 1, Mode::sequential}, {"kiosk", std::nullopt, Mode::async}});
  spec.orders = {{"guest", at(0s), items({1, 0})}, {"bo", at(4s), items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(seconds(run.orders.at(0).items.at(1).steps.at(0).asked_at), 5);
  EXPECT_EQ(served(run), (Seconds{13, 10}));  // bo grills from 4 to 7, the guest's burger from 7 to 10
}

TEST(AsyncOrder, HasAllItemsStartedTogetherAndEndsWithTheLast) {
  CounterSpec spec = burgers_by({});
  spec.orders = {{"guest", at(0s), items({0, 1, 0})}};

  const RecordedRun run = run_of(spec);

  const std::vector<ItemRecord>& made = run.orders.at(0).items;
  EXPECT_EQ(seconds(made.at(0).ready_at), 6);
  EXPECT_EQ(seconds(made.at(1).ready_at), 5);
  EXPECT_EQ(seconds(made.at(2).ready_at), 9);  // the grill is free at 3
  EXPECT_EQ(seconds(run.orders.at(0).served_at), 9);
}

TEST(Item, WaitsForNobodyInStepsWithoutAStation) {
  CounterSpec spec = burgers_by({});
  spec.orders = {{"guest", at(0s), items({1, 1, 1, 1})}, {"bo", at(1s), items({1})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 6}));
}

TEST(Item, PassesThroughStepsOfNoTime) {
  CounterSpec spec;
  spec.menu = {{"salad", {free_step(0s), step_at(0, 0s), free_step(0s), step_at(1), free_step(0s)}}};
  spec.stations = {{"board", 1, {}}, tray("bowls", {3, 0s})};
  spec.orders = one_each({2s, 2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{2, 2}));
  EXPECT_EQ(run.orders.at(1).items.at(0).steps.size(), 5U);
}

TEST(EmptyOrder, IsServedAtOnceInEitherMode) {
  for (const Mode mode : {Mode::async, Mode::sequential}) {
    CounterSpec spec = burgers_by({{"Ana", 1, mode}});
    spec.orders = {{"guest", at(3s), {}}};

    const RecordedRun run = run_of(spec);

    EXPECT_EQ(served(run), (Seconds{3}));
    EXPECT_TRUE(run.orders.at(0).items.empty());
  }
}

}  // namespace
}  // namespace fastfood::model
