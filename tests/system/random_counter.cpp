#include "tests/system/random_counter.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>

#include "sim/random/distribution.hpp"
#include "tests/system/dice.hpp"

namespace fastfood::model {

namespace {

StationSpec random_station(Dice& dice, const std::string& name) {
  StationSpec station;
  station.name = name;
  station.capacity = random_schedule(dice, 3, 1);
  if (dice.one_in(3)) {
    BatchSpec& batch = station.batch.emplace();
    batch.size = 1 + dice.below(4);
    batch.time = dice.task();
    batch.refill_below = dice.one_in(2) ? dice.below(5) : 0;
    if (dice.one_in(2)) {
      // With a hold of zero, batches would start and expire forever at one instant.
      batch.hold = dice.time() + (batch.refill_below == 0 ? 0s : 250ms);
    }
  }
  if (dice.one_in(4)) {
    station.breakdown.emplace();
    station.breakdown->time_between = dice.one_in(2) ? random::Distribution(1s + dice.time()) : random::Uniform{1s, 9s};
    station.breakdown->repair = dice.task();
  }
  if (dice.one_in(3)) {
    station.cost_per_hour = 1.5;
  }
  return station;
}

ItemSpec random_item(Dice& dice, const CounterSpec& spec) {
  ItemSpec item;
  item.name = "item " + std::to_string(spec.menu.size() + 1);
  for (std::int64_t remaining = 1 + dice.below(3); remaining != 0; --remaining) {
    RecipeStep& step = item.steps.emplace_back();
    step.time = dice.task();
    if (!dice.one_in(4)) {
      step.station = StationId(dice.index_in(spec.stations));
    }
  }
  if (dice.one_in(3)) {
    item.price = 2.25;
  }
  return item;
}

ServerGroupSpec random_group(Dice& dice, std::size_t number) {
  ServerGroupSpec group;
  group.name = "group " + std::to_string(number);
  group.count = random_schedule(dice, 3, number == 1 ? 1 : 0);
  group.mode = dice.one_in(2) ? Mode::sequential : Mode::async;
  if (dice.one_in(6)) {
    group.count = std::nullopt;
  } else if (dice.one_in(3)) {
    group.cost_per_hour = 15;
  }
  if (group.count && group.mode == Mode::async && dice.one_in(2)) {
    group.orders_in_flight = 2 + dice.below(2);
  }
  for (random::Distribution* time : {&group.order_time, &group.time_per_item, &group.handover_time}) {
    if (dice.one_in(2)) {
      *time = dice.task();
    }
  }
  return group;
}

std::vector<OrderedItem> random_items(Dice& dice, const CounterSpec& spec) {
  std::vector<OrderedItem> chosen;
  for (std::int64_t remaining = dice.below(4); remaining != 0; --remaining) {
    OrderedItem& ordered = chosen.emplace_back();
    ordered.item = ItemId(dice.index_in(spec.menu));
    ordered.count = dice.one_in(4) ? 2 : 1;
    ordered.chance = dice.one_in(4) ? 0.6 : 1;
  }
  return chosen;
}

CustomerSpec random_behaviour(Dice& dice) {
  CustomerSpec who;
  if (dice.one_in(3)) {
    who.priority = dice.below(4) - 1;
  }
  if (dice.one_in(3)) {
    who.patience = dice.task();
  }
  if (dice.one_in(4)) {
    who.balk_at = dice.below(4);
  }
  return who;
}

/// An arrival process that may go on without a limit.
StreamSpec endless_stream(Dice& dice) {
  StreamSpec stream;
  const double rate = 600.0 * static_cast<double>(1 + dice.below(5));
  switch (dice.below(4)) {
    case 0:
      stream.when = random::Distribution(random::Uniform{250ms, 2s});
      break;
    case 1:
      stream.when = PoissonSpec{{{Instant{}, rate}}};
      break;
    case 2:
      stream.when = PoissonSpec{{{Instant{}, rate}, {Instant{4s}, 0}, {Instant{6s}, 1800}}};
      break;
    default:
      stream.when = random::Distribution(dice.positive_time());
  }
  return stream;
}

StreamSpec random_stream(Dice& dice) {
  StreamSpec stream = endless_stream(dice);
  if (dice.one_in(4)) {
    ScheduleSpec& schedule = stream.when.emplace<ScheduleSpec>();
    for (std::int64_t remaining = dice.below(16); remaining != 0; --remaining) {
      schedule.times.push_back(Instant(3 * dice.time()));
    }
    std::ranges::sort(schedule.times);
    return stream;
  }
  if (dice.one_in(3)) {
    stream.when = dice.task();
  }
  stream.from = Instant(dice.time());
  stream.count = dice.below(26);
  return stream;
}

void add_customers(Dice& dice, CounterSpec& spec) {
  for (std::int64_t remaining = dice.below(6); remaining != 0; --remaining) {
    const std::string name = "guest " + std::to_string(spec.orders.size() + 1);
    spec.orders.push_back({name, Instant(2 * dice.time()), random_items(dice, spec), random_behaviour(dice)});
  }
  for (std::int64_t number = 1 + dice.below(3); number != 0; --number) {
    StreamSpec stream = spec.until && dice.one_in(2) ? endless_stream(dice) : random_stream(dice);
    stream.name = "stream " + std::to_string(number);
    if (!std::holds_alternative<ScheduleSpec>(stream.when) && dice.one_in(4)) {
      stream.until = stream.from + 2 * dice.time();
    }
    std::vector<MixEntry> mix;
    for (std::int64_t entries = 1 + (dice.one_in(3) ? dice.below(3) : 0); entries != 0; --entries) {
      mix.push_back({mix.empty() ? 1 : static_cast<double>(dice.below(3)), random_items(dice, spec)});
    }
    stream.items = MixSpec(std::move(mix));
    stream.who = random_behaviour(dice);
    spec.arrivals.push_back(std::move(stream));
  }
}

void set_limits(Dice& dice, CounterSpec& spec) {
  if (dice.one_in(2)) {
    spec.until = Instant(2s + 4 * dice.positive_time());
    spec.stop = dice.one_in(2) ? Stop::at_until : Stop::when_served;
  }
  if (dice.one_in(4)) {
    spec.warmup = Instant(dice.below(8) * 250ms);
  }
  if (dice.one_in(3)) {
    spec.report_every = dice.positive_time() * 2;
  }
  if (dice.one_in(2)) {
    spec.target = TargetSpec{2 * dice.time(), 0.5};
  }
}

/// Some customers have a target of their own. Drawn last, so that the rest of a counter does not depend on it.
void set_own_targets(Dice& dice, CounterSpec& spec) {
  each_customer(spec, [&dice](CustomerSpec& who) {
    if (dice.one_in(4)) {
      who.target = TargetSpec{2 * dice.time(), 0.75};
    }
  });
}

/// The mean, rounded to 250 ms.
Duration rounded_mean(const random::Distribution& time) {
  return std::llround(4 * random::mean_of(time)) * Duration(250ms);
}

}  // namespace

CounterSpec random_counter(std::uint64_t number) {
  Dice dice("a random counter", number);
  CounterSpec spec;
  spec.name = "counter " + std::to_string(number);
  spec.seed = number;
  for (std::int64_t remaining = 1 + dice.below(4); remaining != 0; --remaining) {
    spec.stations.push_back(random_station(dice, "station " + std::to_string(remaining)));
  }
  for (std::int64_t remaining = 1 + dice.below(5); remaining != 0; --remaining) {
    spec.menu.push_back(random_item(dice, spec));
  }
  for (std::int64_t remaining = dice.below(4); remaining != 0; --remaining) {
    spec.servers.push_back(random_group(dice, spec.servers.size() + 1));
  }
  set_limits(dice, spec);
  add_customers(dice, spec);
  set_own_targets(dice, spec);
  return spec;
}

CounterSpec to_the_end(CounterSpec spec) {
  spec.warmup = Instant{};
  spec.stop = Stop::when_served;
  return spec;
}

CounterSpec of_constant_times(CounterSpec spec) {
  each_task_time(spec, [](random::Distribution& time) { time = rounded_mean(time); });
  each_customer(spec, [](CustomerSpec& who) {
    for (std::optional<random::Distribution>* time : {&who.patience, &who.comes_after}) {
      if (*time) {
        *time = rounded_mean(**time);
      }
    }
  });
  for (StreamSpec& stream : spec.arrivals) {
    if (auto* every = std::get_if<random::Distribution>(&stream.when)) {
      *every = rounded_mean(*every);
    } else if (std::holds_alternative<PoissonSpec>(stream.when)) {
      stream.when = random::Distribution(1s);
    }
  }
  return spec;
}

}  // namespace fastfood::model
