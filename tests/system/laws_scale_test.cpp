#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// How results change where a counter is made slower, or better staffed.
namespace fastfood::model {
namespace {

void slow_down(Duration& time, std::int64_t factor) { time *= factor; }

void slow_down(Instant& time, std::int64_t factor) { time = Instant(time.time_since_epoch() * factor); }

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

/// Of a counter that draws no time: all its times are so many times as long.
CounterSpec slower(CounterSpec spec, std::int64_t factor) {
  each_task_time(spec, [factor](random::Distribution& time) { slow_down(time, factor); });
  each_customer(spec, [factor](CustomerSpec& who) { slow_down(who.patience, factor); });
  for (StationSpec& station : spec.stations) {
    slow_down(station.capacity, factor);
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
  if (spec.target) {
    slow_down(spec.target->total_time, factor);
  }
  return spec;
}

void slow_down(std::vector<OrderRecord>& orders, std::int64_t factor) {
  for (OrderRecord& order : orders) {
    slow_down(order.arrived_at, factor);
    for (std::optional<Instant>* time : {&order.started_at, &order.served_at, &order.left_at}) {
      slow_down(*time, factor);
    }
    for (ItemRecord& item : order.items) {
      slow_down(item.started_at, factor);
      slow_down(item.ready_at, factor);
      for (StepRecord& step : item.steps) {
        slow_down(step.asked_at, factor);
        slow_down(step.started_at, factor);
        slow_down(step.done_at, factor);
      }
    }
  }
}

/// The shares of time, and what is counted.
std::vector<double> shares_in(const RunResult& seen) {
  std::vector<double> shares = {seen.servers.utilization.value_or(-1), seen.servers.line.mean.value_or(-1)};
  for (const StationResult& station : seen.stations) {
    shares.insert(shares.end(), {station.utilization.value_or(-1), station.line.mean.value_or(-1),
                                 station.down.value_or(-1), static_cast<double>(station.line.max.value_or(-1)),
                                 static_cast<double>(station.wasted), static_cast<double>(station.batches)});
  }
  for (const PeriodResult& period : seen.by_period.value_or(std::vector<PeriodResult>{})) {
    shares.insert(shares.end(), {period.line_mean.value_or(-1), static_cast<double>(period.served)});
  }
  return shares;
}

TEST(LawsOfScale, ScalingAllTimesScalesAllInstants) {
  for_each_counter([](const CounterSpec& made_up) {
    const CounterSpec spec = of_constant_times(made_up);
    const WatchedRun run = watch(spec);
    for (const std::int64_t factor : {3, 1'000'003}) {
      const WatchedRun slow = watch(slower(spec, factor));
      std::vector<OrderRecord> orders = run.orders;
      slow_down(orders, factor);
      std::vector<Told> events = run.events;
      std::ranges::for_each(events, [factor](Told& event) { event.at *= factor; });

      EXPECT_EQ(slow.orders, orders);
      EXPECT_EQ(slow.events, events);
      EXPECT_EQ(slow.seen.elapsed, factor * run.seen.elapsed);
      EXPECT_EQ(slow.seen.customers, run.seen.customers);
      EXPECT_EQ(slow.seen.satisfied.has_value() ? slow.seen.satisfied->count : 0,
                run.seen.satisfied.has_value() ? run.seen.satisfied->count : 0);
      EXPECT_THAT(shares_in(slow.seen), testing::Pointwise(testing::DoubleEq(), shares_in(run.seen)));
    }
  });
}

/// One line and one kind of server; nobody leaves it, nobody comes before another, and nothing is needed but hands:
/// a customer who is taken sooner is done sooner.
CounterSpec by_hand(CounterSpec spec, std::int64_t people) {
  for (ItemSpec& item : spec.menu) {
    std::ranges::for_each(item.steps, [](RecipeStep& step) { step.station.reset(); });
  }
  each_customer(spec, [](CustomerSpec& who) { who = {}; });
  ServerGroupSpec crew = spec.servers.empty() ? ServerGroupSpec{} : spec.servers.front();
  crew.count = people;
  crew.orders_in_flight = 1;
  spec.servers = {crew};
  return to_the_end(std::move(spec));
}

TEST(LawsOfScale, OneServerMoreRaisesNobodysWait) {
  for_each_counter([](const CounterSpec& spec) {
    Seconds before = taken(run_of(by_hand(spec, 1)));
    for (std::int64_t people = 2; people != 5; ++people) {
      const Seconds after = taken(run_of(by_hand(spec, people)));

      ASSERT_EQ(after.size(), before.size());
      EXPECT_TRUE(std::ranges::equal(after, before, std::less_equal<>{})) << people;
      before = after;
    }
  });
}

}  // namespace
}  // namespace fastfood::model
