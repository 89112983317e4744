#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "tests/system/contract.hpp"

/// What the contract promises of orders and arrival streams: when customers arrive and what they order.
namespace fastfood::model {
namespace {

/// Soda and burger take no time; nobody waits for anything.
CounterSpec instant_counter(StreamSpec stream) {
  CounterSpec spec;
  spec.menu = {{"soda", {free_step(0s)}}, {"burger", {free_step(0s)}}};
  spec.arrivals = {std::move(stream)};
  return spec;
}

PoissonSpec rate(std::initializer_list<std::pair<Duration, double>> values) {
  PoissonSpec poisson;
  for (const auto& [from, value] : values) {
    poisson.steps.push_back({at(from), value});
  }
  return poisson;
}

/// Returns how many orders of a run have this many items.
std::int64_t with_items(const RecordedRun& run, std::size_t count) {
  return std::ranges::count_if(run.orders, [count](const OrderRecord& it) { return it.items.size() == count; });
}

TEST(ContractOrders, MayBeListedInAnyOrder) {
  CounterSpec spec = grill_of(9, 1s);
  spec.orders = one_each({5s, 2s, 2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"customer 2", "customer 3", "customer 1"}));
  EXPECT_EQ(arrived(run), (Seconds{2, 2, 5}));
}

TEST(ContractOrders, ArriveAtTimeZeroByDefault) {
  CounterSpec spec = grill_of(9, 1s);
  spec.orders = {{.customer = "ana", .items = items({0})}};

  EXPECT_EQ(arrived(run_of(spec)), (Seconds{0}));
}

TEST(ContractOrders, MayHaveNoItems) {
  CounterSpec spec = grill_of(1, 1s);
  spec.servers = {{.order_time = 2s, .time_per_item = 5s, .handover_time = 3s}};
  spec.orders = {comes("ana", 1s, {})};
  spec.arrivals = {{.when = 0s, .count = 1, .items = MixSpec(std::vector<OrderedItem>{}), .from = at(20s)}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{6, 25}));
}

TEST(ContractOrders, LaterThanUntilAreIgnored) {
  CounterSpec spec = grill_of(9, 1s);
  spec.orders = one_each({3s, 4s, 5s});
  spec.until = at(4s);

  EXPECT_EQ(arrived(run_of(spec)), (Seconds{3, 4}));
}

TEST(ContractStream, WithAFixedIntervalHasItsFirstArrivalAtFrom) {
  EXPECT_EQ(arrived(run_of(instant_counter({.when = 2s, .count = 3, .from = at(3s)}))), (Seconds{3, 5, 7}));
}

TEST(ContractStream, StartsAtTimeZeroByDefault) {
  EXPECT_EQ(arrived(run_of(instant_counter({.when = 2s, .count = 2}))), (Seconds{0, 2}));
}

TEST(ContractStream, DrawsEachIntervalSeparately) {
  const Seconds instants =
      arrived(run_of(instant_counter({.when = random::Uniform{1s, 3s}, .count = 30, .from = at(5s)})));

  EXPECT_EQ(instants.at(0), 5);
  for (std::size_t i = 1; i != instants.size(); ++i) {
    EXPECT_GE(instants[i] - instants[i - 1], 1);
    EXPECT_LE(instants[i] - instants[i - 1], 3);
  }
  EXPECT_NE(instants.at(1) - instants.at(0), instants.at(2) - instants.at(1));
}

