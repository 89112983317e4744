#include "sim/model/customer.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace sim::model {
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
  cy.started_at = at(3s);
  cy.served_at = cy.left_at = at(5s);
  cy.items = {{ItemId{0}, at(3s), at(5s), {{std::nullopt, at(3s), at(3s), at(5s)}}}};
  EXPECT_EQ(run.orders.at(1), cy);
}

TEST(Customer, SpendsHisTotalTimeWaitingAndBeingServed) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({1s, 1500ms, 10s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.seen.wait_time, (stats::summarize({0s, 1500ms, 0s})));
  EXPECT_EQ(run.seen.service_time, (stats::summarize({2s, 2s, 2s})));
  EXPECT_EQ(run.seen.total_time, (stats::summarize({2s, 3500ms, 2s})));
  EXPECT_EQ(run.seen.reneged_after, stats::Summary{});
}

TEST(Customer, WhoWantsNothingStandsInLineAllTheSame) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = {{"bo", at(0s), items({0})}, {"cy", at(1s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 2}));
  EXPECT_EQ(served(run), (Seconds{2, 2}));
}

TEST(Customer, MayHaveTheNameOfAnother) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = {{"bo", at(0s), items({0})}, {"bo", at(0s), items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (std::vector<std::string>{"bo", "bo"}));
  EXPECT_EQ(run.orders.at(1).id, 2);
}

}  // namespace
}  // namespace sim::model
