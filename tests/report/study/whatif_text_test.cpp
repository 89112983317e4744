#include "sim/report/study/whatif_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "tests/report/sample.hpp"
#include "tests/report/sample_comparison.hpp"

namespace fastfood::report::whatif_text_test {
namespace {

using experiment::Margin;
using experiment::Verdict;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

/// The sample, sorted so that the largest saving comes first.
experiment::Comparison sample_whatif() {
  experiment::Comparison comparison = sample_comparison();
  comparison.differences[0].change_text = "fryer: 1 → 2";
  comparison.differences[1].change_text = "till: 2, 0, 2 → 3, 1, 3";
  std::swap(comparison.differences[0], comparison.differences[1]);
  return comparison;
}

/// The sample without randomness. The changes save this many seconds of a minute.
experiment::Comparison exact_whatif(double first, double second) {
  experiment::Comparison comparison = sample_whatif();
  comparison.metrics = {"total_time.mean"};
  comparison.is_exact = true;
  for (experiment::Difference& difference : comparison.differences) {
    const double saved = &difference == comparison.differences.data() ? first : second;
    const Verdict verdict = saved > 0 ? Verdict::lower : Verdict::higher;
    difference.metrics = {{60, 60 - saved, -saved, 0, {}, 1, saved == 0 ? Verdict::not_distinguishable : verdict}};
  }
  return comparison;
}

TEST(WhatifText, HasTheBottleneckFirstAndNamesTheChange) {
  EXPECT_EQ(whatif_text(sample_whatif(), Margin::one_more), R"(One more of each, against Lunch on the same customers

The bottleneck first: till: 2, 0, 2 → 3, 1, 3 saves 12 ± 3 s (total time, mean).

one more                  saves (s)  verdict  customers won
till: 2, 0, 2 → 3, 1, 3  12.0 ± 3.0   faster      4.0 ± 1.0
fryer: 1 → 2              1.0 ± 2.5        -      0.0 ± 0.0

± is half of the interval of a difference. All intervals and verdicts together
hold with 95 % confidence; the verdict - says that no difference is certain.
)");
}

TEST(WhatifText, OfOneFewerShowsTheCost) {
  experiment::Comparison comparison = sample_whatif();
  std::swap(comparison.differences[0], comparison.differences[1]);
  comparison.differences[0].change_text = "fryer: 3 → 2";
  comparison.differences[1].change_text = "till: 4 → 3";
  comparison.differences[1].metrics[1] = {60, 72, 12, 3, {}, 20, Verdict::higher};
  comparison.differences[1].metrics[2] = {100, 96, -4, 1, {}, 20, Verdict::lower};
  comparison.metrics.emplace_back("money.profit");
  for (experiment::Difference& difference : comparison.differences) {
    difference.metrics.push_back({100, 115, 15, 2.5, {}, 20, Verdict::higher});
  }

  EXPECT_THAT(whatif_text(comparison, Margin::one_fewer),
              HasSubstr(R"(One fewer of each, against Lunch on the same customers

Smallest effect: fryer: 3 → 2 saves 1 ± 2.5 s (total time, mean).

one fewer      costs (s)  verdict  customers lost  profit change
fryer: 3 → 2  -1.0 ± 2.5        -       0.0 ± 0.0   15.00 ± 2.50
till: 4 → 3   12.0 ± 3.0   slower       4.0 ± 1.0   15.00 ± 2.50
)"));
}

TEST(WhatifText, NamesTheLargestCertainEffectIfALargerOneMayBeChance) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[0].metrics[1].verdict = Verdict::not_distinguishable;
  comparison.differences[1].metrics[1] = {60, 55, -5, 2, {}, 20, Verdict::lower};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more),
              HasSubstr("\n\nThe largest certain effect: fryer: 1 → 2 saves 5 ± 2 s (total time, mean).\n"));
}

TEST(WhatifText, NamesNoBottleneckIfNothingIsCertainToHelp) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[0].metrics[1] = {60, 72, 12, 3, {}, 20, Verdict::higher};

  const std::string text = whatif_text(comparison, Margin::one_more);

  EXPECT_THAT(text, HasSubstr("\n\nNothing certainly improves total time, mean.\n\n"));
  EXPECT_THAT(text, HasSubstr("\ntill: 2, 0, 2 → 3, 1, 3  -12.0 ± 3.0   slower "));
}

TEST(WhatifText, CallsAnEffectBelowOnePercentNegligible) {
  // One percent of a minute is 0.6 s.
  EXPECT_EQ(whatif_text(exact_whatif(0.6, 0.59), Margin::one_more),
            R"(One more of each, against Lunch on the same customers

The bottleneck first: till: 2, 0, 2 → 3, 1, 3 saves 0.6 s (total time, mean).

one more                 saves (s)     verdict
till: 2, 0, 2 → 3, 1, 3       0.60      faster
fryer: 1 → 2                  0.59  negligible

Negligible: less than 1 % of today's value.

The scenario has no randomness: the differences are exact.
)");
}

