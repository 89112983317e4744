#include <gtest/gtest.h>

#include <variant>

#include "tests/system/laws.hpp"

/// The random counters are suitable for testing laws.
namespace fastfood::model {
namespace {

TEST(RandomCounter, DependsOnlyOnItsNumber) {
  EXPECT_EQ(random_counter(7), random_counter(7));
  EXPECT_NE(random_counter(7).stations, random_counter(8).stations);
}

TEST(RandomCounter, StaysSmall) {
  for_each_counter([](const CounterSpec& spec) { EXPECT_LE(trace(spec).orders.size(), 100U); });
}

/// How often each thing happens in all counters.
struct Tally {
  std::map<EventKind, std::int64_t> events;
  CustomerCounts customers;
  std::int64_t at_one_instant = 0;  // events after the first of their instant
  std::int64_t waited_for_station = 0;
  std::int64_t served_later = 0;  // than a customer who arrived later

  void add(const TracedRun& run) {
    for (std::size_t i = 0; i != run.events.size(); ++i) {
      ++events[run.events[i].what];
      at_one_instant += i != 0 && run.events[i].at == run.events[i - 1].at ? 1 : 0;
    }
    customers.served += run.result.customers.served;
    customers.unfinished += run.result.customers.unfinished;
    for (const StationResult& station : run.result.stations) {
      waited_for_station += station.wait_time.max.value_or(0) > 0 ? 1 : 0;
    }
    for (std::size_t i = 1; i < run.orders.size(); ++i) {
      served_later += run.orders[i].served_at < run.orders[i - 1].served_at ? 1 : 0;
    }
  }
};

TEST(RandomCounter, ProducesEveryEventOften) {
  Tally tally;
  for_each_counter([&tally](const CounterSpec& spec) { tally.add(trace(spec)); });

  for (int what = 0; what <= static_cast<int>(EventKind::off_duty); ++what) {
    EXPECT_GT(tally.events[static_cast<EventKind>(what)], random_counters / 4) << what;
  }
  const auto many = static_cast<std::int64_t>(random_counters);
  EXPECT_GT(tally.customers.served, 8 * many);
  EXPECT_GT(tally.customers.unfinished, many / 2);
  EXPECT_GT(tally.at_one_instant, 50 * many);
  EXPECT_GT(tally.waited_for_station, many / 2);
  EXPECT_GT(tally.served_later, many / 2);
}

/// How many counters satisfy the predicate.
template <class Is>
std::int64_t count_counters(Is is) {
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
  EXPECT_GT(count_counters([](const CounterSpec& it) { return it.servers.empty(); }), few);
  EXPECT_GT(count_counters(any_in(groups, [](const Group& it) { return !it.count; })), few);
  EXPECT_GT(count_counters(any_in(groups, [](const Group& it) { return it.count && !it.count->is_constant(); })), few);
  EXPECT_GT(count_counters(any_in(groups, [](const Group& it) { return it.orders_in_flight > 1; })), few);
  EXPECT_GT(count_counters(any_in(groups, [](const Group& it) { return it.mode == Mode::sequential; })), few);
  EXPECT_GT(count_counters(any_in(streams, [](const Stream& it) { return it.when.index() == 0; })), few);
  EXPECT_GT(count_counters(any_in(streams, [](const Stream& it) { return it.when.index() == 1; })), few);
  EXPECT_GT(count_counters(any_in(streams, [](const Stream& it) { return it.when.index() == 2; })), few);
  EXPECT_GT(count_counters(any_in(streams, [](const Stream& it) { return !it.count && it.when.index() != 2; })), few);
  EXPECT_GT(count_counters(any_in(streams, [](const Stream& it) { return it.items.entries.size() > 1; })), few);
  EXPECT_GT(count_counters(any_in(stations, [](const StationSpec& it) { return !it.capacity.is_constant(); })), few);
  EXPECT_GT(count_counters(any_in(stations, [](const StationSpec& it) { return it.batch && it.breakdown; })), few);
  EXPECT_GT(count_counters(any_in(stations, [](const StationSpec& it) { return it.batch && it.batch->hold; })), few);
  EXPECT_GT(count_counters([](const CounterSpec& it) { return it.warmup != Instant{}; }), few);
  EXPECT_GT(count_counters([](const CounterSpec& it) { return it.stop == Stop::at_until; }), few);
  EXPECT_GT(count_counters([](const CounterSpec& it) { return it.report_every.has_value(); }), few);
}

}  // namespace
}  // namespace fastfood::model
