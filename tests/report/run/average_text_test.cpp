#include "sim/report/run/average_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report::average_text_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Eleven runs, of 0, 1, ... 10 hundred customers, each of whom paid a coin.
ScenarioResult eleven_runs() {
  ScenarioResult result{sample_spec(), sample_run()};
  for (int run = 0; run <= 10; ++run) {
    model::RunResult one;
    one.customers.arrived = 100 * run;
    one.total_time = stats::summarize({run * 1min});
    one.money = model::Money{.revenue = 100.0 * run};
    result.by_replication.push_back(one);
  }
  result.estimates = {{"customers.arrived", {500, 222.8, 0.9, 11}},
                      {"customers.reneged", {0, 0, 0.9, 11}},
                      {"total_time.mean", {300, 42, 0.9, 11}},
                      {"money.revenue", {500, 222.8, 0.9, 11}}};
  return result;
}

TEST(AverageText, HasMeansWithIntervalsAndTheTenthAndNinetiethPercentileOfTheRuns) {
  EXPECT_EQ(average_text(eleven_runs()), R"(Averages of 11 runs; ± is half of a 90 % interval of the mean

                                   mean  10th percentile  90th percentile
customers came                500 ± 223              100              900
total time, mean (min)      5.00 ± 0.70             1.00             9.00
revenue                 500.00 ± 222.80           100.00           900.00
)");
}

TEST(AverageText, HasARowForLostCustomersOnlyIfThereAreAny) {
  ScenarioResult result = eleven_runs();

  EXPECT_THAT(average_text(result), Not(HasSubstr("reneged")));

  result.estimates[1].second.mean = 0.5;

  EXPECT_THAT(average_text(result), HasSubstr("\nreneged "));
}

TEST(AverageText, NamesTheTargetAndItsUnit) {
  EXPECT_THAT(average_text(sample_replications()), HasSubstr("\nwithin the target of 5 s (%) "));
}

}  // namespace
}  // namespace fastfood::report::average_text_test
