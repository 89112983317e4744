#include "sim/report/run/summary_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(SummaryText, HasThisLayout) {
  EXPECT_EQ(summary_text({sample_spec(), sample_run()}), R"(Lunch

3 customers came: 2 served, in 12 s (600 an hour)
Lost: 1 reneged (33.3 %)
Within the target of 5 s: 1 customer (25 %); the aim is 100 %: not met

time (s)            mean  median  95 % within  longest
wait in line        0.50    0.50         0.50     0.50
service time        5.12    5.12         6.81     7.00
total time          5.62    5.62         7.31     7.50
time until leaving  7.00    7.00         7.00     7.00

server  busy (%)  served  per hour of the run
Ana           50       2                  600
The line before them: 0.25 on average, 2 at most.

station  units  busy (%)  mean line  longest line  mean wait (s)  uses
grill        2      83.3          0             0              -     3
Busiest: grill, 83.3 %
)");
}

TEST(SummaryText, HasTheLinesBetweenServersAndStations) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.lines = {{.name = "drive", .stops = {{.name = "window", .places = 2}}}, {.name = "counter"}};
  result.pooled.lines = {{.name = "drive", .stops = {{.name = "window"}}}, {.name = "counter"}};

  const std::string text = summary_text(result);

  EXPECT_LT(text.find("\nAll lines before them: "), text.find("\nline "));
  EXPECT_LT(text.find("\nline "), text.find("\nstop "));
  EXPECT_LT(text.find("\ndrive window "), text.find("\nstation "));
  EXPECT_THAT(text, HasSubstr("\nstation "));
}

TEST(SummaryText, ReportsARunWithoutCustomers) {
  model::CounterSpec spec;
  spec.name = "Night";

  EXPECT_EQ(summary_text({spec, {}}), "Night\n\nNobody came.\n");
}

TEST(SummaryText, FitsEightyColumnsWithLongNamesAndManyDigits) {
  model::RunResult run = sample_run();
  run.stations[0].name = "the grill beside the window where the sun comes in";
  run.stations[0].capacity = 10'000;
  run.stations[0].line = {1234.567, 1234567};
  run.stations[0].wait_time.mean = 59.999;
  run.stations[0].uses = run.stations[0].batches = run.stations[0].wasted = 1'234'567;
  run.stations[0].down = 0.123;
  run.servers.each[0].name = run.stations[0].name;
  run.streams.push_back(run.streams[0]);
  run.streams[0].name = run.stations[0].name;
  run.streams[0].customers = {1'234'567, 1'234'567, 123'456, 123'456, 123'456};
  run.streams[0].satisfied = run.satisfied;
  run.customers = run.streams[0].customers;

  const std::string text = summary_text({sample_spec(), run});

  EXPECT_LE(longest_line(text), 80U) << text;
  EXPECT_THAT(text,
              HasSubstr("\nthe grill beside the\nwindow where the sun\ncomes in              10000  83.3  12.3 "));
  EXPECT_THAT(
      text,
      HasSubstr("\nNo room here for: longest line, uses\nBusiest: the grill beside the window where .., 83.3 %, "));
}

TEST(SummaryText, EndsWithMoneyAndPeriodsIfThereAreAny) {
  model::RunResult run = sample_run();
  run.money = sample_money();
  run.by_period = {sample_period()};

  EXPECT_THAT(summary_text({sample_spec(), run}), EndsWith(R"(
money                     amount
revenue                    25.50
labour                     12.00
equipment                   3.25
profit                     10.25
cost per customer served    7.62

                                           mean   mean
                                        wait in  total  within  servers
                                           line   time  target     busy  mean
from     came  served  balked  reneged      (s)    (s)     (%)      (%)  line
0:00:00     3       2       1        4      0.5    0.5      50       75  1.25
)"));

  run.money->cost_per_served = std::nullopt;

  EXPECT_THAT(summary_text({sample_spec(), run}), Not(HasSubstr("cost per")));
}

TEST(SummaryText, OfSeveralReplicationsIsAnAverageRun) {
  ScenarioResult result = sample_replications();
  result.pooled.by_period = {sample_period()};
  result.pooled.money = sample_money();

  const std::string text = summary_text(result);

  EXPECT_THAT(text, StartsWith("Lunch\n\nAverages of 2 runs; ± is half of a 95 % interval of the mean\n\n"));
  EXPECT_THAT(text, HasSubstr("\nThe aim, 100 % within 5 s: not met over all; met in 0 of 2 runs\n\ntime (s)"));
  EXPECT_THAT(text, HasSubstr("\ngrill        2        75 "));
  EXPECT_THAT(text, Not(HasSubstr("amount")));
}

TEST(SummaryText, OfOneRandomRunEndsBySayingSo) {
  ScenarioResult result{sample_spec(), sample_run()};

  EXPECT_THAT(summary_text(result), Not(HasSubstr("random")));

  result.spec.arrivals[0].when = random::Exponential{1s};

  EXPECT_THAT(summary_text(result),
              EndsWith("\n\nThis is one random run: another seed gives other numbers. For averages, how much\n"
                       "runs differ, and confidence intervals, add -n 30.\n"));

  result.by_replication = {sample_run(), sample_run()};

  EXPECT_THAT(summary_text(result), Not(HasSubstr("random")));
}

TEST(SummaryText, PaintsTheVerdictIfThereAreColours) {
  EXPECT_THAT(summary_text({sample_spec(), sample_run()}, {.color = true}),
              HasSubstr("the aim is 100 %: \x1b[31mnot met\x1b[0m\n"));
}

TEST(SummaryText, HasTheWidthOfTheStyle) {
  model::RunResult run = sample_run();
  run.by_period = {sample_period()};

  EXPECT_THAT(
      summary_text({sample_spec(), run}, {.width = 120}),
      HasSubstr("\nfrom     came  served  balked  reneged  in line (s)    time (s)  target (%)  busy (%)  line\n"));
  EXPECT_THAT(summary_text({sample_spec(), run}, {.width = 60}),
              HasSubstr("\nNo room here for: mean wait in line (s), servers busy (%), mean line\n"));
}

TEST(SummaryText, OmitsServersIfThereAreNone) {
  model::CounterSpec spec = sample_spec();
  spec.servers.clear();
  model::RunResult run = sample_run();
  run.servers.each.clear();

  EXPECT_THAT(summary_text({spec, run}), Not(HasSubstr("server")));
}

TEST(SummaryText, EscapesControlCharacters) {
  model::CounterSpec spec = sample_spec();
  spec.name = "red \x1B[31m\nalert";

  EXPECT_THAT(summary_text({spec, sample_run()}), HasSubstr("red  [31m alert\n\n3 customers"));
}

}  // namespace
}  // namespace fastfood::report
