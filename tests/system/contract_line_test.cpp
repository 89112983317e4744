#include <gtest/gtest.h>

#include <algorithm>

#include "tests/system/contract.hpp"

/// What the contract promises of the line to the servers, of patience and of balking.
namespace fastfood::model::contract_line_test {
namespace {

/// One server, and coffee that takes 5 s without equipment.
CounterSpec coffee_bar() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}, {"tea", {free_step(3s)}}};
  spec.servers = {{.name = "Ana"}};
  return spec;
}

constexpr std::size_t tea = 1;

TEST(ContractLine, IsSharedByAllServers) {
  CounterSpec spec = coffee_bar();
  spec.servers.push_back({.name = "Bo"});
  spec.orders = {comes("a", 0s), comes("b", 0s, items({tea})), comes("c", 1s), comes("d", 1s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "Bo", "Bo", "Ana"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 3, 5}));
}

TEST(ContractLine, GoesByPriorityAndThenByArrival) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("a", 0s),
                 comes("b", 1s),
                 comes_with_priority("c", 2s, 1),
                 comes_with_priority("d", 3s, 1),
                 comes_with_priority("e", 4s, 7),
                 comes_with_priority("f", 4s, -7)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 20, 10, 15, 5, 25}));
}

TEST(ContractLine, HasPriorityZeroByDefault) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("a", 0s), comes("b", 1s), comes_with_priority("c", 2s, 0)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 5, 10}));
}

TEST(ContractLine, IsSharedByOrdersAndStreams) {
  CounterSpec spec = coffee_bar();
  spec.arrivals = {{.name = "first", .when = 1s, .count = 2, .items = items({0}), .who = {.priority = 1}}};
  spec.orders = {comes("ana", 0s), comes("bo", 500ms)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"ana", "first 1", "bo", "first 2"}));
  EXPECT_EQ(taken(run), (Seconds{0, 5, 15, 10}));
}

TEST(ContractPatience, EndsTheWaitOfCustomersWhoHaveNotBeenTaken) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0}), {.patience = 3s}), comes("cy", 2s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::reneged, Outcome::served}));
  EXPECT_EQ(run.orders.at(1).left_at, at(4s));
  EXPECT_EQ(taken(run), (Seconds{0, -1, 5}));
}

TEST(ContractPatience, KeepsACustomerWhoIsTakenAtThatInstant) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0}), {.patience = 4s})};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 5}));
}

TEST(ContractPatience, AppliesToTheLineOnlyNotToTheOrder) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s, items({0}), {.patience = 1s})};

  EXPECT_EQ(served(run_of(spec)), (Seconds{5}));
}

TEST(ContractPatience, OfNoTimeEndsAtOnceUnlessTheCustomerIsTakenAtOnce) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s, items({0}), {.patience = 0s}), comes("bo", 0s, items({0}), {.patience = 0s})};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::reneged}));
  EXPECT_EQ(run.orders.at(1).left_at, at(0s));
}

TEST(ContractPatience, IsDrawnForEachCustomer) {
  CounterSpec spec = coffee_bar();
  spec.menu[0].steps[0].time = 100s;
  spec.arrivals = {{.when = 0s, .count = 20, .items = items({0}), .who = {.patience = random::Uniform{10s, 20s}}}};
  const RecordedRun run = run_of(spec);

  std::vector<Instant> left;
  for (const OrderRecord& order : run.orders) {
    if (order.outcome == Outcome::reneged) {
      left.push_back(*order.left_at);
    }
  }
  ASSERT_EQ(left.size(), 19U);
  std::ranges::sort(left);
  EXPECT_EQ(std::ranges::adjacent_find(left), left.end());
  EXPECT_GE(left.front(), at(10s));
  EXPECT_LE(left.back(), at(20s));
}

TEST(ContractBalking, HappensIfACustomerFindsThatManyInLine) {
  CounterSpec spec = coffee_bar();
  spec.arrivals = {{.when = 1s, .count = 5, .items = items({0}), .who = {.balk_at = 2}}};

  const RecordedRun run = run_of(spec);

  // The first customer is taken at 0. Nobody is in line at 1, one at 2, two at 3 and 4.
  EXPECT_EQ(outcomes(run),
            (std::vector{Outcome::served, Outcome::served, Outcome::served, Outcome::balked, Outcome::balked}));
  EXPECT_EQ(run.orders.at(3).left_at, at(3s));
  EXPECT_EQ(run.orders.at(4).left_at, at(4s));
}

TEST(ContractBalking, DoesNotHappenIfTheCustomerCanBeTakenAtOnce) {
  CounterSpec spec = coffee_bar();
  spec.arrivals = {{.when = 2500ms, .count = 3, .items = items({0}), .who = {.balk_at = 0}}};

  // The server is free at 0 and busy at 2.5; at 5 they have just become free.
  EXPECT_EQ(outcomes(run_of(spec)), (std::vector{Outcome::served, Outcome::balked, Outcome::served}));
}

TEST(ContractBalking, CountsEveryoneInLineWhateverTheirPriority) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("a", 0s), comes("b", 1s), comes("c", 2s, items({0}), {.priority = 9, .balk_at = 1})};

  EXPECT_EQ(outcomes(run_of(spec)), (std::vector{Outcome::served, Outcome::served, Outcome::balked}));
}

TEST(ContractBalking, DoesNotHappenWithoutBalkAt) {
  CounterSpec spec = coffee_bar();
  spec.arrivals = {{.when = 0s, .count = 100, .items = items({0})}};

  EXPECT_EQ(run_of(spec).result.customers, (CustomerCounts{.arrived = 100, .served = 100}));
}

}  // namespace
}  // namespace fastfood::model::contract_line_test
