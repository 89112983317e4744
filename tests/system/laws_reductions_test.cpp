#include <gtest/gtest.h>

#include "tests/system/contract.hpp"
#include "tests/system/laws.hpp"

/// Equivalent descriptions give equal results: each special case agrees with its general case.
namespace fastfood::model {
namespace {

constexpr Duration for_ever = 50 * 8766h;  // the longest time that a scenario can have

/// Expects that every counter runs the same after `one` as after `other`.
template <class Change, class OtherChange>
void expect_same_for_each(Change one, OtherChange other) {
  for_each_counter([&](const CounterSpec& spec) {
    CounterSpec first = spec;
    CounterSpec second = spec;
    one(first);
    other(second);
    expect_same(trace(first), trace(second));
  });
}

TEST(LawsOfReduction, EndlessPatienceEqualsNoPatience) {
  expect_same_for_each(
      [](CounterSpec& spec) { each_customer(spec, [](CustomerSpec& who) { who.patience = for_ever; }); },
      [](CounterSpec& spec) { each_customer(spec, [](CustomerSpec& who) { who.patience.reset(); }); });
}

TEST(LawsOfReduction, AVeryHighBalkingLimitEqualsNoLimit) {
  expect_same_for_each(
      [](CounterSpec& spec) { each_customer(spec, [](CustomerSpec& who) { who.balk_at = 1'000'000; }); },
      [](CounterSpec& spec) { each_customer(spec, [](CustomerSpec& who) { who.balk_at.reset(); }); });
}

TEST(LawsOfReduction, OneCommonPriorityEqualsNoPriority) {
  expect_same_for_each([](CounterSpec& spec) { each_customer(spec, [](CustomerSpec& who) { who.priority = -7; }); },
                       [](CounterSpec& spec) { each_customer(spec, [](CustomerSpec& who) { who.priority = 0; }); });
}

void hold_all(CounterSpec& spec, std::optional<Duration> hold) {
  for (StationSpec& station : spec.stations) {
    if (station.batch) {
      station.batch->hold = hold;
    }
  }
}

TEST(LawsOfReduction, AHoldThatIsNeverReachedEqualsNoHold) {
  expect_same_for_each([](CounterSpec& spec) { hold_all(spec, for_ever); },
                       [](CounterSpec& spec) { hold_all(spec, std::nullopt); });
}

void break_all(CounterSpec& spec, const std::optional<BreakdownSpec>& breakdown) {
  std::ranges::for_each(spec.stations, [&breakdown](StationSpec& station) { station.breakdown = breakdown; });
}

TEST(LawsOfReduction, ABreakdownThatNeverHappensEqualsNoBreakdown) {
  expect_same_for_each(
      [](CounterSpec& spec) {
        break_all(spec, BreakdownSpec{for_ever, 1s});
      },
      [](CounterSpec& spec) { break_all(spec, std::nullopt); });
}

TEST(LawsOfReduction, AConstantScheduleEqualsANumber) {
  const auto in_steps = [](std::int64_t value) { return over_time({{0s, value}, {2s, value}, {4750ms, value}}); };
  for_each_counter([&in_steps](CounterSpec spec) {
    for (StationSpec& station : spec.stations) {
      station.capacity = station.capacity.highest();
    }
    for (ServerGroupSpec& group : spec.servers) {
      group.count = group.count ? std::optional<Schedule>(group.count->highest()) : std::nullopt;
    }
    const TracedRun plain = trace(spec);
    for (StationSpec& station : spec.stations) {
      station.capacity = in_steps(station.capacity.highest());
    }
    for (ServerGroupSpec& group : spec.servers) {
      group.count = group.count ? std::optional(in_steps(group.count->highest())) : std::nullopt;
    }
    TracedRun stepwise = trace(spec);

    for (StationResult& station : stepwise.result.stations) {
      station.capacity = station.capacity.highest();
    }
    expect_same(stepwise, plain);
  });
}

TEST(LawsOfReduction, NoServersEqualsOneUnlimitedGroup) {
  for_each_counter([](CounterSpec spec) {
    spec.servers = {};
    const TracedRun nobody = trace(spec);
    spec.servers = {{.name = "kiosk", .count = std::nullopt}};
    TracedRun kiosk = trace(spec);

    for (OrderRecord& order : kiosk.orders) {
      order.server.reset();
    }
    for (RecordedEvent& event : kiosk.events) {
      event.where = event.where == "kiosk" ? "" : event.where;
    }
    expect_same(kiosk, nobody);
  });
}

TEST(LawsOfReduction, AGroupOfSeveralEqualsSeveralGroupsOfOne) {
  for_each_counter([](CounterSpec spec) {
    ServerGroupSpec group = spec.servers.empty() ? ServerGroupSpec{} : spec.servers.front();
    group.name = "crew";
    group.count = 3;
    spec.servers = {group};
    const TracedRun crew = trace(spec);
    group.count = 1;
    spec.servers = {group, group, group};
    for (int i = 0; i != 3; ++i) {
      spec.servers[static_cast<std::size_t>(i)].name = "crew " + std::to_string(i + 1);
    }
    TracedRun persons = trace(spec);

    if (crew.result.money) {  // the sum is rounded differently
      expect_close(persons.result.money->labour, crew.result.money->labour);
      persons.result.money = crew.result.money;
    }
    expect_same(persons, crew);
  });
}

TEST(LawsOfReduction, TheModeMakesNoDifferenceForASingleItem) {
  const auto in_mode = [](Mode mode) {
    return [mode](CounterSpec& spec) {
      each_item_list(spec, [](std::vector<OrderedItem>& list) {
        list.resize(std::min<std::size_t>(list.size(), 1), {ItemId(0)});
        std::ranges::for_each(list, [](OrderedItem& ordered) { ordered.count = 1; });
      });
      for (ServerGroupSpec& group : spec.servers) {
        group.orders_in_flight = 1;
        group.mode = mode;
      }
    };
  };
  expect_same_for_each(in_mode(Mode::async), in_mode(Mode::sequential));
}

TEST(LawsOfReduction, ACountOfAnItemEqualsListingItSeveralTimes) {
  expect_same_for_each(
      [](CounterSpec&) {},
      [](CounterSpec& spec) {
        each_item_list(spec, [](std::vector<OrderedItem>& list) {
          std::vector<OrderedItem> listed;
          for (const OrderedItem& ordered : list) {
            listed.insert(listed.end(), static_cast<std::size_t>(ordered.count), {ordered.item, 1, ordered.chance});
          }
          list = listed;
        });
      });
}

TEST(LawsOfReduction, AnEntryOfNoWeightAndAnItemOfNoChanceEqualNothing) {
  expect_same_for_each([](CounterSpec&) {},
                       [](CounterSpec& spec) {
                         each_item_list(spec, [](auto& list) { list.push_back({ItemId(0), 2, 0}); });
                         for (StreamSpec& stream : spec.arrivals) {
                           stream.items.entries.push_back({0, items({0, 0})});
                         }
                       });
}

TEST(LawsOfReduction, AStreamAtAFixedIntervalEqualsOneAtListedTimes) {
  for_each_counter([](CounterSpec spec) {
    for (StreamSpec& stream : spec.arrivals) {
      stream.when = random::Distribution(750ms);
      stream.count = stream.count.value_or(9);
      stream.until.reset();
    }
    const TracedRun at_pace = trace(spec);
    for (StreamSpec& stream : spec.arrivals) {
      ScheduleSpec& schedule = stream.when.emplace<ScheduleSpec>();
      for (std::int64_t i = 0; i != stream.count; ++i) {
        schedule.times.push_back(stream.from + i * 750ms);
      }
      stream.from = Instant{};
      stream.count.reset();
    }
    expect_same(at_pace, trace(spec));
  });
}

TEST(LawsOfReduction, StoppingWhenTheLastCustomerLeavesEqualsRunningUntilAllAreServed) {
  for_each_counter([](CounterSpec spec) {
    for (StreamSpec& stream : spec.arrivals) {
      stream.count = std::holds_alternative<ScheduleSpec>(stream.when) ? stream.count : stream.count.value_or(9);
    }
    spec.until.reset();
    spec = to_the_end(std::move(spec));
    const TracedRun served = trace(spec);
    spec.until = Instant(served.end);
    spec.stop = Stop::at_until;
    expect_same(trace(spec), served);
  });
}

TEST(LawsOfReduction, NobodyWaitsAtStationsWithoutLimit) {
  for_each_counter([](CounterSpec spec) {
    for (StationSpec& station : spec.stations) {
      station = {.name = station.name, .capacity = 1'000'000'000};
    }
    const TracedRun run = trace(spec);

    for (const StationResult& station : run.result.stations) {
      EXPECT_EQ(station.line.mean.value_or(0), 0);
      EXPECT_EQ(station.line.max.value_or(0), 0);
      EXPECT_EQ(station.wait_time.max.value_or(0), 0);
    }
    for (const OrderRecord& order : run.orders) {
      for (const ItemRecord& item : order.items) {
        for (const StepRecord& step : item.steps) {
          EXPECT_EQ(step.started_at, step.asked_at);
        }
      }
    }
  });
}

/// Only the last step of an item needs equipment. Steps at a station take as long as its batches will. There are no
/// priorities and no servers. Otherwise the order of requests at the instant when a portion is done would depend on
/// whether that instant counts as an end or a start.
CounterSpec with_equipment_last(CounterSpec spec) {
  for (std::size_t i = 0; i != spec.stations.size(); ++i) {
    spec.stations[i].batch.reset();
    for (ItemSpec& item : spec.menu) {
      for (RecipeStep& step : item.steps) {
        const bool is_last = &step == &item.steps.back();
        step.station = is_last ? step.station : std::nullopt;
        step.time = is_last && step.station == StationId(i) ? random::Distribution((i + 1) * 750ms) : step.time;
      }
    }
  }
  each_customer(spec, [](CustomerSpec& who) { who = {}; });
  spec.servers = {};
  return spec;
}

/// When each item was requested and ready, and when each customer arrived and was served.
std::vector<std::pair<std::optional<Instant>, std::optional<Instant>>> made(const TracedRun& run) {
  std::vector<std::pair<std::optional<Instant>, std::optional<Instant>>> all;
  for (const OrderRecord& order : run.orders) {
    for (const ItemRecord& item : order.items) {
      all.emplace_back(item.steps.back().asked_at, item.ready_at);
    }
    all.emplace_back(order.arrived_at, order.served_at);
  }
  return all;
}

TEST(LawsOfReduction, ATrayOfSinglePortionsEqualsAStationOfTheSameTime) {
  for_each_counter([](const CounterSpec& original) {
    CounterSpec spec = with_equipment_last(original);
    const TracedRun plain = trace(spec);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      spec.stations[i].batch = BatchSpec{1, (i + 1) * 750ms, std::nullopt, 0};
    }
    const TracedRun trays = trace(spec);

    EXPECT_EQ(made(trays), made(plain));
    EXPECT_EQ(trays.result.total_time, plain.result.total_time);
    EXPECT_EQ(trays.result.money, plain.result.money);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      EXPECT_EQ(trays.result.stations.at(i).utilization, plain.result.stations.at(i).utilization);
      EXPECT_EQ(trays.result.stations.at(i).down, plain.result.stations.at(i).down);
    }
  });
}

}  // namespace
}  // namespace fastfood::model
