#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What is true of the periods of every run: they follow each other without gaps and add up to the whole run.
namespace fastfood::model {
namespace {

/// Calls `law` with the run and the periods of each random counter.
template <class Law>
void for_each_run(Law law) {
  for_each_place([&law](CounterSpec spec) {
    spec.report_every = spec.report_every.value_or(1750ms);
    const TracedRun run = trace(spec);
    law(run, run.result.by_period.value());
  });
}

using Periods = std::vector<PeriodResult>;

/// The measured part of this period.
Duration measured(const TracedRun& run, const PeriodResult& period) {
  const Duration from = std::max(period.from.time_since_epoch(), run.from);
  const Duration to = std::min(period.from.time_since_epoch() + *run.spec.report_every, run.end);
  return std::max(to - from, Duration{});
}

TEST(LawsOfPeriods, TheyFollowEachOtherFromTheWarmUpToTheEnd) {
  for_each_run([](const TracedRun& run, const Periods& periods) {
    const Duration every = *run.spec.report_every;
    Duration covered{};
    ASSERT_FALSE(periods.empty());
    for (std::size_t i = 0; i != periods.size(); ++i) {
      EXPECT_EQ(periods[i].from.time_since_epoch(), (run.from / every + static_cast<std::int64_t>(i)) * every);
      covered += measured(run, periods[i]);
    }
    EXPECT_EQ(covered, run.result.elapsed);
    EXPECT_TRUE(periods.size() == 1 || periods.back().from.time_since_epoch() <= run.end);
    EXPECT_LT(run.end, periods.back().from.time_since_epoch() + every);
  });
}

TEST(LawsOfPeriods, CountsAddUpToThoseOfTheRun) {
  for_each_run([](const TracedRun& run, const Periods& periods) {
    CustomerCounts sum;
    std::int64_t waits = 0;
    std::int64_t totals = 0;
    std::int64_t satisfied = 0;
    for (const PeriodResult& period : periods) {
      sum.arrived += period.arrived;
      sum.served += period.served;
      sum.balked += period.balked;
      sum.reneged += period.reneged;
      waits += period.wait_time.count;
      totals += period.total_time.count;
      satisfied += period.satisfied ? period.satisfied->count : 0;
    }
    sum.count_unfinished();
    EXPECT_EQ(sum, run.result.customers);
    EXPECT_EQ(waits, run.result.wait_time.count);
    EXPECT_EQ(totals, run.result.total_time.count);
    EXPECT_EQ(satisfied, run.result.satisfied ? run.result.satisfied->count : 0);
  });
}

TEST(LawsOfPeriods, EachCountsThoseWhoArrivedOrLeftInIt) {
  for_each_run([](const TracedRun& run, const Periods& periods) {
    for (const PeriodResult& period : periods) {
      const auto is_in = [&](std::optional<Instant> at) {
        return at && *at >= period.from && *at < period.from + *run.spec.report_every;
      };
      std::vector<Duration> waits;
      std::vector<Duration> totals;
      CustomerCounts counts;
      for (const OrderRecord& order : run.orders) {
        if (is_in(order.arrived_at) && order.started_at) {
          waits.push_back(*order.started_at - order.arrived_at);
        }
        if (is_in(order.arrived_at) && order.served_at) {
          totals.push_back(*order.served_at - order.arrived_at);
        }
        counts.arrived += is_in(order.arrived_at) ? 1 : 0;
        counts.leave(is_in(order.served_at ? order.served_at : order.left_at) ? order.outcome : Outcome::unfinished);
      }
      EXPECT_EQ(period.wait_time, stats::summarize(std::span<const Duration>(waits)));
      EXPECT_EQ(period.total_time, stats::summarize(std::span<const Duration>(totals)));
      EXPECT_EQ(period.arrived, counts.arrived);
      EXPECT_EQ(period.served, counts.served);
      EXPECT_EQ(period.balked, counts.balked);
      EXPECT_EQ(period.reneged, counts.reneged);
    }
  });
}

TEST(LawsOfPeriods, RatesAreOverTheTimeOfThePeriodThatIsMeasured) {
  for_each_run([](const TracedRun& run, const Periods& periods) {
    double in_line = 0;
    for (const PeriodResult& period : periods) {
      const double seconds = in_seconds(measured(run, period));
      EXPECT_EQ(period.throughput_per_hour.has_value(), seconds > 0);
      EXPECT_EQ(period.line_mean.has_value(), seconds > 0);
      expect_close(period.throughput_per_hour.value_or(0) * seconds,
                   3600 * static_cast<double>(seconds > 0 ? period.served : 0));
      in_line += period.line_mean.value_or(0) * seconds;
    }
    expect_close(in_line, run.result.servers.line.mean.value_or(0) * in_seconds(run.result.elapsed));
  });
}

TEST(LawsOfPeriods, ServersAreAsBusyInTheirSumAsInTheWholeRun) {
  for_each_run([](const TracedRun& run, const Periods& periods) {
    const bool is_constant = std::ranges::all_of(
        run.spec.servers, [](const ServerGroupSpec& group) { return group.count && group.count->is_constant(); });
    double busy = 0;
    for (const PeriodResult& period : periods) {
      EXPECT_TRUE(period.servers_utilization.value_or(0) >= 0 && period.servers_utilization.value_or(0) <= 1);
      busy += period.servers_utilization.value_or(0) * in_seconds(measured(run, period));
    }
    if (is_constant) {  // otherwise periods differ in time on duty
      expect_close(busy, run.result.servers.utilization.value_or(0) * in_seconds(run.result.elapsed));
    }
  });
}

}  // namespace
}  // namespace fastfood::model
