#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What changes nothing (a second run, an observer, unused equipment), and which draws stay the same if capacity,
/// staffing or the menu change.
namespace fastfood::model {
namespace {

TEST(LawsOfChance, ASecondRunIsIdentical) {
  for_each_place([](const CounterSpec& spec) { expect_same(trace(spec), trace(spec)); });
}

TEST(LawsOfChance, ObserversChangeNothing) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    const auto nobody = run_counter(spec);
    EXPECT_EQ(nobody.value(), run.result);
    EXPECT_EQ(run_of(spec).result, run.result);
    EXPECT_EQ(events_of(spec), run.events);
  });
}

TEST(LawsOfChance, ReportingOptionsChangeNothingElse) {
  for_each_place([](CounterSpec spec) {
    spec.target.reset();
    each_customer(spec, [](CustomerSpec& who) { who.target.reset(); });
    spec.report_every.reset();
    const TracedRun plain = trace(spec);
    spec.target = TargetSpec{5s, 0.5};
    spec.report_every = 750ms;
    TracedRun with_reports = trace(spec);

    with_reports.result.by_period.reset();
    with_reports.result.satisfied.reset();
    for (StreamResult& stream : with_reports.result.streams) {
      stream.satisfied.reset();
    }
    for (OrderRecord& order : with_reports.orders) {
      order.target.reset();
    }
    expect_same(with_reports, plain);
  });
}

TEST(LawsOfChance, UnusedPartsChangeNothing) {
  for_each_place([](CounterSpec spec) {
    const TracedRun without = trace(spec);
    spec.stations.push_back(
        tray("unused", {.size = 2, .time = random::Exponential{1s}, .hold = 2s, .refill_below = 3}));
    spec.stations.back().breakdown = BreakdownSpec{random::Exponential{2s}, 1s};
    spec.menu.push_back({"unused", {step_at(spec.stations.size() - 1)}, std::nullopt});
    spec.arrivals.push_back({"unused", random::Distribution(1s), 0, items({spec.menu.size() - 1})});
    TracedRun with = trace(spec);

    with.result.stations.pop_back();
    with.result.streams.pop_back();
    std::erase_if(with.events, [](const RecordedEvent& event) { return event.where == "unused"; });
    expect_same(with, without);
  });
}

/// Calls `compare` with the records of each customer who is in both runs.
template <class Compare>
void each_common(const TracedRun& one, const TracedRun& other, Compare compare) {
  for (const OrderRecord& order : one.orders) {
    const auto same = std::ranges::find(other.orders, order.customer, &OrderRecord::customer);
    if (same != other.orders.end()) {
      compare(order, *same);
    }
  }
}

/// How long a step took. No value if it is not over, or if it was at a tray.
std::optional<Duration> drawn_time(const CounterSpec& spec, const StepRecord& step) {
  const bool is_at_tray = step.station && spec.stations[step.station->index()].batch;
  return step.done_at && !is_at_tray ? std::optional(*step.done_at - *step.started_at) : std::nullopt;
}

void expect_same_draws(const CounterSpec& spec, const OrderRecord& one, const OrderRecord& other) {
  EXPECT_EQ(one.arrived_at, other.arrived_at);
  ASSERT_EQ(one.items.size(), other.items.size());
  for (std::size_t i = 0; i != one.items.size(); ++i) {
    EXPECT_EQ(one.items[i].item, other.items[i].item);
    for (std::size_t j = 0; j < std::min(one.items[i].steps.size(), other.items[i].steps.size()); ++j) {
      const auto first = drawn_time(spec, one.items[i].steps[j]);
      const auto second = drawn_time(spec, other.items[i].steps[j]);
      EXPECT_TRUE(!first || !second || first == second);
    }
  }
  if (one.outcome == Outcome::reneged && other.outcome == Outcome::reneged) {
    EXPECT_EQ(one.left_at, other.left_at);
  }
}

CounterSpec with_other_equipment_and_staff(CounterSpec spec) {
  for (StationSpec& station : spec.stations) {
    station.capacity = station.capacity.highest() + 2;
    station.breakdown.reset();
    if (station.batch) {
      station.batch->size += 1;
    }
  }
  spec.servers = {{.name = "crew", .count = 2, .mode = Mode::sequential, .order_time = random::Exponential{1s}}};
  spec.stations.push_back({.name = "bar"});
  spec.menu.push_back({"soda", {step_at(spec.stations.size() - 1, 1s)}, 3.0});
  spec.arrivals.insert(spec.arrivals.begin(),
                       {"drive-in", PoissonSpec{{{Instant{}, 3600}}}, 20, items({spec.menu.size() - 1, 0})});
  return spec;
}

TEST(LawsOfChance, AChangeOfCapacityStaffingOrMenuKeepsAllOtherDraws) {
  std::int64_t compared = 0;
  for_each_counter([&compared](CounterSpec spec) {
    spec.warmup = Instant{};
    const TracedRun before = trace(spec);
    const TracedRun after = trace(with_other_equipment_and_staff(spec));

    if (spec.stop == Stop::when_served) {
      const auto has_name = [](const OrderRecord& it) { return it.customer.starts_with("drive-in"); };
      EXPECT_EQ(std::ssize(after.orders) - std::ranges::count_if(after.orders, has_name), std::ssize(before.orders));
    }
    each_common(before, after, [&](const OrderRecord& one, const OrderRecord& other) {
      expect_same_draws(spec, one, other);
      ++compared;
    });
  });
  EXPECT_GT(compared, 15 * static_cast<std::int64_t>(random_counters));
}

/// The cooking times of the batches at this one-unit station, in order.
std::vector<Duration> batches_in(const TracedRun& run, const std::string& station) {
  std::vector<Duration> times;
  Duration since{};
  for (const RecordedEvent& event : run.events) {
    if (event.where == station && event.what == EventKind::batch_on) {
      since = event.at;
    } else if (event.where == station && event.what == EventKind::batch_done) {
      times.push_back(event.at - since);
    }
  }
  return times;
}

TEST(LawsOfChance, BatchTimesDoNotDependOnWhoWaits) {
  for_each_counter([](CounterSpec spec) {
    std::ranges::for_each(spec.stations, [](StationSpec& station) { station.capacity = 1; });
    const TracedRun before = trace(spec);
    spec.servers = {{.name = "crew", .count = 2}};
    spec.arrivals.back().name = "others";
    const TracedRun after = trace(spec);

    for (const StationSpec& station : spec.stations) {
      std::vector<Duration> one = batches_in(before, station.name);
      std::vector<Duration> other = batches_in(after, station.name);
      const std::size_t both = std::min(one.size(), other.size());
      one.resize(both);
      other.resize(both);
      EXPECT_EQ(one, other);
    }
  });
}

}  // namespace
}  // namespace fastfood::model
