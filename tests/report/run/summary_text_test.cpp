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
  EXPECT_EQ(summary_text(sample_spec(), sample_run()), R"(Lunch

3 customers came: 2 served, in 12 s (600 an hour)
Lost: 1 gave up waiting (33.3 %)
Within the target of 5 s: 1 customer (25 %), aimed at 100 %: not met

time                mean  median  95 % within  longest
waiting to order   0.5 s   0.5 s        0.5 s    0.5 s
order to food     5.12 s  5.12 s       6.81 s      7 s
in all            5.62 s  5.62 s       7.31 s    7.5 s
until giving up      7 s     7 s          7 s      7 s

server  busy  served  an hour
Ana     50 %       2      600
The line before them: 0.25 on average, 2 at most.

station  units    busy  mean line  longest  mean wait  uses
grill        2  83.3 %          0        0          -     3
Busiest: grill, 83.3 %
)");
}

TEST(SummaryText, ReportsARunWithoutCustomers) {
  model::CounterSpec spec;
  spec.name = "Night";

  EXPECT_EQ(summary_text(spec, {}), "Night\n\nNobody came.\n");
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

  const std::string text = summary_text(sample_spec(), run);

  EXPECT_LE(longest_line(text), 80U) << text;
  EXPECT_THAT(text, HasSubstr("the grill besi.."));
}

TEST(SummaryText, EndsWithMoneyAndPeriodsIfThereAreAny) {
  model::RunResult run = sample_run();
  run.money = sample_money();
  run.by_period = {sample_period()};

  EXPECT_THAT(summary_text(sample_spec(), run), EndsWith(R"(
money                     amount
revenue                    25.50
labour                     12.00
equipment                   3.25
profit                     10.25
cost per customer served    7.62

from     came  served  lost  mean wait  mean in all  in target  busy  mean line
0:00:00     3       2     5      0.5 s        0.5 s       50 %  75 %       1.25
)"));

  run.money->cost_per_served = std::nullopt;

  EXPECT_THAT(summary_text(sample_spec(), run), Not(HasSubstr("cost per")));
}

TEST(SummaryText, OfOneRunIsThatOfItsResult) {
  const ScenarioResult result{sample_spec(), sample_run()};

  EXPECT_EQ(summary_text(result), summary_text(result.spec, result.pooled));
}

TEST(SummaryText, OfSeveralReplicationsHasEstimates) {
  ScenarioResult result = sample_replications();
  result.pooled.by_period = {sample_period()};

  const std::string text = summary_text(result);

  EXPECT_THAT(text, StartsWith("Lunch\n\n2 replications together\n3 customers came"));
  EXPECT_THAT(text, HasSubstr("\nBusiest: grill, 83.3 %\n\nover 2 replications "));
  EXPECT_THAT(text, HasSubstr(" %\n\nfrom "));
}

TEST(SummaryText, OmitsServersIfThereAreNone) {
  model::CounterSpec spec = sample_spec();
  spec.servers.clear();
  model::RunResult run = sample_run();
  run.servers.each.clear();

  EXPECT_THAT(summary_text(spec, run), Not(HasSubstr("server")));
}

TEST(SummaryText, EscapesControlCharacters) {
  model::CounterSpec spec = sample_spec();
  spec.name = "red \x1B[31m\nalert";

  EXPECT_THAT(summary_text(spec, sample_run()), HasSubstr("red  [31m alert\n\n3 customers"));
}

}  // namespace
}  // namespace fastfood::report
