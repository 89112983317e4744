#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/model/counter.hpp"
#include "tests/model/spec_of.hpp"

/// What is true of every counter, tried on two hundred made up by chance: small ones with short, whole times, many of
/// them equal or none, so that much falls on one instant.
namespace sim::model {
namespace {

constexpr std::uint64_t made_up_counters = 200;

Duration constant(const random::Distribution& time) { return std::get<random::Constant>(time).value; }

/// splitmix64.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  /// From 0 to `sides` - 1.
  std::int64_t below(std::int64_t sides) {
    std::uint64_t bits = state_ += 0x9e3779b97f4a7c15U;
    bits = (bits ^ bits >> 30) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ bits >> 27) * 0x94d049bb133111ebU;
    return static_cast<std::int64_t>((bits ^ bits >> 31) % static_cast<std::uint64_t>(sides));
  }

  bool one_in(std::int64_t sides) { return below(sides) == 0; }

  /// Quarters of a second, often none.
  Duration time() { return one_in(4) ? 0s : below(13) * 250ms; }

 private:
  std::uint64_t state_;
};

std::vector<OrderedItem> some_items(Dice& dice, const CounterSpec& spec) {
  std::vector<OrderedItem> chosen;
  for (std::int64_t left = dice.below(5); left != 0; --left) {
    chosen.push_back({ItemId{static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(spec.menu.size())))}});
  }
  return chosen;
}

void equip(Dice& dice, CounterSpec& spec) {
  for (std::int64_t left = 1 + dice.below(4); left != 0; --left) {
    const std::string name = "station " + std::to_string(spec.stations.size());
    spec.stations.push_back({name, 1 + dice.below(3), std::nullopt});
    if (dice.one_in(3)) {
      spec.stations.back().batch = BatchSpec{1 + dice.below(4), dice.time()};
    }
  }
  for (std::int64_t left = 1 + dice.below(5); left != 0; --left) {
    ItemSpec& item = spec.menu.emplace_back();
    for (std::int64_t steps = 1 + dice.below(3); steps != 0; --steps) {
      const auto station = static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(spec.stations.size())));
      item.steps.push_back(dice.one_in(4) ? free_step(dice.time()) : step_at(station, dice.time()));
    }
  }
}

void staff(Dice& dice, CounterSpec& spec) {
  for (std::int64_t left = dice.below(4); left != 0; --left) {
    ServerGroupSpec& group = spec.servers.emplace_back();
    group.name = "group " + std::to_string(spec.servers.size());
    group.count = 1 + dice.below(3);
    group.mode = dice.one_in(2) ? Mode::sequential : Mode::async;
    if (dice.one_in(6)) {
      group.count = std::nullopt;
    }
  }
}

void invite(Dice& dice, CounterSpec& spec) {
  for (std::int64_t left = dice.below(6); left != 0; --left) {
    spec.orders.push_back({"order", at(dice.time()), some_items(dice, spec)});
  }
  for (std::int64_t left = 1 + dice.below(3); left != 0; --left) {
    const std::string name = "stream " + std::to_string(spec.arrivals.size());
    spec.arrivals.push_back({name, dice.time(), dice.below(12), some_items(dice, spec)});
  }
}

CounterSpec made_up(std::uint64_t seed) {
  Dice dice{seed};
  CounterSpec spec;
  equip(dice, spec);
  staff(dice, spec);
  invite(dice, spec);
  spec.target = TargetSpec{dice.time(), 0.5};
  return spec;
}

/// One step at one station, of whomever.
struct Use {
  Instant asked_at;
  Instant started_at;
  Instant done_at;
};

/// The steps at a station in order of starting. All of them were done.
std::vector<Use> uses_of(const RecordedRun& run, std::size_t station) {
  std::vector<Use> uses;
  for (const OrderRecord& order : run.orders) {
    for (const ItemRecord& item : order.items) {
      for (const StepRecord& step : item.steps) {
        if (step.station == StationId{station}) {
          uses.push_back({step.asked_at.value(), step.started_at.value(), step.done_at.value()});
        }
      }
    }
  }
  std::ranges::stable_sort(uses, {}, &Use::started_at);
  return uses;
}

/// Time of a level, as the results give it, against the sum of the spans behind it. Spans are exact; the mean and its
/// product with the time are rounded once each.
void expect_same_time(double level_seconds, Duration spans) {
  EXPECT_NEAR(level_seconds, in_seconds(spans), 1e-9 * in_seconds(spans));
}

