#include <gtest/gtest.h>

#include <variant>

#include "tests/system/laws.hpp"

/// The counters that laws are tried on are worth it.
namespace fastfood::model {
namespace {

TEST(RandomCounter, DependsOnlyOnItsNumber) {
  EXPECT_EQ(random_counter(7), random_counter(7));
  EXPECT_NE(random_counter(7).stations, random_counter(8).stations);
}

TEST(RandomCounter, StaysSmall) {
  for_each_counter([](const CounterSpec& spec) { EXPECT_LE(watch(spec).orders.size(), 100U); });
}

/// How much of each thing happens in all of them.
struct Tally {
  std::map<EventKind, std::int64_t> told;
  CustomerCounts customers;
  std::int64_t at_one_instant = 0;  // events beyond the first
  std::int64_t waited_for_station = 0;
  std::int64_t served_later = 0;  // than somebody who came after him

  void add(const WatchedRun& run) {
    for (std::size_t i = 0; i != run.events.size(); ++i) {
      ++told[run.events[i].what];
      at_one_instant += i != 0 && run.events[i].at == run.events[i - 1].at ? 1 : 0;
    }
    customers.served += run.seen.customers.served;
    customers.unfinished += run.seen.customers.unfinished;
    for (const StationResult& station : run.seen.stations) {
      waited_for_station += station.wait_time.max.value_or(0) > 0 ? 1 : 0;
    }
    for (std::size_t i = 1; i < run.orders.size(); ++i) {
      served_later += run.orders[i].served_at < run.orders[i - 1].served_at ? 1 : 0;
    }
  }
};

TEST(RandomCounter, ProducesEveryEventOften) {
  Tally tally;
  for_each_counter([&tally](const CounterSpec& spec) { tally.add(watch(spec)); });

  for (int what = 0; what <= static_cast<int>(EventKind::off_duty); ++what) {
    EXPECT_GT(tally.told[static_cast<EventKind>(what)], random_counters / 4) << what;
  }
  const auto many = static_cast<std::int64_t>(random_counters);
  EXPECT_GT(tally.customers.served, 8 * many);
  EXPECT_GT(tally.customers.unfinished, many / 2);
  EXPECT_GT(tally.at_one_instant, 50 * many);
  EXPECT_GT(tally.waited_for_station, many / 2);
  EXPECT_GT(tally.served_later, many / 2);
}

/// How many of the counters are so.
template <class Is>
std::int64_t how_many(Is is) {
  std::int64_t count = 0;
  for_each_counter([&count, &is](const CounterSpec& spec) { count += is(spec) ? 1 : 0; });
  return count;
}

template <class List, class Is>
auto any_in(List list, Is is) {
  return [list, is](const CounterSpec& spec) { return std::ranges::any_of(spec.*list, is); };
}

TEST(RandomCounter, UsesEveryKeyOfAScenario) {
  const auto few = static_cast<std::int64_t>(random_counters) / 25;
  using Group = ServerGroupSpec;
  using Stream = StreamSpec;
  const auto groups = &CounterSpec::servers;
  const auto streams = &CounterSpec::arrivals;
  const auto stations = &CounterSpec::stations;
  EXPECT_GT(how_many([](const CounterSpec& it) { return it.servers.empty(); }), few);
  EXPECT_GT(how_many(any_in(groups, [](const Group& it) { return !it.count; })), few);
  EXPECT_GT(how_many(any_in(groups, [](const Group& it) { return it.count && !it.count->is_constant(); })), few);
  EXPECT_GT(how_many(any_in(groups, [](const Group& it) { return it.orders_in_flight > 1; })), few);
  EXPECT_GT(how_many(any_in(groups, [](const Group& it) { return it.mode == Mode::sequential; })), few);
  EXPECT_GT(how_many(any_in(streams, [](const Stream& it) { return it.when.index() == 0; })), few);
  EXPECT_GT(how_many(any_in(streams, [](const Stream& it) { return it.when.index() == 1; })), few);
  EXPECT_GT(how_many(any_in(streams, [](const Stream& it) { return it.when.index() == 2; })), few);
  EXPECT_GT(how_many(any_in(streams, [](const Stream& it) { return !it.count && it.when.index() != 2; })), few);
  EXPECT_GT(how_many(any_in(streams, [](const Stream& it) { return it.items.entries.size() > 1; })), few);
  EXPECT_GT(how_many(any_in(stations, [](const StationSpec& it) { return !it.capacity.is_constant(); })), few);
  EXPECT_GT(how_many(any_in(stations, [](const StationSpec& it) { return it.batch && it.breakdown; })), few);
  EXPECT_GT(how_many(any_in(stations, [](const StationSpec& it) { return it.batch && it.batch->hold; })), few);
  EXPECT_GT(how_many([](const CounterSpec& it) { return it.warmup != Instant{}; }), few);
  EXPECT_GT(how_many([](const CounterSpec& it) { return it.stop == Stop::at_until; }), few);
  EXPECT_GT(how_many([](const CounterSpec& it) { return it.report_every.has_value(); }), few);
}

}  // namespace
}  // namespace fastfood::model
