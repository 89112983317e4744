#include "sim/report/study/comparison_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/report/study/difference_text.hpp"
#include "tests/report/sample.hpp"
#include "tests/report/sample_comparison.hpp"

namespace fastfood::report::comparison_text_test {
namespace {

using experiment::Verdict;
using ::testing::EndsWith;
using ::testing::HasSubstr;

/// The sample without randomness.
experiment::Comparison exact_comparison() {
  experiment::Comparison comparison = sample_comparison();
  for (experiment::Difference& difference : comparison.differences) {
    difference.metrics.resize(2);
    difference.metrics[0] = {0.75, 0.75, 0, 0, {}, 1, Verdict::not_distinguishable};
    difference.metrics[1] = {60, 48, -12, 0, {}, 1, Verdict::lower};
  }
  comparison.metrics.resize(2);
  comparison.is_exact = true;
  return comparison;
}

TEST(ComparisonText, HasThisLayout) {
  EXPECT_EQ(comparison_text(sample_comparison()), R"(Against Lunch, on the same customers

bigger trays: not distinguishable (total_time mean)
two cooks more: faster by 12 ± 3 s (total_time mean)

bigger trays        baseline   value       difference  verdict  correlation
satisfied fraction      75 %  87.5 %  12.5 ± 5 points   higher            -
total_time mean         60 s    59 s       -1 ± 2.5 s        -          0.5
customers served         100     100            0 ± 0        -            -

two cooks more      baseline  value  difference  verdict  correlation
satisfied fraction      75 %      -           -        -            -
total_time mean         60 s   48 s   -12 ± 3 s   faster         0.94
customers served         100    104       4 ± 1   higher        -0.25

± is half of an interval. All intervals and verdicts hold together with 95 %
confidence; half of the allowed error is for the main metric.
)");
}

TEST(ComparisonText, ReportsIfOneSideHasNoValue) {
  experiment::Comparison comparison = sample_comparison();
  comparison.metric = "satisfied.fraction";

  EXPECT_THAT(comparison_text(comparison),
              testing::HasSubstr("\ntwo cooks more: cannot be compared, a value is missing (satisfied fraction)\n"));
}

TEST(ComparisonText, HasNoIntervalsWithoutRandomness) {
  experiment::Comparison comparison = exact_comparison();
  comparison.differences.resize(1);

  EXPECT_EQ(comparison_text(comparison), R"(Against Lunch, on the same customers

bigger trays: faster by 12 s (total_time mean)

bigger trays        baseline  value  difference  verdict
satisfied fraction      75 %   75 %    0 points        -
total_time mean         60 s   48 s       -12 s   faster

The scenario has no randomness: the differences are exact.
)");
}

TEST(ComparisonText, SaysSlowerForTimesAndHigherForEverythingElse) {
  experiment::Comparison comparison = sample_comparison();
  comparison.differences[1].metrics[1] = {60, 75.5, 15.5, 3, {}, 20, Verdict::higher};

  EXPECT_THAT(comparison_text(comparison), HasSubstr("\ntwo cooks more: slower by 15.5 ± 3 s (total_time mean)\n"));

  comparison.metric = "satisfied.fraction";

  EXPECT_THAT(comparison_text(comparison),
              HasSubstr("\nbigger trays: higher by 12.5 ± 5 points (satisfied fraction)\n"));
}

TEST(ComparisonText, HasTablesOfEightyColumnsWithLongNames) {
  experiment::Comparison comparison = sample_comparison();
  comparison.baseline = std::string(100, 'b');
  comparison.differences[0].name = std::string(30, 'n');
  comparison.metrics[1] = comparison.metric = "stations.the grill beside the window.wait_time.mean";
  comparison.differences[0].metrics[1] = {12345.678, 12345.678, -123.456, 0.012, -0.75, 20, Verdict::lower};

  const std::string text = comparison_text(comparison);

  const std::string tables = text.substr(text.find("\n\nnnn", text.find("faster")));
  EXPECT_LE(longest_line(tables), 81U) << text;  // ± takes two bytes
  EXPECT_THAT(text, HasSubstr("\nnnnnnnnnnnnnnnnnnnnnnnnnnn.. "));
  EXPECT_THAT(text, HasSubstr("\nthe grill beside the w.. w.. "));
}

TEST(ComparisonText, WarnsIfTimesAreOfOtherCustomers) {
  experiment::Comparison comparison = sample_comparison();
  comparison.served = comparison.differences[0].served = 0.95;
  comparison.differences[1].served = 0.9875;

  const std::string text = comparison_text(comparison);

  EXPECT_THAT(text, HasSubstr("\nbigger trays: not distinguishable (total_time mean)\n"
                              "two cooks more: faster by 12 ± 3 s (total_time mean, of other customers)\n"));
  EXPECT_THAT(text, EndsWith("\n\ntwo cooks more serves 98.8 % of all who came, Lunch 95 %.\n"
                             "Times cover only customers who were served, so the two sides compare different\n"
                             "customers: a time can be longer because more are served, or shorter because\n"
                             "more leave.\n"));
  EXPECT_EQ(served_share_differences(comparison),
            std::vector<std::string>{"two cooks more serves 98.8 % of all who came, Lunch 95 %"});
}

TEST(ComparisonText, DoesNotWarnIfTheSharesServedReadTheSame) {
  experiment::Comparison comparison = sample_comparison();
  comparison.served = comparison.differences[0].served = 0.95;
  comparison.differences[1].served = 0.9501;

  EXPECT_EQ(served_share_note(comparison), "");
}

TEST(ComparisonText, OfOneMetricSpendsTheWholeErrorOnIt) {
  experiment::Comparison comparison = sample_comparison();
  comparison.metrics = {"total_time.mean"};
  for (experiment::Difference& difference : comparison.differences) {
    difference.metrics = {difference.metrics[1]};
  }

  EXPECT_THAT(
      comparison_text(comparison),
      EndsWith("\n± is half of an interval. All intervals and verdicts hold together with 95 %\nconfidence.\n"));
}

}  // namespace
}  // namespace fastfood::report::comparison_text_test
