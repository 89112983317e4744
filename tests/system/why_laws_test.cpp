#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "sim/model/results/summarize.hpp"
#include "tests/system/laws.hpp"
#include "tests/system/shipped.hpp"
#include "tests/system/why_from_events.hpp"

/// What is true of every explanation: parts add up, and agree with a second computation from the events.
namespace fastfood::model::why_laws_test {
namespace {

/// A run that records why, with its orders and events.
struct WhyRun {
  RunStatistics statistics;
  RunResult result;
  RunLog log;
};

WhyRun run_with(const CounterSpec& spec, bool why, std::uint64_t replication = 0) {
  WhyRun run{.log = {.replication = replication}};
  auto statistics =
      collect_statistics(spec, {.replication = replication,
                                .orders = [&run](const OrderRecord& order) { run.log.orders.push_back(order); },
                                .events = record_into(run.log.events),
                                .why = why});
  if (statistics.has_value()) {
    run.result = summarize(spec, *statistics);
    run.statistics = std::move(*statistics);
  } else {
    ADD_FAILURE() << statistics.error().what;
  }
  return run;
}

/// The orders and events from time 0 on, so that also what those did is known who arrived before the warm-up.
RunLog whole_log(CounterSpec spec, std::uint64_t replication = 0) {
  spec.warmup = Instant{};
  return run_with(spec, true, replication).log;
}

Duration sum_of(const std::vector<TimePart>& parts) {
  Duration sum{};
  for (const TimePart& part : parts) {
    sum += part.time;
  }
  return sum;
}

std::string text_of(const std::vector<TimePart>& parts) {
  std::ostringstream text;
  for (const TimePart& part : parts) {
    text << static_cast<int>(part.key.phase) << '/' << (part.key.where ? std::to_string(*part.key.where) : "hand")
         << '/' << static_cast<int>(part.key.cause) << ' ' << part.time.count() << "  ";
  }
  return text.str();
}

void expect_parts_add_up(const WhyRun& run) {
  for (const OrderRecord& order : run.log.orders) {
    const bool is_served = order.outcome == Outcome::served;
    EXPECT_EQ(sum_of(order.why), is_served ? *order.served_at - order.arrived_at : Duration{}) << order.customer;
    EXPECT_TRUE(is_served || order.why.empty()) << order.customer;
    EXPECT_TRUE(std::ranges::all_of(order.why, [](const TimePart& part) { return part.time > Duration{}; }));
  }
}

/// Expects the means of all served to add up to the mean total time, and the shares to 1.
void expect_table_adds_up(const RunResult& result) {
  ASSERT_TRUE(result.why.has_value());
  double sum = 0;
  double shares = 0;
  for (const WhyPart& part : result.why->parts) {
    sum += part.mean;
    shares += part.share.value_or(0);
    EXPECT_GT(part.mean, 0);
  }
  const double total = result.total_time.mean.value_or(0);
  EXPECT_EQ(result.why->served, result.customers.served);
  EXPECT_NEAR(sum, total, 1e-12 * (1 + total));  // as doubles are rounded
  EXPECT_NEAR(shares, total == 0 ? 0 : 1, 1e-12);
}

PartKey key_of(const WhyPart& part) { return {part.key.phase, part.key.where, part.key.cause}; }

/// By phase, then the largest mean first; equal ones by the text of their place, then of their cause.
void expect_sorted(const std::vector<WhyPart>& parts) {
  const auto is_before = [](const WhyPart& one, const WhyPart& other) {
    return std::tuple(one.key.phase, -one.mean, one.where, name_of(one.key.cause)) <
           std::tuple(other.key.phase, -other.mean, other.where, name_of(other.key.cause));
  };
  EXPECT_TRUE(std::ranges::is_sorted(parts, is_before));
}

/// A sum of whole nanoseconds divided by a count differs from the mean shown only as doubles are rounded.
void expect_parts(const std::vector<WhyPart>& shown, const TimeSums& sums) {
  ASSERT_EQ(shown.size(), sums.parts.size());
  for (const WhyPart& part : shown) {
    const auto counted = sums.parts.find(key_of(part));
    ASSERT_TRUE(counted != sums.parts.end());
    expect_close(part.mean, in_seconds(counted->second.all) / static_cast<double>(sums.served));
    expect_close(part.share, in_seconds(counted->second.all) / in_seconds(sums.total));
    const double late = in_seconds(counted->second.late) / static_cast<double>(std::max<std::int64_t>(sums.late, 1));
    expect_close(part.late, sums.late == 0 ? std::nullopt : std::optional(late));
  }
  expect_sorted(shown);
}

/// Each division of a wait, and of a piece of it among several orders, may lose a few nanoseconds.
void expect_meanwhile(const std::vector<WhyPart>& shown, const TimeSums& sums) {
  constexpr double tolerance = 1e-6;
  std::map<PartKey, double> rest;
  for (const auto& [key, time] : sums.preparing_meanwhile) {
    rest[key] = time / static_cast<double>(sums.served);
  }
  for (const WhyPart& part : shown) {
    EXPECT_EQ(part.key.phase, WhyPhase::preparing);
    EXPECT_GT(part.mean, 0);
    rest[key_of(part)] -= part.mean;
  }
  for (const auto& [key, difference] : rest) {
    EXPECT_NEAR(difference, 0, tolerance) << "at " << (std::get<1>(key) ? std::to_string(*std::get<1>(key)) : "hand")
                                          << ", cause " << static_cast<int>(std::get<2>(key));
  }
  expect_sorted(shown);
}

void expect_left(const std::vector<WhyPart>& shown, const TimeSums& sums) {
  ASSERT_EQ(shown.size(), sums.left.size());
  for (const WhyPart& part : shown) {
    const auto counted = sums.left.find(key_of(part));
    ASSERT_TRUE(counted != sums.left.end());
    expect_close(part.mean, in_seconds(counted->second) / static_cast<double>(sums.reneged));
  }
  expect_sorted(shown);
}

void expect_agreement(const RunResult& result, const TimeSums& sums) {
  ASSERT_TRUE(result.why.has_value());
  EXPECT_EQ(result.why->served, sums.served);
  expect_parts(result.why->parts, sums);
  expect_meanwhile(result.why->preparing_meanwhile, sums);
  expect_left(result.why->left, sums);
}

/// Expects each order of the run to have the parts that follow from the events, and the result their means.
void expect_agreement_with_events(const CounterSpec& spec) {
  const WhyRun run = run_with(spec, true);
  const WhyFromEvents computed =
      why_from_events(spec, spec.warmup == Instant{} ? run.log : whole_log(spec, run.log.replication));
  for (const OrderRecord& order : run.log.orders) {
    const std::vector<TimePart>& parts = computed.parts.at(static_cast<std::size_t>(order.id) - 1);
    EXPECT_TRUE(order.why == parts) << order.customer << "\nshown    " << text_of(order.why) << "\ncomputed "
                                    << text_of(parts);
  }
  expect_agreement(run.result, computed.sums);
}

TEST(LawsOfWhy, PartsAddUpToTheTotalTimeOfEachCustomerAndOfAll) {
  for_each_counter([](const CounterSpec& spec) {
    const WhyRun run = run_with(spec, true);
    expect_parts_add_up(run);
    expect_table_adds_up(run.result);
  });
}

/// The order without what is counted only if a run records why.
OrderRecord without_why(OrderRecord order) {
  order.why.clear();
  order.taken_by = std::nullopt;
  order.handed_over_by = std::nullopt;
  for (ItemRecord& item : order.items) {
    for (StepRecord& step : item.steps) {
      step.overtaken = Duration{};
    }
  }
  return order;
}

TEST(LawsOfWhy, PartsAddUpAlsoWithLinesStopsPeopleAtStationsAndOrdersFromAfar) {
  for_each_restaurant([](const CounterSpec& spec) {
    const WhyRun run = run_with(spec, true);
    expect_parts_add_up(run);
    expect_table_adds_up(run.result);
  });
}

TEST(LawsOfWhy, WhatOrdersAreAtMeanwhileAddsUpToTheWaitsForPeopleWhoPrepare) {
  constexpr double tolerance = 1e-6;  // each share of a wait is rounded down
  for_each_restaurant([](const CounterSpec& spec) {
    // Who is inside when a run ends is left out of the one and not of the other.
    CounterSpec to_the_end = spec;
    to_the_end.stop = Stop::when_served;
    to_the_end.warmup = Instant{};
    const RunResult result = run_with(to_the_end, true).result;
    ASSERT_TRUE(result.why.has_value());
    double preparing = 0;
    for (const WhyPart& part : result.why->parts) {
      preparing += part.key.phase == WhyPhase::line && part.key.cause == WhyCause::preparing ? part.mean : 0;
    }
    double meanwhile = 0;
    for (const WhyPart& part : result.why->preparing_meanwhile) {
      meanwhile += part.mean;
    }
    EXPECT_NEAR(meanwhile, preparing, tolerance);
  });
}

TEST(LawsOfWhy, ToRecordItChangesNothingElse) {
  for_each_counter([](const CounterSpec& spec) {
    WhyRun with = run_with(spec, true);
    WhyRun without = run_with(spec, false);
    EXPECT_FALSE(without.result.why.has_value());
    with.result.why.reset();
    for (RunLog* log : {&with.log, &without.log}) {
      std::ranges::transform(log->orders, log->orders.begin(), without_why);
    }

    EXPECT_TRUE(with.result == without.result);
    EXPECT_TRUE(with.log.orders == without.log.orders);
    EXPECT_TRUE(with.log.events == without.log.events);
  });
}

TEST(LawsOfWhy, TheResultIsTheSameWithoutSinks) {
  for_each_counter([](const CounterSpec& spec) {
    const auto statistics = collect_statistics(spec, {.why = true});

    ASSERT_TRUE(statistics.has_value());
    EXPECT_TRUE(summarize(spec, *statistics) == run_with(spec, true).result);
  });
}

TEST(LawsOfWhy, EveryPartFollowsFromTheEvents) {
  for_each_counter([](const CounterSpec& spec) { expect_agreement_with_events(spec); });
}

TEST(LawsOfWhy, TheWarmupOnlyLeavesOutCustomers) {
  for_each_counter([](CounterSpec spec) {
    const RunLog after = run_with(spec, true).log;
    const Instant warmup = std::exchange(spec.warmup, Instant{});
    RunLog all = run_with(spec, true).log;

    std::erase_if(all.orders, [warmup](const OrderRecord& order) { return order.arrived_at < warmup; });
    EXPECT_TRUE(after.orders == all.orders);
  });
}

TEST(LawsOfWhy, ReplicationsArePooled) {
  for_each_counter([](const CounterSpec& spec) {
    if (spec.seed % 16 != 0) {
      return;  // a sixteenth of the counters is enough
    }
    WhyRun all = run_with(spec, true);
    TimeSums sums = why_from_events(spec, whole_log(spec)).sums;
    for (std::uint64_t replication = 1; replication != 4; ++replication) {
      all.statistics.merge(run_with(spec, true, replication).statistics);
      sums.add(why_from_events(spec, whole_log(spec, replication)).sums);
    }

    const RunResult pooled = summarize(spec, all.statistics);
    expect_table_adds_up(pooled);
    expect_agreement(pooled, sums);
  });
}

TEST(LawsOfWhy, WithTimesThatAreEqualEveryPartStillFollowsFromTheEvents) {
  for_each_counter([](const CounterSpec& spec) {
    if (spec.seed % 5 == 0) {  // enough, as counters have many equal times anyway
      expect_agreement_with_events(of_constant_times(spec));
    }
  });
}

/// The names of the scenarios in configs/, without the schemas and studies.
std::set<std::string> names() {
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator{FASTFOOD_ROOT "/configs"}) {
    const std::filesystem::path name = entry.path().stem();
    if (entry.path().extension() == ".json" && name.extension().empty()) {
      found.insert(name.string());
    }
  }
  return found;
}

/// A shipped scenario with another seed, counted from the start. Of those that run for very long, the first 500
/// customers.
CounterSpec shipped_with(const std::string& name, std::uint64_t seed) {
  CounterSpec spec = shipped(name);
  spec.seed = seed;
  spec.warmup = Instant{};
  const bool is_long = spec.until.value_or(latest_instant) > Instant{24h};
  for (StreamSpec& stream : spec.arrivals) {
    if (is_long) {
      stream.count = std::min<std::int64_t>(stream.count.value_or(500), 500);
    }
  }
  return spec;
}

/// The second computation knows one line, in which servers take orders and hand them over themselves.
bool follows_from_events(const CounterSpec& spec) {
  const auto is_from_afar = [](const StreamSpec& it) { return it.who.comes_after.has_value(); };
  const auto works = [](const ServerGroupSpec& it) { return !it.works_at.empty(); };
  return spec.lines.empty() && std::ranges::none_of(spec.servers, works) &&
         std::ranges::none_of(spec.arrivals, is_from_afar);
}

class ShippedWhy : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, ShippedWhy, testing::ValuesIn(names()), [](const auto& name) { return name.param; });

TEST_P(ShippedWhy, AddsUpAndFollowsFromTheEventsIfNobodyWalksWorksAtAStationOrOrdersFromAfar) {
#ifdef NDEBUG
  constexpr std::uint64_t seeds = 20;
#else
  constexpr std::uint64_t seeds = 1;
#endif
  for (std::uint64_t seed = 1; seed <= seeds && !HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const CounterSpec spec = shipped_with(GetParam(), seed);
    const WhyRun run = run_with(spec, true);

    expect_parts_add_up(run);
    expect_table_adds_up(run.result);
    if (!follows_from_events(spec)) {
      continue;
    }
    const WhyFromEvents computed = why_from_events(spec, run.log);
    expect_agreement(run.result, computed.sums);
    for (std::size_t i = 0; i != run.log.orders.size(); ++i) {
      EXPECT_TRUE(run.log.orders[i].why == computed.parts[i])
          << run.log.orders[i].customer << "\nshown    " << text_of(run.log.orders[i].why) << "\ncomputed "
          << text_of(computed.parts[i]);
    }
  }
}

}  // namespace
}  // namespace fastfood::model::why_laws_test
