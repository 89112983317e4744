#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "tests/system/laws.hpp"

/// What lines, stops, people at stations and orders from afar reduce to where they make no difference.
namespace fastfood::model::laws_restaurants_test {
namespace {

constexpr Duration for_ever = 50 * 8766h;  // the longest time that a scenario can have

/// Leaves out events of these kinds.
void erase_events(TracedRun& run, std::initializer_list<EventKind> kinds) {
  std::erase_if(run.events, [&](const RecordedEvent& it) { return std::ranges::find(kinds, it.what) != kinds.end(); });
}

TEST(LawsOfRestaurants, OneLineEqualsNoLines) {
  for_each_counter([](CounterSpec spec) {
    const TracedRun none = trace(spec);
    spec.lines = {{.name = "queue"}};
    TracedRun one = trace(spec);

    ASSERT_EQ(one.result.lines.size(), 1U);
    EXPECT_EQ(one.result.lines[0].customers, none.result.customers);
    EXPECT_EQ(one.result.lines[0].line, none.result.servers.line);
    EXPECT_EQ(one.result.lines[0].wait_time, none.result.wait_time);
    EXPECT_EQ(one.result.lines[0].total_time, none.result.total_time);
    one.result.lines.clear();
    expect_same(one, none);
  });
}

TEST(LawsOfRestaurants, AStopToOrderAndCollectWithAnyNumberOfPlacesEqualsNoStops) {
  for_each_counter([](CounterSpec spec) {
    const TracedRun none = trace(spec);
    spec.lines = {{.name = "queue", .stops = {{.name = "till", .kind = StopKind::order_and_collect}}}};
    TracedRun one = trace(spec);

    for (OrderRecord& order : one.orders) {
      order.stops.clear();
    }
    erase_events(one, {EventKind::enters, EventKind::moves_on, EventKind::is_blocked});
    one.result.lines.clear();
    expect_same(one, none);
  });
}

/// Customers all come to the first of many lines, from which everybody takes.
TEST(LawsOfRestaurants, LinesThatNobodyJoinsMakeNoDifference) {
  for_each_counter([](CounterSpec spec) {
    spec.lines = {{.name = "queue"}};
    const TracedRun one = trace(spec);
    spec.lines.push_back({.name = "empty", .room = 0});
    spec.lines.push_back({.name = "lane", .stops = {{.name = "till", .kind = StopKind::order_and_collect}}});
    TracedRun several = trace(spec);

    several.result.lines.resize(1);
    expect_same(several, one);
  });
}

/// People who do nothing else, one for each unit of all stations. Trays and failures are left out: at one instant
/// people start before portions are handed out and repairs begin, so the order in which things end later may differ.
TEST(LawsOfRestaurants, AsManyPeopleAsUnitsEqualNone) {
  for_each_counter([](CounterSpec spec) {
    std::int64_t units = 0;
    std::vector<StationId> all;
    for (StationSpec& station : spec.stations) {
      station.batch.reset();
      station.breakdown.reset();
      units += station.capacity.highest();
      all.emplace_back(all.size());
    }
    if (spec.servers.empty()) {
      spec.servers = {{.name = "till", .count = std::nullopt}};
    }
    const TracedRun none = trace(spec);
    spec.servers.push_back({.name = "cook", .count = units, .lines = std::vector<LineId>{}, .works_at = all});
    TracedRun people = trace(spec);

    people.result.servers.each.resize(none.result.servers.each.size());
    people.result.servers.utilization = none.result.servers.utilization;
    if (people.result.by_period) {
      for (std::size_t i = 0; i != people.result.by_period->size(); ++i) {
        people.result.by_period->at(i).servers_utilization = none.result.by_period->at(i).servers_utilization;
      }
    }
    erase_events(people, {EventKind::starts_work, EventKind::ends_work});
    std::erase_if(people.events, [](const RecordedEvent& it) { return it.where.starts_with("cook"); });
    expect_same(people, none);
  });
}

TEST(LawsOfRestaurants, AttendedForAsLongAsAnythingLastsEqualsToTheEnd) {
  for_each_restaurant([](CounterSpec spec) {
    const auto attend = [&spec](std::optional<Duration> time) {
      std::ranges::for_each(spec.stations, [time](StationSpec& it) { it.attended = time; });
      return trace(spec);
    };
    expect_same(attend(for_ever), attend(std::nullopt));
  });
}

/// When each customer came and was served, and when each item was ready.
std::vector<std::optional<Instant>> instants_of(const TracedRun& run) {
  std::vector<std::optional<Instant>> all;
  for (const OrderRecord& order : run.orders) {
    all.insert(all.end(), {order.arrived_at, order.served_at, order.left_at});
    for (const ItemRecord& item : order.items) {
      all.push_back(item.ready_at);
    }
  }
  return all;
}

TEST(LawsOfRestaurants, AnOrderFromAfarWhoseCustomerComesAtOnceEqualsOneTakenAtOnce) {
  for_each_counter([](CounterSpec spec) {
    const random::Distribution handover_time = spec.servers.empty() ? 0s : spec.servers.front().handover_time;
    spec.servers = {{.name = "window", .count = std::nullopt, .handover_time = handover_time}};
    each_customer(spec, [](CustomerSpec& who) { who = {.priority = who.priority}; });
    const TracedRun here = trace(spec);
    each_customer(spec, [](CustomerSpec& who) { who.comes_after = 0s; });
    const TracedRun afar = trace(spec);

    EXPECT_EQ(instants_of(afar), instants_of(here));
    EXPECT_EQ(afar.result.total_time, here.result.total_time);
    EXPECT_EQ(afar.result.stations, here.result.stations);
    EXPECT_EQ(afar.result.customers, here.result.customers);
    EXPECT_EQ(afar.result.wait_time.count, 0);
  });
}

TEST(LawsOfRestaurants, RunsOnSeveralThreadsAreTheSame) {
  for (std::uint64_t number = 0; number != 50; ++number) {
    SCOPED_TRACE(number);
    const CounterSpec spec = random_restaurant(number);
    const TracedRun alone = trace(spec);
    std::array<TracedRun, 3> runs;
    {
      std::vector<std::jthread> threads;
      for (TracedRun& run : runs) {
        threads.emplace_back([&run, &spec] { run = trace(spec); });
      }
    }
    for (const TracedRun& run : runs) {
      expect_same(run, alone);
    }
  }
}

}  // namespace
}  // namespace fastfood::model::laws_restaurants_test