/// A law, which is told the counter and its run.
template <class Law>
void holds_for_all(Law law) {
  for (std::uint64_t seed = 0; seed != made_up_counters; ++seed) {
    SCOPED_TRACE(testing::Message() << "counter " << seed);
    const CounterSpec spec = made_up(seed);
    law(spec, run_of(spec));
    if (testing::Test::HasFailure()) {
      return;
    }
  }
}

/// The counters are worth trying: they have lines, trays and ties.
TEST(Laws, AreTriedOnCountersWhereThingsHappen) {
  std::int64_t customers = 0;
  std::int64_t waited = 0;
  std::int64_t batches = 0;
  std::int64_t in_line = 0;

  holds_for_all([&](const CounterSpec&, const RecordedRun& run) {
    customers += run.seen.customers.arrived;
    in_line += std::ranges::count_if(run.orders, [](const auto& it) { return it.started_at > it.arrived_at; });
    for (const StationObservations& station : run.seen.stations) {
      waited += station.line.max.value_or(0);
      batches += station.batches;
    }
  });

  EXPECT_GT(customers, 2000);
  EXPECT_GT(in_line, 500);
  EXPECT_GT(waited, 1000);
  EXPECT_GT(batches, 500);
}

TEST(Laws, EverybodyWhoCameWasServed) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    auto invited = static_cast<std::int64_t>(spec.orders.size());
    std::int64_t of_streams = 0;
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      invited += spec.arrivals[i].count.value();
      of_streams += run.seen.streams.at(i).customers.served;
      EXPECT_EQ(run.seen.streams[i].customers.arrived, spec.arrivals[i].count);
    }

    EXPECT_EQ(run.seen.customers, (CustomerCounts{.arrived = invited, .served = invited}));
    EXPECT_EQ(of_streams + static_cast<std::int64_t>(spec.orders.size()), invited);
    EXPECT_EQ(std::ssize(run.orders), invited);
    EXPECT_EQ(run.seen.total_time.count, invited);
  });
}

TEST(Laws, LittlesLawHoldsInTheLine) {
  holds_for_all([](const CounterSpec&, const RecordedRun& run) {
    Duration waited{};
    for (const OrderRecord& order : run.orders) {
      waited += order.started_at.value() - order.arrived_at;
    }

    expect_same_time(run.seen.servers.line.mean.value_or(0) * in_seconds(run.seen.elapsed), waited);
  });
}

TEST(Laws, LittlesLawHoldsAtEachStation) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      Duration waited{};
      const std::vector<Use> uses = uses_of(run, i);
      for (const Use& use : uses) {
        waited += use.started_at - use.asked_at;
      }

      const StationObservations& station = run.seen.stations.at(i);
      expect_same_time(station.line.mean.value_or(0) * in_seconds(run.seen.elapsed), waited);
      EXPECT_EQ(station.uses, std::ssize(uses));
      EXPECT_EQ(station.wait_time.count, std::ssize(uses));
    }
  });
}

TEST(Laws, BusyTimeIsTheWorkDone) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    const double elapsed = in_seconds(run.seen.elapsed);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const StationObservations& station = run.seen.stations.at(i);
      Duration work = spec.stations[i].batch ? station.batches * constant(spec.stations[i].batch->time) : Duration{};
      for (const Use& use : uses_of(run, i)) {
        work += use.done_at - use.started_at;
      }

      expect_same_time(station.utilization.value_or(0) * static_cast<double>(station.capacity.highest()) * elapsed,
                       work);
    }
    std::map<std::string, Duration> served;
    for (const OrderRecord& order : run.orders) {
      served[order.server.value_or("")] += order.served_at.value() - order.started_at.value();
    }
    for (const ServerObservations& server : run.seen.servers.each) {
      expect_same_time(server.utilization.value_or(0) * elapsed, served[server.name]);
    }
  });
}

TEST(Laws, ATrayCooksNoBatchThatNobodyNeeded) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      if (const auto batch = spec.stations[i].batch) {
        const StationObservations& station = run.seen.stations.at(i);
        EXPECT_EQ(station.batches, (station.uses + batch->size - 1) / batch->size);
      }
    }
  });
}

TEST(Laws, StepsStartInTheOrderInWhichTheyAsked) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      std::vector<Use> uses = uses_of(run, i);
      std::ranges::stable_sort(uses, {}, &Use::asked_at);
      for (std::size_t later = 1; later < uses.size(); ++later) {
        const bool asked_together = uses[later - 1].asked_at == uses[later].asked_at;
        EXPECT_TRUE(asked_together || uses[later - 1].started_at <= uses[later].started_at);
      }
    }
    EXPECT_TRUE(std::ranges::is_sorted(taken(run)));
  });
}