TEST(ContractStream, WithARateIsAPoissonProcess) {
  const Seconds instants = arrived(run_of(instant_counter({.when = rate({{0s, 3600}}), .until = at(10'000s)})));

  // Expected are 10000 arrivals with a standard deviation of 100, and a share of 1/e of intervals above a second with a
  // standard deviation of 0.005. The tolerances are four standard deviations.
  EXPECT_NEAR(static_cast<double>(instants.size()), 10'000, 400);
  double long_gaps = 0;
  for (std::size_t i = 1; i != instants.size(); ++i) {
    long_gaps += instants[i] - instants[i - 1] > 1 ? 1 : 0;
  }
  EXPECT_NEAR(long_gaps / static_cast<double>(instants.size() - 1), 0.36788, 0.02);
}

TEST(ContractStream, WithARateHasARandomFirstArrivalAfterFrom) {
  CounterSpec spec = instant_counter({.when = rate({{0s, 3600}}), .count = 1, .from = at(100s)});
  const double first = arrived(run_of(spec)).at(0);
  spec.seed = 2;
  const double other = arrived(run_of(spec)).at(0);

  EXPECT_GT(first, 100);
  EXPECT_GT(other, 100);
  EXPECT_NE(first, other);
}

TEST(ContractStream, WithAChangingRateIsAPoissonProcessInRescaledTime) {
  const Seconds even = arrived(run_of(instant_counter({.when = rate({{0s, 3600}}), .count = 400})));
  const Seconds uneven =
      arrived(run_of(instant_counter({.when = rate({{0s, 1800}, {100s, 0}, {150s, 7200}}), .count = 400})));

  // The constant rate is one a second. The changing rate is one every two seconds up to 100, zero up to 150, and two a
  // second from then on.
  ASSERT_EQ(uneven.size(), even.size());
  for (std::size_t i = 0; i != even.size(); ++i) {
    const double expected = even[i] < 50 ? even[i] * 2 : 150 + (even[i] - 50) / 2;
    EXPECT_NEAR(uneven[i], expected, 1e-5);  // each arrival is rounded to a nanosecond
  }
}

TEST(ContractStream, HasRatesThatStartAtTimeZeroWhateverItsFrom) {
  // The rate is ten a second up to 10 s, zero up to 20 s, then one a second. The stream starts at 9.9 s, so early
  // arrivals are between 9.9 and 10 s.
  const PoissonSpec rates = rate({{0s, 36'000}, {10s, 0}, {20s, 3'600}});
  const Seconds instants = arrived(run_of(instant_counter({.when = rates, .from = at(9900ms), .until = at(1000s)})));

  const auto first_late = std::ranges::find_if(instants, [](double it) { return it >= 10; });
  EXPECT_TRUE(std::all_of(instants.begin(), first_late, [](double it) { return it >= 9.9; }));
  ASSERT_NE(first_late, instants.end());
  EXPECT_GE(*first_late, 20);
  EXPECT_NEAR(static_cast<double>(instants.end() - first_late), 980, 126);  // four times sqrt(980)
}

TEST(ContractStream, EndsWhenItsRateFallsToZero) {
  const Seconds instants =
      arrived(run_of(instant_counter({.when = rate({{0s, 36'000}, {10s, 0}}), .until = at(1000s)})));

  ASSERT_FALSE(instants.empty());
  EXPECT_LT(instants.back(), 10);
}

TEST(ContractStream, ArrivesAtTheListedTimes) {
  EXPECT_EQ(arrived(run_of(instant_counter({.when = ScheduleSpec{{at(1s), at(1s), at(5s)}}}))), (Seconds{1, 1, 5}));
}

TEST(ContractStream, HasNoMoreCustomersThanItsCount) {
  EXPECT_EQ(run_of(instant_counter({.when = rate({{0s, 3600}}), .count = 7})).result.customers.arrived, 7);
}

TEST(ContractStream, EndsAtItsUntilInclusive) {
  CounterSpec spec = instant_counter({.name = "even", .when = 2s, .until = at(4s)});
  spec.arrivals.push_back({.name = "odd", .when = 3s, .until = at(5s)});

  EXPECT_EQ(customers(run_of(spec)), (Names{"even 1", "odd 1", "even 2", "odd 2", "even 3"}));
}

TEST(ContractStream, IgnoresListedTimesLaterThanUntil) {
  CounterSpec spec = instant_counter({.when = ScheduleSpec{{at(3s), at(4s), at(4500ms)}}});
  spec.until = at(4s);

  EXPECT_EQ(arrived(run_of(spec)), (Seconds{3, 4}));
}

TEST(ContractStream, DrawsOrdersFromItsMixByWeight) {
  StreamSpec stream{.when = 1s, .count = 4000};
  stream.items = MixSpec({{1, items({0})}, {0, items({0, 0})}, {3, items({0, 1, 1})}});

  const RecordedRun run = run_of(instant_counter(stream));

  EXPECT_EQ(with_items(run, 2), 0);
  EXPECT_NEAR(static_cast<double>(with_items(run, 3)), 3000, 110);  // four times sqrt(4000 * 0.75 * 0.25)
  EXPECT_EQ(with_items(run, 1) + with_items(run, 3), 4000);
}

TEST(ContractStream, OrdersEachItemCountTimes) {
  StreamSpec stream{.when = 1s, .count = 1};
  stream.items = std::vector<OrderedItem>{{ItemId{1}, 2}, {ItemId{0}, 1}};

  const RecordedRun run = run_of(instant_counter(stream));

  std::vector<std::size_t> wanted;
  for (const ItemRecord& item : run.orders.at(0).items) {
    wanted.push_back(item.item.index());
  }
  EXPECT_EQ(wanted, (std::vector<std::size_t>{1, 1, 0}));
}

TEST(ContractStream, DrawsEachUnitOfACountIndependently) {
  StreamSpec stream{.when = 1s, .count = 4000};
  stream.items = std::vector<OrderedItem>{{ItemId{0}, 2, 0.5}};

  const RecordedRun run = run_of(instant_counter(stream));

  // Expected shares are 1/4, 1/2 and 1/4, with standard deviations of sqrt(4000 * 3/16) = 27 and sqrt(4000 / 4) = 32.
  // The tolerances are four standard deviations.
  EXPECT_NEAR(static_cast<double>(with_items(run, 0)), 1000, 110);
  EXPECT_NEAR(static_cast<double>(with_items(run, 1)), 2000, 127);
  EXPECT_NEAR(static_cast<double>(with_items(run, 2)), 1000, 110);
}

TEST(ContractStream, AllowsCountsAndChancesInAMix) {
  StreamSpec stream{.when = 1s, .count = 4000};
  stream.items = MixSpec({{1, {{ItemId{0}, 3}}}, {1, {{ItemId{1}, 1, 0.5}}}});

  const RecordedRun run = run_of(instant_counter(stream));

  // Half of the orders have three items, a quarter one, a quarter none, with standard deviations of sqrt(4000 / 4) = 32
  // and sqrt(4000 * 3/16) = 27.
  EXPECT_NEAR(static_cast<double>(with_items(run, 3)), 2000, 127);
  EXPECT_NEAR(static_cast<double>(with_items(run, 1)), 1000, 110);
  EXPECT_NEAR(static_cast<double>(with_items(run, 0)), 1000, 110);
}

TEST(ContractStream, NeverOrdersItemsOfChanceZeroAndAlwaysItemsOfChanceOne) {
  StreamSpec stream{.when = 1s, .count = 500};
  stream.items = std::vector<OrderedItem>{{ItemId{0}, 3, 0.0}, {ItemId{1}, 2, 1.0}};

  const RecordedRun run = run_of(instant_counter(stream));

  EXPECT_EQ(with_items(run, 2), 500);
  EXPECT_EQ(run.orders.at(0).items.at(0).item, ItemId{1});
}

TEST(ContractOrders, DrawItemsWithAChance) {
  CounterSpec spec = instant_counter({.when = 1s, .count = 0});
  spec.orders = std::vector<OrderSpec>(2000, comes("ana", 0s, {{ItemId{0}, 1, 0.25}}));

  EXPECT_NEAR(static_cast<double>(with_items(run_of(spec), 1)), 500, 78);  // four times sqrt(2000 * 3/16)
}

}  // namespace
}  // namespace fastfood::model