TEST(WhatifText, NamesNoBottleneckIfAllEffectsAreNegligible) {
  EXPECT_THAT(whatif_text(exact_whatif(0.5, 0), Margin::one_more), HasSubstr(R"(
Nothing helps by 1 % or more: till: 2, 0, 2 → 3, 1, 3 saves 0.5 s (total time,
mean).

one more                 saves (s)     verdict
till: 2, 0, 2 → 3, 1, 3        0.5  negligible
fryer: 1 → 2                   0.0        none
)"));
}

TEST(WhatifText, CallsNothingNegligibleThatMayBeLarger) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[1].metrics[1] = {60, 59.9, -0.1, 0.55, {}, 20, Verdict::not_distinguishable};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), Not(HasSubstr("negligible")));

  comparison.differences[1].metrics[1] = {60, 59.9, -0.1, 0.45, {}, 20, Verdict::not_distinguishable};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), HasSubstr("  negligible  "));
}

TEST(WhatifText, WarnsIfTimesAreOfOtherCustomers) {
  experiment::Comparison comparison = sample_whatif();
  comparison.served = comparison.differences[1].served = 0.95;
  comparison.differences[0].served = 1;

  EXPECT_THAT(whatif_text(comparison, Margin::one_more),
              HasSubstr("\n\ntill: 2, 0, 2 → 3, 1, 3 serves 100 % of all who came, Lunch 95 %.\nTimes cover only "));

  comparison.metric = "customers.served";

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), Not(HasSubstr("Times cover")));
}

TEST(WhatifText, SaysAddsIfMoreIsBetterAndNamesTheFirstCertainChange) {
  experiment::Comparison comparison = sample_whatif();
  comparison.metric = "customers.served";
  comparison.differences[0].metrics[2] = {100, 105, 5, 6, {}, 20, Verdict::not_distinguishable};
  comparison.differences[1].metrics[2] = {100, 104, 4, 1, {}, 20, Verdict::higher};

  const std::string text = whatif_text(comparison, Margin::one_more);

  EXPECT_THAT(text, HasSubstr("\nThe largest certain effect: fryer: 1 → 2 adds 4 ± 1 (customers served)"));
  EXPECT_THAT(text, Not(HasSubstr("customers won")));
}

TEST(WhatifText, DoesNotCallOneRandomReplicationExact) {
  experiment::Comparison comparison = exact_whatif(12, 12);
  comparison.is_exact = false;

  EXPECT_THAT(whatif_text(comparison, Margin::one_more),
              EndsWith("\nOne replication has no interval, so no difference is certain. Run more of them.\n"));
}

TEST(WhatifText, CallsAnEffectThatNoReplicationShowsNoneSeen) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[1].metrics[1] = {60, 60, 0, 0, {}, 20, Verdict::not_distinguishable};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), HasSubstr("   0.0 ± 0.0  none seen "));
}

TEST(WhatifText, ReportsIfNoRunHasAValue) {
  experiment::Comparison comparison = sample_whatif();
  for (experiment::Difference& difference : comparison.differences) {
    difference.metrics[1] = {{}, {}, {}, {}, {}, 0, Verdict::not_distinguishable};
  }

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), HasSubstr("\n\nNo run has a value of total time, mean.\n"));
}

TEST(WhatifText, ReportsACounterWithoutLimits) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences.clear();

  EXPECT_THAT(whatif_text(comparison, Margin::one_more),
              EndsWith("\n\nThere is nothing of which there could be more.\n"));
  EXPECT_THAT(whatif_text(comparison, Margin::one_fewer),
              EndsWith("\n\nThere is nothing of which there could be fewer.\n"));
}

TEST(WhatifText, HasTablesOfEightyColumns) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[0].change_text = "the till beside the window where the sun comes in: 0-5 → 1-6";
  comparison.metrics.emplace_back("money.profit");
  for (experiment::Difference& difference : comparison.differences) {
    difference.metrics.push_back({100, 115, 1234567890.5, 234567890.5, {}, 20, Verdict::higher});
  }

  const std::string text = whatif_text(comparison, Margin::one_more);

  EXPECT_THAT(text, HasSubstr("\nNo room here for: profit change\n"));
  EXPECT_LE(longest_line(text.substr(text.find("one more", text.find("bottleneck")))), 84U)
      << text;  // ± has two bytes, → three
}

TEST(WhatifText, NamesTheOptionThatMakesTheChange) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[0].change = {{"stations.till.capacity", "3"}};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), HasSubstr(".\nTo try it: --set stations.till.capacity=3\n\n"));

  comparison.differences[0].change = {{"servers.count", R"([{"from":0,"value":3}])"}};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more),
              HasSubstr(".\nTo try it: --set 'servers.count=[{\"from\":0,\"value\":3}]'\n\n"));

  comparison.differences[0].change = {{"servers.count", std::string(61, '1')}};

  EXPECT_THAT(whatif_text(comparison, Margin::one_more), Not(HasSubstr("To try it")));
}

}  // namespace
}  // namespace fastfood::report::whatif_text_test
