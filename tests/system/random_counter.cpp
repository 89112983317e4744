#include "tests/system/random_counter.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::model {

namespace {

using namespace std::chrono_literals;

class Dice {
 public:
  explicit Dice(std::uint64_t number) : draws_(random::StreamKey(1).at("a random counter").draws(number)) {}

  /// From 0 to `sides` - 1.
  std::int64_t below(std::int64_t sides) {
    return static_cast<std::int64_t>(draws_.bits() % static_cast<std::uint64_t>(sides));
  }

  std::size_t place_in(const auto& list) { return static_cast<std::size_t>(below(std::ssize(list))); }

  bool one_in(std::int64_t sides) { return below(sides) == 0; }

  /// Quarters of a second up to three seconds, often none.
  Duration time() { return one_in(4) ? Duration{} : below(13) * Duration(250ms); }

  Duration some_time() { return (1 + below(12)) * Duration(250ms); }

  /// A time of a task: mostly set, else of any distribution.
  random::Distribution task() { return one_in(3) ? drawn() : random::Distribution(time()); }

  random::Distribution drawn();

 private:
  random::Draws draws_;
};

random::Distribution Dice::drawn() {
  const Duration least = time();
  const Duration likely = least + time();
  const Duration most = likely + time();
  switch (below(11)) {
    case 0:
      return random::Uniform{least, most};
    case 1:
      return random::Triangular{least, likely, most};
    case 2:
      return random::Pert{least, likely, most};
    case 3:
      return random::Exponential{some_time()};
    case 4:
      return random::Erlang{1 + below(4), some_time()};
    case 5:
      return random::Gamma{0.5 + static_cast<double>(below(6)) / 2, some_time()};
    case 6:
      return random::Normal{some_time(), time()};
    case 7:
      return random::Lognormal{some_time(), time()};
    case 8:
      return random::Weibull{0.5 + static_cast<double>(below(6)) / 2, some_time()};
    case 9:
      return random::Discrete{{least, likely, most}, {1, 0.5, 2}};
    default:
      return random::Empirical{{least, likely, likely, most}};
  }
}

/// Up to `most`; at the end at least `last`.
Schedule some_number(Dice& dice, std::int64_t most, std::int64_t last) {
  std::vector<ScheduleStep<std::int64_t>> steps;
  if (dice.one_in(3)) {
    Instant from{};
    for (std::int64_t left = 1 + dice.below(3); left != 0; --left) {
      steps.push_back({from, dice.below(most + 1)});
      from += dice.some_time() * 2;
    }
    steps.push_back({from, std::max(last, dice.below(most + 1))});
    return Schedule(std::move(steps));
  }
  return 1 + dice.below(most);
}

StationSpec some_station(Dice& dice, const std::string& name) {
  StationSpec station;
  station.name = name;
  station.capacity = some_number(dice, 3, 1);
  if (dice.one_in(3)) {
    BatchSpec& batch = station.batch.emplace();
    batch.size = 1 + dice.below(4);
    batch.time = dice.task();
    batch.refill_below = dice.one_in(2) ? dice.below(5) : 0;
    if (dice.one_in(2)) {
      // With none at all, batches would be put on and thrown away for ever at one instant.
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

ItemSpec some_item(Dice& dice, const CounterSpec& spec) {
  ItemSpec item;
  item.name = "item " + std::to_string(spec.menu.size() + 1);
  for (std::int64_t left = 1 + dice.below(3); left != 0; --left) {
    RecipeStep& step = item.steps.emplace_back();
    step.time = dice.task();
    if (!dice.one_in(4)) {
      step.station = StationId(dice.place_in(spec.stations));
    }
  }
  if (dice.one_in(3)) {
    item.price = 2.25;
  }
  return item;
}

ServerGroupSpec some_group(Dice& dice, std::size_t number) {
  ServerGroupSpec group;
  group.name = "group " + std::to_string(number);
  group.count = some_number(dice, 3, number == 1 ? 1 : 0);
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

std::vector<OrderedItem> some_items(Dice& dice, const CounterSpec& spec) {
  std::vector<OrderedItem> chosen;
  for (std::int64_t left = dice.below(4); left != 0; --left) {
    OrderedItem& ordered = chosen.emplace_back();
    ordered.item = ItemId(dice.place_in(spec.menu));
    ordered.count = dice.one_in(4) ? 2 : 1;
    ordered.chance = dice.one_in(4) ? 0.6 : 1;
  }
  return chosen;
}

CustomerSpec some_patience(Dice& dice) {
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

/// How customers come who need not be counted.
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
      stream.when = random::Distribution(dice.some_time());
  }
  return stream;
}

StreamSpec some_stream(Dice& dice) {
  StreamSpec stream = endless_stream(dice);
  if (dice.one_in(4)) {
    ScheduleSpec& schedule = stream.when.emplace<ScheduleSpec>();
    for (std::int64_t left = dice.below(16); left != 0; --left) {
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

void invite(Dice& dice, CounterSpec& spec) {
  for (std::int64_t left = dice.below(6); left != 0; --left) {
    const std::string name = "guest " + std::to_string(spec.orders.size() + 1);
    spec.orders.push_back({name, Instant(2 * dice.time()), some_items(dice, spec), some_patience(dice)});
  }
  for (std::int64_t number = 1 + dice.below(3); number != 0; --number) {
    StreamSpec stream = spec.until && dice.one_in(2) ? endless_stream(dice) : some_stream(dice);
    stream.name = "stream " + std::to_string(number);
    if (!std::holds_alternative<ScheduleSpec>(stream.when) && dice.one_in(4)) {
      stream.until = stream.from + 2 * dice.time();
    }
    std::vector<MixEntry> mix;
    for (std::int64_t entries = 1 + (dice.one_in(3) ? dice.below(3) : 0); entries != 0; --entries) {
      mix.push_back({mix.empty() ? 1 : static_cast<double>(dice.below(3)), some_items(dice, spec)});
    }
    stream.items = MixSpec(std::move(mix));
    stream.who = some_patience(dice);
    spec.arrivals.push_back(std::move(stream));
  }
}

void set_limits(Dice& dice, CounterSpec& spec) {
  if (dice.one_in(2)) {
    spec.until = Instant(2s + 4 * dice.some_time());
    spec.stop = dice.one_in(2) ? Stop::at_until : Stop::when_served;
  }
  if (dice.one_in(4)) {
    spec.warmup = Instant(dice.below(8) * 250ms);
  }
  if (dice.one_in(3)) {
    spec.report_every = dice.some_time() * 2;
  }
  if (dice.one_in(2)) {
    spec.target = TargetSpec{2 * dice.time(), 0.5};
  }
}

/// To the nearest quarter of a second.
Duration rounded_mean(const random::Distribution& time) {
  return std::llround(4 * random::mean_of(time)) * Duration(250ms);
}

}  // namespace

CounterSpec random_counter(std::uint64_t number) {
  Dice dice(number);
  CounterSpec spec;
  spec.name = "counter " + std::to_string(number);
  spec.seed = number;
  for (std::int64_t left = 1 + dice.below(4); left != 0; --left) {
    spec.stations.push_back(some_station(dice, "station " + std::to_string(left)));
  }
  for (std::int64_t left = 1 + dice.below(5); left != 0; --left) {
    spec.menu.push_back(some_item(dice, spec));
  }
  for (std::int64_t left = dice.below(4); left != 0; --left) {
    spec.servers.push_back(some_group(dice, spec.servers.size() + 1));
  }
  set_limits(dice, spec);
  invite(dice, spec);
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
    if (who.patience) {
      who.patience = rounded_mean(*who.patience);
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
