#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/system/dice.hpp"
#include "tests/system/laws.hpp"
#include "tests/system/plain_lanes.hpp"

/// The simulator agrees with a second one, which is plain and slow, on lines with stops.
namespace fastfood::model {
namespace {

Duration whole_seconds(Dice& dice, std::int64_t max) { return (1 + dice.below(max)) * Duration(1s); }

/// Where customers stand: where they order, perhaps in between, where they collect, perhaps before and after.
std::vector<StopSpec> random_stops(Dice& dice, std::size_t groups) {
  std::vector<StopSpec> stops;
  const auto add = [&](StopKind kind) {
    StopSpec& stop = stops.emplace_back();
    stop.name = "stop " + std::to_string(stops.size());
    stop.kind = kind;
    if (kind == StopKind::other || (stop.is_order() && dice.one_in(3))) {
      stop.time = whole_seconds(dice, 6);
    }
    if (!dice.one_in(3)) {
      stop.places = 1 + dice.below(2);
    }
    if (stops.size() != 1 && !dice.one_in(3)) {
      stop.room = dice.below(2);
    }
    if (kind != StopKind::order && dice.one_in(2)) {
      stop.by = GroupId(static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(groups))));
    }
  };
  const auto add_others = [&](std::int64_t number) {
    for (; number != 0; --number) {
      add(StopKind::other);
    }
  };
  add_others(dice.one_in(4) ? 1 : 0);
  if (dice.one_in(3)) {
    add(StopKind::order_and_collect);
  } else {
    add(StopKind::order);
    add_others(dice.below(3));
    add(StopKind::collect);
  }
  const std::size_t collects = stops.size();
  add_others(dice.below(3));
  for (std::size_t i = collects; i != stops.size(); ++i) {
    stops[i].leave_if_full = dice.one_in(3);
  }
  return stops;
}

CounterSpec random_lanes(std::uint64_t number) {
  Dice dice("random lanes", number);
  CounterSpec spec;
  for (int seconds = 1; seconds != 7; ++seconds) {
    spec.menu.push_back({"item " + std::to_string(seconds), {free_step(seconds * Duration(1s))}, std::nullopt});
  }
  for (const char* name : {"crew", "others", "helpers"}) {
    ServerGroupSpec& group = spec.servers.emplace_back();
    group.name = name;
    group.count = 1 + dice.below(2);
    group.order_time = whole_seconds(dice, 3);
    group.handover_time = whole_seconds(dice, 2);
    group.orders_in_flight = 2 + dice.below(2);
  }
  spec.servers[2].lines.emplace();
  for (std::int64_t remaining = 1 + dice.below(2); remaining != 0; --remaining) {
    LineSpec& line = spec.lines.emplace_back();
    line.name = "line " + std::to_string(remaining);
    line.stops = random_stops(dice, spec.servers.size());
    if (dice.one_in(3)) {
      line.room = dice.below(5);
    }
  }
  spec.servers[1].lines = {LineId(dice.index_in(spec.lines))};
  for (std::int64_t remaining = 3 + dice.below(15); remaining != 0; --remaining) {
    OrderSpec& order = spec.orders.emplace_back();
    order.customer = "guest " + std::to_string(remaining);
    order.at = Instant(dice.below(12) * Duration(1s));
    order.items = {{ItemId(dice.index_in(spec.menu))}};
    order.who.priority = dice.one_in(3) ? dice.below(3) : 0;
    for (std::size_t line = 0; line != spec.lines.size() && dice.one_in(2); ++line) {
      order.who.lines.emplace_back(spec.lines.size() - 1 - line);
    }
    if (dice.one_in(5)) {
      order.who.comes_after = whole_seconds(dice, 8);
    } else if (dice.one_in(4)) {
      order.who.balk_at = dice.below(4);
    }
  }
  return spec;
}

/// Where and when each customer was, without what happened to the items and to explain it.
std::vector<OrderRecord> whereabouts(std::vector<OrderRecord> orders) {
  for (OrderRecord& order : orders) {
    order.items.clear();
    order.prepared_from.reset();
    order.handed_over_from.reset();
    order.taken_by.reset();
    order.handed_over_by.reset();
    for (StopRecord& stop : order.stops) {
      stop.attended_from.reset();
    }
  }
  return orders;
}

std::string text_of(const std::vector<OrderRecord>& orders) {
  const auto text = [](const std::optional<Instant>& at) {
    return at ? std::to_string(static_cast<int>(seconds(at))) : "-";
  };
  std::string all;
  for (const OrderRecord& order : orders) {
    all += std::to_string(order.id) + " " + order.customer + " line " + std::to_string(order.line.index()) + " by " +
           order.server.value_or("-") + ": ordered " + text(order.ordered_at) + " arrived " + text(order.arrived_at) +
           " taken " + text(order.started_at) + " served " + text(order.served_at) + " left " + text(order.left_at);
    for (const StopRecord& stop : order.stops) {
      all += " | " + std::to_string(stop.stop) + ": " + text(stop.asked_at) + " " + text(stop.entered_at) + " " +
             text(stop.done_at) + " " + text(stop.left_at);
    }
    all += "\n";
  }
  return all;
}

TEST(PlainLanes, AgreeWithTheSimulatorAboutEveryCustomerAtEveryStop) {
  for (std::uint64_t number = 0; number != random_counters && !HasFailure(); ++number) {
    SCOPED_TRACE("random_lanes(" + std::to_string(number) + ")");
    const CounterSpec spec = random_lanes(number);
    const TracedRun run = trace(spec);

    EXPECT_EQ(text_of(run.orders), text_of(plain_lanes(spec)));
    EXPECT_TRUE(whereabouts(run.orders) == plain_lanes(spec));
  }
}

/// Each thing that stops are about happens often, so the comparison means something.
TEST(PlainLanes, AreOftenFullAndBlocked) {
  std::int64_t waited = 0;
  std::int64_t blocked = 0;
  std::int64_t balked = 0;
  std::int64_t found_no_place = 0;
  for (std::uint64_t number = 0; number != random_counters; ++number) {
    const TracedRun run = trace(random_lanes(number));
    balked += run.result.customers.balked;
    for (const CustomerLineResult& line : run.result.lines) {
      for (const StopResult& stop : line.stops) {
        waited += stop.wait_time.max.value_or(0) > 0 ? 1 : 0;
        blocked += stop.blocked.value_or(0) > 0 ? 1 : 0;
        found_no_place += stop.left;
      }
    }
  }
  const auto many = static_cast<std::int64_t>(random_counters);
  EXPECT_GT(waited, many);
  EXPECT_GT(blocked, many / 3);
  EXPECT_GT(balked, many / 2);
  EXPECT_GT(found_no_place, many / 10);
}

}  // namespace
}  // namespace fastfood::model
