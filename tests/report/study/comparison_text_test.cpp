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
using ::testing::StartsWith;

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

bigger trays: not distinguishable (total time, mean)
two cooks more: faster by 12 ± 3 s (total time, mean)

bigger trays          baseline  value  difference  verdict  correlation
within target (%)         75.0   87.5  12.5 ± 5.0   higher            -
total time, mean (s)      60.0   59.0  -1.0 ± 2.5        -          0.5
customers served           100    100       0 ± 0        -            -

two cooks more        baseline  value   difference  verdict  correlation
within target (%)           75      -            -        -            -
total time, mean (s)      60.0   48.0  -12.0 ± 3.0   faster         0.94
customers served         100.0  104.0    4.0 ± 1.0   higher        -0.25

± is half of the interval of a difference. All intervals and verdicts together
hold with 95 % confidence; the verdict - says that no difference is certain.
)");
}

TEST(ComparisonText, SaysThatTheCustomersAreNotTheSame) {
  experiment::Comparison comparison = sample_comparison();
  comparison.has_same_customers = false;

  EXPECT_THAT(comparison_text(comparison), StartsWith("Against Lunch, with the same seed\n"));
}

TEST(ComparisonText, ReportsIfOneSideHasNoValue) {
  experiment::Comparison comparison = sample_comparison();
  comparison.metric = "satisfied.fraction";

  EXPECT_THAT(comparison_text(comparison),
              testing::HasSubstr("\ntwo cooks more: cannot be compared, a value is missing (within target)\n"));
}

TEST(ComparisonText, HasNoIntervalsWithoutRandomness) {
  experiment::Comparison comparison = exact_comparison();
  comparison.differences.resize(1);

  EXPECT_EQ(comparison_text(comparison), R"(Against Lunch, on the same customers

bigger trays: faster by 12 s (total time, mean)

bigger trays          baseline  value  difference  verdict
within target (%)           75     75           0        -
total time, mean (s)        60     48         -12   faster

The scenario has no randomness: the differences are exact.
)");
}

TEST(ComparisonText, SaysSlowerForTimesAndHigherForEverythingElse) {
  experiment::Comparison comparison = sample_comparison();
  comparison.differences[1].metrics[1] = {60, 75.5, 15.5, 3, {}, 20, Verdict::higher};

  EXPECT_THAT(comparison_text(comparison), HasSubstr("\ntwo cooks more: slower by 15.5 ± 3 s (total time, mean)\n"));

  comparison.metric = "satisfied.fraction";

  EXPECT_THAT(comparison_text(comparison), HasSubstr("\nbigger trays: higher by 12.5 ± 5 points (within target)\n"));
}

TEST(ComparisonText, HasTablesOfEightyColumnsWithLongNames) {
  experiment::Comparison comparison = sample_comparison();
  comparison.baseline = std::string(100, 'b');
  comparison.differences[0].name = std::string(40, 'n');
  comparison.metrics[1] = comparison.metric = "stations.the grill beside the window.wait_time.mean";
  comparison.differences[0].metrics[1] = {12345.678, 12345.678, -123.456, 0.012, -0.75, 20, Verdict::lower};

  const std::string text = comparison_text(comparison);

  const std::string tables = text.substr(text.find("\n\nnnn", text.find("faster")));
  EXPECT_LE(longest_line(tables), 81U) << text;  // ± takes two bytes
  EXPECT_THAT(text, HasSubstr("\nthe grill beside the\nwindow wait, mean (min)  "));
}

TEST(ComparisonText, WarnsIfTimesAreOfOtherCustomers) {
  experiment::Comparison comparison = sample_comparison();
  comparison.served = comparison.differences[0].served = 0.95;
  comparison.differences[1].served = 0.9875;

  const std::string text = comparison_text(comparison);

  EXPECT_THAT(text, HasSubstr("\nbigger trays: not distinguishable (total time, mean)\n"
                              "two cooks more: faster by 12 ± 3 s (total time, mean, of other customers)\n"));
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

}  // namespace
}  // namespace fastfood::report::comparison_text_test
