#include <gtest/gtest.h>

#include <set>

#include "tests/system/laws.hpp"

/// What is true of all lines and their stops: nobody gets lost, Little's law, places and room are kept, nobody waits
/// for a place that is free, and those who wait enter in order.
namespace fastfood::model::laws_lines_test {
namespace {

/// From one instant to another; that one is empty if it goes on.
struct Interval {
  Instant from;
  std::optional<Instant> to;

  bool contains(Instant at) const { return from <= at && (!to || at < *to); }
};

using Intervals = std::vector<Interval>;

std::int64_t count_at(const Intervals& intervals, Instant at) {
  return std::ranges::count_if(intervals, [at](const Interval& it) { return it.contains(at); });
}

/// How many intervals contain each instant, over time.
TimeWeighted level_of(const TracedRun& run, const Intervals& intervals) {
  std::vector<std::pair<Instant, std::int64_t>> changes;
  for (const Interval& it : intervals) {
    changes.emplace_back(it.from, 1);
    if (it.to) {
      changes.emplace_back(*it.to, -1);
    }
  }
  std::ranges::sort(changes);
  TimeWeighted level(run);
  for (const auto& [at, change] : changes) {
    level.add(change, at.time_since_epoch());
  }
  return level;
}

/// Who waits before one stop, stands there, and is blocked there, over time.
struct StopUse {
  const StopSpec* spec;
  std::optional<std::int64_t> room;  // before it
  Intervals waiting;
  Intervals standing;
  Intervals blocked;
  std::vector<std::pair<const OrderRecord*, const StopRecord*>> visits;
};

/// The stops of one line, according to the records.
std::vector<StopUse> uses_of(const TracedRun& run, std::size_t line) {
  std::vector<StopUse> uses;
  const LineSpec& spec = run.spec.lines[line];
  for (const StopSpec& stop : spec.stops) {
    uses.push_back({&stop, uses.empty() ? spec.room : stop.room, {}, {}, {}, {}});
  }
  for (const OrderRecord& order : run.orders) {
    for (const StopRecord& stop : order.stops) {
      if (order.line != LineId(line)) {
        continue;
      }
      StopUse& use = uses.at(stop.stop);
      use.visits.emplace_back(&order, &stop);
      use.waiting.push_back({*stop.asked_at, stop.entered_at ? stop.entered_at : order.left_at});
      if (stop.entered_at) {
        use.standing.push_back({*stop.entered_at, stop.left_at});
      }
      if (stop.done_at) {
        use.blocked.push_back({*stop.done_at, stop.left_at});
      }
    }
  }
  return uses;
}

/// Every instant at which something happens.
std::set<Instant> instants_of(const TracedRun& run) {
  std::set<Instant> instants;
  for (const RecordedEvent& event : run.events) {
    instants.emplace(event.at);
  }
  return instants;
}

bool comes_from_afar(const CounterSpec& spec) {
  bool does = false;
  CounterSpec copy = spec;
  each_customer(copy, [&does](const CustomerSpec& who) { does |= who.comes_after.has_value(); });
  return does;
}

TEST(LawsOfLines, NobodyIsStuck) {
  for_each_restaurant(
      [](const CounterSpec& spec) { EXPECT_EQ(trace(to_the_end(spec)).result.customers.unfinished, 0); });
}

TEST(LawsOfLines, EveryCustomerOfALineIsServedBalksRenegesOrIsUnfinished) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    CustomerCounts all;
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      CustomerCounts counted;
      for (const OrderRecord& order : run.orders) {
        if (order.line == LineId(i)) {
          ++counted.arrived;
          counted.leave(order.outcome);
        }
      }
      counted.count_unfinished();
      EXPECT_EQ(run.result.lines[i].customers, counted);
      all.add(counted);
    }
    EXPECT_EQ(run.result.customers, all);
  });
}

