#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// How results change if everything takes longer, or if there is more staff.
namespace fastfood::model {
namespace {

void slow_down(Duration& time, std::int64_t factor) { time *= factor; }

void slow_down(Instant& time, std::int64_t factor) { time = Instant(time.time_since_epoch() * factor); }

void slow_down(TargetSpec& target, std::int64_t factor) { target.total_time *= factor; }

void slow_down(random::Distribution& time, std::int64_t factor) {
  time = std::get<random::Constant>(time).value * factor;
}

void slow_down(Schedule& schedule, std::int64_t factor) {
  for (ScheduleStep<std::int64_t>& step : schedule.steps) {
    slow_down(step.from, factor);
  }
}

template <class Time>
void slow_down(std::optional<Time>& time, std::int64_t factor) {
  if (time) {
    slow_down(*time, factor);
  }
}

void slow_down(LineSpec& line, std::int64_t factor) {
  for (StopSpec& stop : line.stops) {
    if (stop.places) {
      slow_down(*stop.places, factor);
    }
  }
}

void slow_down(StreamSpec& stream, std::int64_t factor) {
  slow_down(stream.from, factor);
  slow_down(stream.until, factor);
  if (auto* every = std::get_if<random::Distribution>(&stream.when)) {
    slow_down(*every, factor);
  } else {
    for (Instant& time : std::get<ScheduleSpec>(stream.when).times) {
      slow_down(time, factor);
    }
  }
}

/// Multiplies all times of the counter. Its times must be constant.
CounterSpec slower(CounterSpec spec, std::int64_t factor) {
  each_task_time(spec, [factor](random::Distribution& time) { slow_down(time, factor); });
  each_customer(spec, [factor](CustomerSpec& who) {
    slow_down(who.patience, factor);
    slow_down(who.target, factor);
    slow_down(who.comes_after, factor);
  });
  for (LineSpec& line : spec.lines) {
    slow_down(line, factor);
  }
  for (StationSpec& station : spec.stations) {
    slow_down(station.capacity, factor);
    slow_down(station.attended, factor);
    if (station.batch) {
      slow_down(station.batch->hold, factor);
    }
  }
  for (ServerGroupSpec& group : spec.servers) {
    slow_down(group.count, factor);
  }
  for (OrderSpec& order : spec.orders) {
    slow_down(order.at, factor);
  }
  for (StreamSpec& stream : spec.arrivals) {
    slow_down(stream, factor);
  }
  slow_down(spec.until, factor);
  slow_down(spec.warmup, factor);
  slow_down(spec.report_every, factor);
  slow_down(spec.target, factor);
  return spec;
}

void slow_down(std::vector<OrderRecord>& orders, std::int64_t factor) {
  for (OrderRecord& order : orders) {
    slow_down(order.arrived_at, factor);
    slow_down(order.target, factor);
    for (std::optional<Instant>* time : {&order.started_at, &order.ordered_at, &order.prepared_from,
                                         &order.handed_over_from, &order.served_at, &order.left_at}) {
      slow_down(*time, factor);
    }
    for (ItemRecord& item : order.items) {
      slow_down(item.started_at, factor);
      slow_down(item.ready_at, factor);
      for (StepRecord& step : item.steps) {
        slow_down(step.asked_at, factor);
        slow_down(step.started_at, factor);
        slow_down(step.done_at, factor);
        slow_down(step.cooked_from, factor);
      }
    }
    for (StopRecord& stop : order.stops) {
      for (std::optional<Instant>* time :
           {&stop.asked_at, &stop.entered_at, &stop.done_at, &stop.left_at, &stop.attended_from}) {
        slow_down(*time, factor);
      }
    }
  }
}

/// Shares of time and counts.
std::vector<double> shares_in(const RunResult& result) {
  std::vector<double> shares = {result.servers.utilization.value_or(-1), result.servers.line.mean.value_or(-1)};
  for (const StationResult& station : result.stations) {
    shares.insert(shares.end(), {station.utilization.value_or(-1), station.line.mean.value_or(-1),
                                 station.down.value_or(-1), static_cast<double>(station.line.max.value_or(-1)),
                                 static_cast<double>(station.wasted), static_cast<double>(station.batches)});
  }
  for (const CustomerLineResult& line : result.lines) {
    shares.push_back(line.line.mean.value_or(-1));
    for (const StopResult& stop : line.stops) {
      shares.insert(shares.end(), {stop.utilization.value_or(-1), stop.line.mean.value_or(-1),
                                   stop.blocked.value_or(-1), static_cast<double>(stop.left)});
    }
  }
  for (const PeriodResult& period : result.by_period.value_or(std::vector<PeriodResult>{})) {
    shares.insert(shares.end(), {period.line_mean.value_or(-1), static_cast<double>(period.served)});
  }
  return shares;
}

void expect_instants_to_scale(const CounterSpec& original) {
  const CounterSpec spec = of_constant_times(original);
  const TracedRun run = trace(spec);
  for (const std::int64_t factor : {3, 1'000'003}) {
    const TracedRun slow = trace(slower(spec, factor));
    std::vector<OrderRecord> orders = run.orders;
    slow_down(orders, factor);
    std::vector<RecordedEvent> events = run.events;
    std::ranges::for_each(events, [factor](RecordedEvent& event) { event.at *= factor; });

    EXPECT_EQ(slow.orders, orders);
    EXPECT_EQ(slow.events, events);
    EXPECT_EQ(slow.result.elapsed, factor * run.result.elapsed);
    EXPECT_EQ(slow.result.customers, run.result.customers);
    EXPECT_EQ(slow.result.satisfied.has_value() ? slow.result.satisfied->count : 0,
              run.result.satisfied.has_value() ? run.result.satisfied->count : 0);
    EXPECT_THAT(shares_in(slow.result), testing::Pointwise(testing::DoubleEq(), shares_in(run.result)));
  }
}

TEST(LawsOfScale, ScalingAllTimesScalesAllInstants) { for_each_counter(expect_instants_to_scale); }

TEST(LawsOfScale, ScalingAllTimesOfARestaurantScalesAllInstants) { for_each_restaurant(expect_instants_to_scale); }

/// One line and one group of identical servers. Nobody reneges, there are no priorities, and no equipment is needed. A
/// customer who is taken sooner is served sooner.
CounterSpec without_equipment(CounterSpec spec, std::int64_t servers) {
  for (ItemSpec& item : spec.menu) {
    std::ranges::for_each(item.steps, [](RecipeStep& step) { step.station.reset(); });
  }
  each_customer(spec, [](CustomerSpec& who) { who = {}; });
  ServerGroupSpec crew = spec.servers.empty() ? ServerGroupSpec{} : spec.servers.front();
  crew.count = servers;
  crew.orders_in_flight = 1;
  spec.servers = {crew};
  return to_the_end(std::move(spec));
}

TEST(LawsOfScale, OneMoreServerIncreasesNobodysWait) {
  for_each_counter([](const CounterSpec& spec) {
    Seconds before = taken(run_of(without_equipment(spec, 1)));
    for (std::int64_t servers = 2; servers != 5; ++servers) {
      const Seconds after = taken(run_of(without_equipment(spec, servers)));

      ASSERT_EQ(after.size(), before.size());
      EXPECT_TRUE(std::ranges::equal(after, before, std::less_equal<>{})) << servers;
      before = after;
    }
  });
}

}  // namespace
}  // namespace fastfood::model