TEST(Laws, NobodyWaitsForAStationWithAFreeUnit) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const std::vector<Use> uses = spec.stations[i].batch ? std::vector<Use>{} : uses_of(run, i);
      for (const Use& one : uses) {
        // Just after it started, and, where it waited, just before.
        const auto in_use = std::ranges::count_if(
            uses, [&one](const Use& it) { return it.started_at <= one.started_at && one.started_at < it.done_at; });
        EXPECT_LE(in_use, spec.stations[i].capacity.highest());
        const auto before = std::ranges::count_if(
            uses, [&one](const Use& it) { return it.started_at < one.started_at && one.started_at <= it.done_at; });
        EXPECT_TRUE(one.asked_at == one.started_at || before >= spec.stations[i].capacity.highest());
      }
    }
  });
}

TEST(Laws, TheSameCounterShowsTheSameTwiceAndWithoutASink) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    const RecordedRun again = run_of(spec);
    const auto unrecorded = run_counter(spec);

    EXPECT_EQ(again.orders, run.orders);
    EXPECT_EQ(again.seen, run.seen);
    EXPECT_EQ(unrecorded.value(), run.seen);
  });
}

TEST(Laws, SatisfiedAreThoseServedWithinTheTarget) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    const auto count = std::ranges::count_if(run.orders, [&spec](const OrderRecord& it) {
      return it.served_at.value() - it.arrived_at <= spec.target->total_time;
    });

    EXPECT_EQ(run.seen.satisfied->count, count);
    if (!run.orders.empty()) {
      EXPECT_EQ(run.seen.satisfied->met, 2 * count >= std::ssize(run.orders));
    }
  });
}

CounterSpec times(CounterSpec spec, std::int64_t factor) {
  for (StationSpec& station : spec.stations) {
    if (station.batch) {
      station.batch->time = constant(station.batch->time) * factor;
    }
  }
  for (ItemSpec& item : spec.menu) {
    std::ranges::for_each(item.steps, [factor](StepSpec& step) { step.time = constant(step.time) * factor; });
  }
  for (OrderSpec& order : spec.orders) {
    order.at = Instant{order.at.time_since_epoch() * factor};
  }
  for (StreamSpec& stream : spec.arrivals) {
    stream.when = constant(std::get<random::Distribution>(stream.when)) * factor;
  }
  return spec;
}

std::vector<Duration> instants_of(const RecordedRun& run, std::int64_t factor) {
  std::vector<Duration> all;
  const auto note = [&all, factor](const std::optional<Instant>& at) {
    all.push_back(at.value().time_since_epoch() * factor);
  };
  for (const OrderRecord& order : run.orders) {
    note(order.arrived_at);
    note(order.started_at);
    note(order.served_at);
    for (const ItemRecord& item : order.items) {
      for (const StepRecord& step : item.steps) {
        note(step.asked_at);
        note(step.started_at);
        note(step.done_at);
      }
    }
  }
  return all;
}

TEST(Laws, TimesAllMultipliedGiveInstantsMultiplied) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun& run) {
    for (const std::int64_t factor : {3, 4'000, 1'000'003}) {
      const RecordedRun slower = run_of(times(spec, factor));

      EXPECT_EQ(instants_of(slower, 1), instants_of(run, factor));
      EXPECT_EQ(servers(slower), servers(run));
      EXPECT_EQ(slower.seen.elapsed, factor * run.seen.elapsed);
    }
  });
}

/// Only work by hand, so that whoever is taken sooner is done sooner.
CounterSpec by_hand(CounterSpec spec, std::int64_t people) {
  for (ItemSpec& item : spec.menu) {
    std::ranges::for_each(item.steps, [](StepSpec& step) { step.station.reset(); });
  }
  spec.servers = {{"crew", people, Mode::sequential}};
  return spec;
}

TEST(Laws, OneServerMoreRaisesNobodysWait) {
  holds_for_all([](const CounterSpec& spec, const RecordedRun&) {
    Seconds before = taken(run_of(by_hand(spec, 1)));
    for (std::int64_t people = 2; people != 5; ++people) {
      const Seconds after = taken(run_of(by_hand(spec, people)));

      ASSERT_EQ(after.size(), before.size());
      EXPECT_TRUE(std::ranges::equal(after, before, std::less_equal<>{}));
      before = after;
    }
  });
}

}  // namespace
}  // namespace sim::model