TEST(LawsOfLines, LittlesLawHoldsForEveryLine) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      Duration waited{};
      for (const OrderRecord& order : run.orders) {
        const bool is_in_line = order.line == LineId(i) && !order.ordered_at;
        waited += is_in_line ? order.started_at.value_or(*order.left_at) - order.arrived_at : Duration{};
      }
      EXPECT_EQ(run.result.lines[i].line.mean, share(waited, run.result.elapsed));
    }
  });
}

TEST(LawsOfLines, LittlesLawHoldsForEveryStop) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    const auto sum = [](const Intervals& intervals) {
      Duration all{};
      for (const Interval& it : intervals) {
        all += *it.to - it.from;
      }
      return all;
    };
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      const std::vector<StopUse> uses = uses_of(run, i);
      for (std::size_t stop = 0; stop != uses.size(); ++stop) {
        const StopResult& shown = run.result.lines[i].stops.at(stop);
        const auto& places = spec.lines[i].stops[stop].places;
        EXPECT_EQ(shown.line.mean, share(sum(uses[stop].waiting), run.result.elapsed));
        EXPECT_EQ(shown.blocked, share(sum(uses[stop].blocked), run.result.elapsed));
        if (places && places->is_constant()) {
          EXPECT_EQ(shown.utilization, share(sum(uses[stop].standing), places->highest() * run.result.elapsed));
        }
      }
    }
  });
}

TEST(LawsOfLines, WhatIsShownOfStopsAgreesWithTheRecords) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      const std::vector<StopUse> uses = uses_of(run, i);
      for (std::size_t stop = 0; stop != uses.size(); ++stop) {
        const StopUse& use = uses[stop];
        const StopResult& shown = run.result.lines[i].stops.at(stop);
        const auto entered =
            std::ranges::count_if(use.visits, [](const auto& it) { return it.second->entered_at.has_value(); });
        EXPECT_EQ(shown.wait_time.count, entered);
        if (run.result.elapsed != Duration{}) {
          EXPECT_EQ(shown.line.max, level_of(run, use.waiting).max());
        }
      }
    }
  });
}

TEST(LawsOfLines, NobodyEntersWithoutAPlace) {
  for_each_restaurant([](const CounterSpec& spec) {
    std::map<std::string, const StopSpec*> stops;
    for (const LineSpec& line : spec.lines) {
      for (const StopSpec& stop : line.stops) {
        stops[line.name + "." + stop.name] = &stop;
      }
    }
    std::map<std::string, std::int64_t> standing;
    for (const RecordedEvent& event : trace(spec).events) {
      if (event.what == EventKind::enters) {
        ++standing[event.where];
        const auto& places = stops.at(event.where)->places;
        EXPECT_TRUE(!places || standing[event.where] <= value_at(*places, event.at)) << event.where;
      } else if (event.what == EventKind::moves_on) {
        EXPECT_GE(--standing[event.where], 0) << event.where;
      }
    }
  });
}

/// The state after all that happens at an instant: nobody waits for a place that is free, nobody stays where they are
/// done if there is a place or room before the next stop, and no more wait than there is room.
void expect_all_have_moved(const TracedRun& run, const std::vector<StopUse>& uses, Instant at) {
  const bool may_exceed_room = comes_from_afar(run.spec);
  for (std::size_t i = 0; i != uses.size(); ++i) {
    const StopUse& use = uses[i];
    const std::int64_t waiting = count_at(use.waiting, at);
    const std::int64_t standing = count_at(use.standing, at);
    const bool has_place = !use.spec->places || standing < value_at(*use.spec->places, at.time_since_epoch());
    const bool has_room = !use.room || waiting < *use.room;
    EXPECT_FALSE(has_place && waiting != 0) << use.spec->name << " at " << seconds(at);
    EXPECT_TRUE(!use.room || waiting <= *use.room || may_exceed_room) << use.spec->name << " at " << seconds(at);
    if (i != 0) {
      const bool may_move = has_place || has_room || use.spec->leave_if_full;
      EXPECT_FALSE(may_move && count_at(uses[i - 1].blocked, at) != 0) << use.spec->name << " at " << seconds(at);
    }
  }
}

