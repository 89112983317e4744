#include "tests/system/random_restaurant.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tests/system/dice.hpp"
#include "tests/system/random_counter.hpp"

namespace fastfood::model {

namespace {

/// Some of them, perhaps none, in any order.
template <class Tag>
std::vector<Id<Tag>> some_of(Dice& dice, std::size_t number) {
  std::vector<Id<Tag>> chosen;
  for (std::size_t i = 0; i != number; ++i) {
    if (dice.one_in(2)) {
      chosen.insert(chosen.begin() + dice.below(std::ssize(chosen) + 1), Id<Tag>(i));
    }
  }
  return chosen;
}

StopSpec random_stop(Dice& dice, StopKind kind, const CounterSpec& spec) {
  StopSpec stop;
  stop.kind = kind;
  if (kind == StopKind::other || (stop.is_order() && dice.one_in(3))) {
    stop.time = dice.task();
  }
  if (!dice.one_in(4)) {
    stop.places = random_schedule(dice, 3, 1);
  }
  if (kind != StopKind::order && !spec.servers.empty() && dice.one_in(2)) {
    stop.by = GroupId(dice.index_in(spec.servers));
  }
  return stop;
}

std::vector<StopSpec> random_stops(Dice& dice, const CounterSpec& spec) {
  std::vector<StopKind> kinds;
  const auto add_others = [&] { kinds.insert(kinds.end(), static_cast<std::size_t>(dice.below(3)), StopKind::other); };
  if (dice.one_in(4)) {
    kinds.push_back(StopKind::other);
  }
  if (dice.one_in(3)) {
    kinds.push_back(StopKind::order_and_collect);
  } else {
    kinds.push_back(StopKind::order);
    add_others();
    kinds.push_back(StopKind::collect);
  }
  const std::size_t collects = kinds.size();
  add_others();
  std::vector<StopSpec> stops;
  for (const StopKind kind : kinds) {
    stops.push_back(random_stop(dice, kind, spec));
    stops.back().name = "stop " + std::to_string(stops.size());
    if (stops.size() > 1 && dice.one_in(2)) {
      stops.back().room = dice.below(3);
    }
    stops.back().leave_if_full = stops.size() > collects && dice.one_in(3);
  }
  return stops;
}

void add_lines(Dice& dice, CounterSpec& spec) {
  for (std::int64_t number = 1 + dice.below(3); number != 0; --number) {
    LineSpec& line = spec.lines.emplace_back();
    line.name = "line " + std::to_string(spec.lines.size());
    if (!dice.one_in(3)) {
      line.stops = random_stops(dice, spec);
    }
    if (dice.one_in(3)) {
      line.room = dice.below(6);
    }
  }
}

/// Somebody is on duty in the end, so everything that waits for hands gets them.
void keep_someone_on_duty(CounterSpec& spec) {
  for (ServerGroupSpec& group : spec.servers) {
    if (group.count) {
      std::int64_t& last = group.count->steps.back().value;
      last = std::max<std::int64_t>(last, 1);
    }
  }
}

/// Who stays with an order while its customer walks could wait for somebody behind that customer for ever.
void let_go_of_walking_customers(CounterSpec& spec, ServerGroupSpec& group) {
  for (std::size_t i = 0; i != spec.lines.size(); ++i) {
    const LineSpec& line = spec.lines[i];
    if (group.takes_from(LineId(i)) && !line.stops.empty() && !line.stops[line.collect_stop()].by &&
        group.works_at.empty() && group.orders_in_flight == 1) {
      group.mode = Mode::async;
      group.orders_in_flight = 2;
    }
  }
}

/// Gives people lines to take orders from, each of which somebody takes from, and stations to work at.
void give_work(Dice& dice, CounterSpec& spec) {
  keep_someone_on_duty(spec);
  for (ServerGroupSpec& group : spec.servers) {
    if (dice.one_in(2)) {
      group.lines = some_of<LineTag>(dice, spec.lines.size());
    }
    if (group.count && dice.one_in(2)) {
      group.works_at = some_of<StationTag>(dice, spec.stations.size());
    }
  }
  for (std::size_t i = 0; i != spec.lines.size() && !spec.servers.empty(); ++i) {
    const LineId line(i);
    if (std::ranges::none_of(spec.servers, [line](const ServerGroupSpec& it) { return it.takes_from(line); })) {
      spec.servers.front().lines->push_back(line);
    }
  }
  std::ranges::for_each(spec.servers, [&](ServerGroupSpec& it) { let_go_of_walking_customers(spec, it); });
  for (StationSpec& station : spec.stations) {
    if (dice.one_in(2)) {
      station.attended = dice.time();
    }
  }
}

}  // namespace

CounterSpec random_restaurant(std::uint64_t number) {
  Dice dice("a random restaurant", number);
  CounterSpec spec = random_counter(number);
  add_lines(dice, spec);
  give_work(dice, spec);
  each_customer(spec, [&](CustomerSpec& who) {
    who.lines = some_of<LineTag>(dice, spec.lines.size());
    if (dice.one_in(5)) {
      who = {.lines = who.lines, .comes_after = dice.task()};
    }
  });
  return spec;
}

}  // namespace fastfood::model
