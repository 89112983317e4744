#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/system/contract.hpp"

/// What the contract promises of random numbers: each draw is a function of the seed, of what it belongs to and of its
/// purpose. It does not depend on anything else.
namespace fastfood::model::contract_chance_test {
namespace {

using ::testing::Contains;
using ::testing::DoubleNear;
using ::testing::Pointwise;

const random::Distribution some_time = random::Uniform{1s, 3s};

/// Poisson arrivals; a burger takes 1 to 3 s on the grill.
CounterSpec random_grill(std::int64_t capacity) {
  CounterSpec spec = grill_of(capacity, 0s);
  spec.menu[0].steps[0].time = some_time;
  spec.arrivals = {{.when = PoissonSpec{{{Instant{}, 1800}}}, .count = 50, .items = items({0})}};
  return spec;
}

/// The duration of step j of item i, for each order of the stream `walk-in`.
Seconds step_times(const RecordedRun& run, std::size_t i, std::size_t j) {
  Seconds times;
  for (const OrderRecord& order : run.orders) {
    if (order.customer.starts_with("walk-in")) {
      const StepRecord& step = order.items.at(i).steps.at(j);
      times.push_back(in_seconds(*step.done_at - *step.started_at));
    }
  }
  return times;
}

Seconds walk_ins(const RecordedRun& run) {
  Seconds times;
  for (const OrderRecord& order : run.orders) {
    if (order.customer.starts_with("walk-in")) {
      times.push_back(seconds(order.arrived_at));
    }
  }
  return times;
}

TEST(ContractChance, RepeatsWithTheSameScenarioAndSeed) {
  const RecordedRun one = run_of(random_grill(1));
  const RecordedRun two = run_of(random_grill(1));

  EXPECT_EQ(one.result, two.result);
  EXPECT_EQ(one.orders, two.orders);
}

TEST(ContractChance, DiffersBetweenSeeds) {
  CounterSpec spec = random_grill(1);
  const RecordedRun one = run_of(spec);
  spec.seed = 2;
  const RecordedRun two = run_of(spec);

  EXPECT_NE(walk_ins(one), walk_ins(two));
  EXPECT_NE(step_times(one, 0, 0), step_times(two, 0, 0));
}

TEST(ContractChance, DiffersBetweenReplications) {
  const CounterSpec spec = random_grill(1);
  const auto served_within = [&spec](std::uint64_t replication) {
    return collect_statistics(spec, {.replication = replication}).value().elapsed;
  };

  EXPECT_EQ(served_within(0), run_of(spec).result.elapsed);
  EXPECT_NE(served_within(1), served_within(0));
}

TEST(ContractChance, OfACustomerDependsOnTheNameOfTheStreamNotOnItsIndex) {
  CounterSpec spec = random_grill(9);
  const RecordedRun before = run_of(spec);
  spec.arrivals.insert(spec.arrivals.begin(), {.name = "bus", .when = some_time, .count = 20, .items = items({0})});
  spec.orders = one_each({0s, 1s});
  const RecordedRun after = run_of(spec);
  spec = random_grill(9);
  spec.arrivals[0].name = "walk-in too";
  const RecordedRun renamed = run_of(spec);

  EXPECT_EQ(walk_ins(after), walk_ins(before));
  EXPECT_EQ(step_times(after, 0, 0), step_times(before, 0, 0));
  EXPECT_NE(walk_ins(renamed), walk_ins(before));
}

TEST(ContractChance, OfACustomerDependsOnTheirNumberInTheStream) {
  CounterSpec spec = random_grill(9);
  const Seconds fifty = step_times(run_of(spec), 0, 0);
  spec.arrivals[0].count = 20;
  const Seconds twenty = step_times(run_of(spec), 0, 0);

  EXPECT_EQ(twenty, Seconds(fifty.begin(), fifty.begin() + 20));
  EXPECT_NE(fifty.at(0), fifty.at(1));
}

TEST(ContractChance, OfAStepDependsOnTheItemAndTheStepIndex) {
  CounterSpec spec = random_grill(9);
  spec.menu.push_back({"toast", {step_at(0), free_step(0s)}});
  spec.menu[1].steps[0].time = spec.menu[1].steps[1].time = some_time;
  spec.arrivals[0].items = items({0, 1});
  const RecordedRun two = run_of(spec);
  spec.arrivals[0].items = items({0, 1, 1});
  const RecordedRun three = run_of(spec);

  EXPECT_EQ(step_times(two, 0, 0), step_times(three, 0, 0));
  EXPECT_EQ(step_times(two, 1, 1), step_times(three, 1, 1));
  EXPECT_NE(step_times(three, 1, 0), step_times(three, 1, 1));
  EXPECT_NE(step_times(three, 1, 0), step_times(three, 2, 0));
}

TEST(ContractChance, OfAStepDoesNotDependOnWhichOtherItemsAreOrdered) {
  CounterSpec spec = random_grill(9);
  spec.arrivals[0].items = std::vector<OrderedItem>{{ItemId{0}, 1, 1.0}, {ItemId{0}}};
  const Seconds with = step_times(run_of(spec), 1, 0);
  spec.arrivals[0].items = std::vector<OrderedItem>{{ItemId{0}, 1, 0.0}, {ItemId{0}}};
  const Seconds without = step_times(run_of(spec), 0, 0);

  EXPECT_EQ(with, without);
}

/// The service times of twenty customers with empty orders, served by this group.
Seconds service_times(const ServerGroupSpec& group) {
  CounterSpec spec;
  spec.servers = {group};
  spec.arrivals = {{.when = 1s, .count = 20}};
  Seconds times;
  for (const OrderRecord& order : run_of(spec).orders) {
    times.push_back(in_seconds(*order.served_at - *order.started_at));
  }
  return times;
}

TEST(ContractChance, OfTheOrderTimeIsTheSameUniformForAnyServer) {
  Seconds slow = service_times({.name = "Bo", .count = 9, .order_time = random::Uniform{10s, 30s}});
  std::ranges::transform(slow, slow.begin(), [](double time) { return 1 + (time - 10) / 20; });

  EXPECT_THAT(service_times({.name = "Ana", .order_time = random::Uniform{1s, 2s}}),
              Pointwise(DoubleNear(2e-9), slow));  // tolerance: rounding to a nanosecond
}

TEST(ContractChance, OfTheHandoverTimeIsTheSameUniformForAnyServer) {
  Seconds slow = service_times({.name = "Bo", .count = 9, .handover_time = random::Uniform{10s, 30s}});
  std::ranges::transform(slow, slow.begin(), [](double time) { return 1 + (time - 10) / 20; });

  EXPECT_THAT(service_times({.name = "Ana", .handover_time = random::Uniform{1s, 2s}}),
              Pointwise(DoubleNear(2e-9), slow));
}

TEST(ContractChance, OfTheOrderTimeDiffersFromThatOfTheHandoverTime) {
  EXPECT_NE(service_times({.order_time = some_time}), service_times({.handover_time = some_time}));
}

TEST(ContractChance, OfPatienceDoesNotDependOnWhoElseIsServed) {
  CounterSpec spec = random_grill(1);
  spec.arrivals[0].who.patience = some_time;
  spec.servers = {{.count = over_time({{0s, 0}, {9h, 1}})}};
  const RecordedRun nobody = run_of(spec);
  spec.servers = {ServerGroupSpec{}};
  const RecordedRun one = run_of(spec);

  EXPECT_EQ(nobody.result.customers.reneged, 50);
  EXPECT_GT(one.result.customers.reneged, 0);
  for (std::size_t i = 0; i != 50; ++i) {
    if (one.orders.at(i).outcome == Outcome::reneged) {
      EXPECT_EQ(one.orders.at(i).left_at, nobody.orders.at(i).left_at);
    }
  }
}

TEST(ContractChance, OfTheItemsOrderedDependsOnNothingElse) {
  CounterSpec spec = random_grill(9);
  spec.arrivals[0].items = MixSpec({{1, items({0})}, {1, {{ItemId{0}, 5, 0.5}}}});
  const auto counts = [](const RecordedRun& run) {
    std::vector<std::size_t> all;
    for (const OrderRecord& order : run.orders) {
      all.push_back(order.items.size());
    }
    return all;
  };
  const RecordedRun before = run_of(spec);
  spec.servers = {{.count = 2, .order_time = some_time}};
  spec.stations[0].capacity = 3;
  spec.arrivals[0].when = 2s;

  EXPECT_EQ(counts(run_of(spec)), counts(before));
}

TEST(ContractChance, OfABatchDependsOnItsStationUnitAndNumber) {
  CounterSpec one = fryer_of({1, some_time});
  one.orders = one_each({0s, 0s});
  CounterSpec three = fryer_of({1, some_time}, 3);
  three.stations.insert(three.stations.begin(), {.name = "grill"});
  three.menu[0].steps[0] = step_at(1);
  three.orders = one_each({0s, 0s, 0s});

  const Seconds of_one = served(run_of(one));
  const Seconds of_three = served(run_of(three));

  EXPECT_THAT(of_three, Contains(of_one.at(0)));  // the first batch of unit 1
  EXPECT_NE(of_three.at(0), of_three.at(1));
  EXPECT_NE(of_one.at(1), 2 * of_one.at(0));

  CounterSpec renamed = one;
  renamed.stations[0].name = "other fryer";
  EXPECT_NE(served(run_of(renamed)).at(0), of_one.at(0));
}

TEST(ContractChance, OfABreakdownDependsOnItsStationUnitAndNumber) {
  CounterSpec spec = random_grill(1);
  spec.stations.push_back({.name = "mill", .breakdown = BreakdownSpec{some_time, some_time}});
  const Lines before = transcript(spec, {"fails", "repaired"});
  spec.stations[0].capacity = 5;
  spec.stations[1].capacity = over_time({{0s, 1}, {9h, 2}});
  spec.stations.insert(spec.stations.begin() + 1, {.name = "oven", .breakdown = spec.stations[1].breakdown});
  Lines after = transcript(spec, {"fails", "repaired"});
  std::erase_if(after, [](const std::string& line) { return line.ends_with("oven"); });

  const std::size_t both = std::min(before.size(), after.size());  // one run is shorter
  ASSERT_GT(both, 10U);
  EXPECT_EQ(Lines(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(both)),
            Lines(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(both)));
}

}  // namespace
}  // namespace fastfood::model::contract_chance_test