TEST(LawsOfLines, NobodyWaitsForWhatIsFree) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    const std::set<Instant> instants = instants_of(run);
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      const std::vector<StopUse> uses = uses_of(run, i);
      for (const Instant at : instants) {
        expect_all_have_moved(run, uses, at);
      }
    }
  });
}

TEST(LawsOfLines, ThoseWhoWaitEnterInOrder) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      for (const StopUse& use : uses_of(run, i)) {
        const bool is_first = use.spec == &run.spec.lines[i].stops.front();
        for (const auto& [order, stop] : use.visits) {
          for (const auto& [other, its] : use.visits) {
            const auto rank = [&spec](const OrderRecord& it) {
              return std::pair(-behaviour_of(spec, it.customer).priority, it.id);
            };
            const bool goes_first = is_first ? rank(*order) < rank(*other) && stop->asked_at < its->entered_at
                                             : stop->asked_at < its->asked_at;
            if (goes_first && stop->entered_at && its->entered_at) {
              EXPECT_LE(stop->entered_at, its->entered_at) << order->customer << " " << other->customer;
            }
          }
        }
      }
    }
  });
}

TEST(LawsOfLines, ThoseWhoAreDoneFirstMoveOnFirst) {
  for_each_restaurant([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    for (std::size_t i = 0; i != spec.lines.size(); ++i) {
      for (const StopUse& use : uses_of(run, i)) {
        for (const Interval& one : use.blocked) {
          for (const Interval& other : use.blocked) {
            EXPECT_TRUE(one.from >= other.from || one.to <= other.to) << use.spec->name;
          }
        }
      }
    }
  });
}

TEST(LawsOfLines, EverybodyGoesAlongTheStopsOneAfterAnother) {
  for_each_restaurant([](const CounterSpec& spec) {
    for (const OrderRecord& order : trace(to_the_end(spec)).orders) {
      std::optional<std::size_t> before;
      std::optional<Instant> left;
      for (const StopRecord& stop : order.stops) {
        const std::size_t first = order.ordered_at ? spec.lines[order.line.index()].collect_stop() : 0;
        EXPECT_EQ(stop.stop, before ? *before + 1 : first);
        EXPECT_EQ(stop.asked_at, before ? left : order.arrived_at);
        EXPECT_TRUE(!stop.entered_at || *stop.asked_at <= *stop.entered_at);
        EXPECT_TRUE(!stop.done_at || *stop.entered_at <= *stop.done_at);
        EXPECT_TRUE(!stop.left_at || stop.left_at >= stop.done_at.value_or(*stop.entered_at));
        before = stop.stop;
        left = stop.left_at;
      }
      if (order.outcome == Outcome::served && left) {
        EXPECT_EQ(order.left_at, left);
      }
    }
  });
}

/// A kiosk that is also where they collect, a stop after it, and one after that where the only place is taken for long.
TEST(LawsOfLines, ThoseWhoStandAtAStopAtTheEndStayThere) {
  CounterSpec spec;
  spec.lines = {{.name = "lane",
                 .stops = {{.name = "kiosk", .kind = StopKind::order_and_collect, .time = 1s, .places = 1},
                           {.name = "table", .time = 60s, .places = 1, .room = 0}}}};
  spec.arrivals = {{.name = "guest", .when = ScheduleSpec{{at(0s), at(0s), at(0s)}}}};
  spec.until = at(9s);
  spec.stop = Stop::at_until;
  const TracedRun run = trace(spec);

  EXPECT_EQ(run.events.back().at, 2s);  // the second is blocked at the kiosk
  ASSERT_EQ(run.orders.size(), 3U);
  EXPECT_EQ(run.orders[0].stops.back(), (StopRecord{1, at(1s), at(1s), std::nullopt, std::nullopt}));
  EXPECT_EQ(run.orders[1].stops.back(), (StopRecord{0, at(0s), at(1s), at(2s), std::nullopt}));
  EXPECT_EQ(run.orders[2].stops.back(), (StopRecord{0, at(0s), std::nullopt, std::nullopt, std::nullopt}));
}

}  // namespace
}  // namespace fastfood::model::laws_lines_test
