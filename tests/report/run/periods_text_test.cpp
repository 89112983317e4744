#include "sim/report/run/periods_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

model::RunResult with_periods(std::vector<model::PeriodResult> periods) {
  model::RunResult run;
  run.by_period = std::move(periods);
  return run;
}

TEST(PeriodsText, IsEmptyWithoutPeriods) {
  EXPECT_EQ(periods_text({{}, {}}), "");
  EXPECT_EQ(periods_text({{}, with_periods({})}), "");
}

TEST(PeriodsText, HasTheImportantColumnsAndClockTimes) {
  model::CounterSpec spec = sample_spec();
  spec.opens_at = 11h;
  model::PeriodResult second;
  second.from = at(30min);

  EXPECT_EQ(periods_text({spec, with_periods({sample_period(), second})}), R"(
                                          mean      mean  within  servers
                                       wait in     total  target     busy  mean
from   came  served  balked  reneged  line (s)  time (s)     (%)      (%)  line
11:00     3       2       1        4       0.5       0.5      50       75  1.25
11:30     0       0       0        0         -         -       -        -     -
)");
}

TEST(PeriodsText, IsShortWithoutLossesAndServers) {
  model::PeriodResult period;
  period.arrived = period.served = 4;
  period.total_time = stats::summarize({3s});

  EXPECT_EQ(periods_text({{}, with_periods({period})}), R"(
from     came  served  mean total time (s)
0:00:00     4       4                    3
)");
}

TEST(PeriodsText, FitsEightyColumnsWithManyDigits) {
  model::PeriodResult period = sample_period();
  period.from = at(26h);
  period.arrived = period.served = period.balked = 1'234'567;

  const std::string text = periods_text({sample_spec(), with_periods({period})});

  EXPECT_LE(longest_line(text), 80U) << text;
  EXPECT_THAT(text, HasSubstr("\nNo room here for: servers busy (%), mean line\n"));
}

TEST(PeriodsText, ListsADayOfHalfHoursAndCountsTheRest) {
  std::vector<model::PeriodResult> periods(50, sample_period());

  EXPECT_THAT(periods_text({{}, with_periods(periods)}), EndsWith("\n... and 2 more\n"));

  periods.resize(48);

  EXPECT_THAT(periods_text({{}, with_periods(periods)}), Not(HasSubstr("more")));
}

}  // namespace
}  // namespace fastfood::report
