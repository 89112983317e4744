#include "sim/report/run/customers_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// The first lines about a run with these customers.
std::string came_text(const model::CustomerCounts& customers) {
  model::RunResult run;
  run.customers = customers;
  run.elapsed = 30min;
  run.throughput_per_hour = 2 * static_cast<double>(customers.served);
  return customers_text({{}, run});
}

TEST(CustomersText, IsOneLineIfEverybodyWasServed) {
  EXPECT_EQ(came_text({.arrived = 1, .served = 1}), "1 customer came: 1 served, in 30 min (2 an hour)\n");
}

TEST(CustomersText, ShowsLostCustomersAndTheirShare) {
  EXPECT_EQ(came_text({.arrived = 8, .served = 4, .balked = 1, .reneged = 3}),
            "8 customers came: 4 served, in 30 min (8 an hour)\n"
            "Lost: 1 balked (12.5 %), 3 reneged (37.5 %)\n");
  EXPECT_THAT(came_text({.arrived = 8, .served = 6, .balked = 2}), HasSubstr("\nLost: 2 balked (25 %)\n"));
  EXPECT_THAT(came_text({.arrived = 8, .served = 6, .reneged = 2}), HasSubstr("\nLost: 2 reneged (25 %)\n"));
}

TEST(CustomersText, ShowsUnfinishedCustomers) {
  EXPECT_THAT(came_text({.arrived = 8, .served = 6, .unfinished = 2}),
              HasSubstr("\nStill there at the end: 2 (25 %)\n"));
}

TEST(CustomersText, HasNoRateOverNoTime) {
  model::RunResult run;
  run.customers = {.arrived = 2, .served = 2};

  EXPECT_EQ(customers_text({{}, run}), "2 customers came: 2 served, in 0 s\n");
}

TEST(CustomersText, ShowsWhenTheDoorsClose) {
  model::CounterSpec spec;
  spec.until = at(3h);

  EXPECT_EQ(customers_text({spec, {}}), "Doors close after 3 h\nNobody came.\n");

  spec.opens_at = 11h;

  EXPECT_EQ(customers_text({spec, {}}), "Doors close at 14:00\nNobody came.\n");

  spec.stop = model::Stop::at_until;

  EXPECT_EQ(customers_text({spec, {}}), "Doors close at 14:00, and the run ends\nNobody came.\n");
}

TEST(CustomersText, ShowsTheWarmup) {
  model::CounterSpec spec;
  spec.warmup = at(30min);

  EXPECT_THAT(customers_text({spec, sample_run()}), StartsWith("Counted after a warm-up of 30 min\n3 customers"));
}

TEST(CustomersText, EndsWithTheTargetOfOneRun) {
  EXPECT_THAT(customers_text({sample_spec(), sample_run()}),
              EndsWith("\nWithin the target of 5 s: 1 customer (25 %); the aim is 100 %: not met\n"));
  EXPECT_THAT(customers_text(sample_replications()), Not(HasSubstr("arget")));
}

TEST(TimesText, OmitsTimesWithoutValues) {
  model::RunResult run = sample_run();
  run.reneged_after = {};

  EXPECT_THAT(times_text({{}, run}), Not(HasSubstr("until leaving")));
  EXPECT_EQ(times_text({{}, {}}), "");
}

TEST(StreamsText, IsEmptyForOneStream) { EXPECT_EQ(streams_text({sample_spec(), sample_run()}), ""); }

TEST(StreamsText, ListsSeveralStreams) {
  model::RunResult run;
  const auto times = stats::summarize({2s, 4s});
  run.streams = {{"walk-in", {.arrived = 2, .served = 2}, {}, stats::summarize({0s, 1s}), times},
                 {"phone", {.arrived = 0}, {}, {}, {}}};

  EXPECT_EQ(streams_text({{}, run}), R"(
                         mean wait  mean total        95 %
stream   came  served  in line (s)    time (s)  within (s)
walk-in     2       2          0.5           3         3.9
phone       0       0            -           -           -
)");
}

TEST(StreamsText, ShowsLossesAndTheTargetOfEachStream) {
  model::RunResult run;
  run.streams = {
      {"walk-in", {.arrived = 8, .served = 4, .balked = 3, .reneged = 1}, model::Satisfied{5s, 2, 0.25, 1, false}},
      {"phone", {.arrived = 1, .unfinished = 1}, model::Satisfied{5s, 0, {}, 1, {}}}};

  EXPECT_EQ(streams_text({{}, run}), R"(
                                            mean      mean    95 %  within
                                         wait in     total  within  target
stream   came  served  balked  reneged  line (s)  time (s)     (s)     (%)
walk-in     8       4       3        1         -         -       -      25
phone       1       0       0        0         -         -       -       -
)");
}

}  // namespace
}  // namespace fastfood::report
