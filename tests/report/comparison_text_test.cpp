#include "sim/report/comparison_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "tests/report/sample.hpp"
#include "tests/report/sample_comparison.hpp"

namespace sim::report {
namespace {

using experiment::Verdict;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

/// Those of the sample with what saves most first.
experiment::Comparison sample_whatif() {
  experiment::Comparison comparison = sample_comparison();
  comparison.differences[0].name = "fryer + 1";
  comparison.differences[1].name = "kitchen + 1";
  std::swap(comparison.differences[0], comparison.differences[1]);
  return comparison;
}

/// The same where nothing is left to chance.
experiment::Comparison exact(experiment::Comparison comparison) {
  for (experiment::Difference& difference : comparison.differences) {
    difference.metrics.resize(2);
    difference.metrics[0] = {0.75, 0.75, 0, 0, {}, 1, Verdict::not_distinguishable};
    difference.metrics[1] = {60, 48, -12, 0, {}, 1, Verdict::lower};
  }
  comparison.metrics.resize(2);
  comparison.is_exact = true;
  return comparison;
}

TEST(ComparisonText, ReadsLikeThis) {
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

± is half of an interval; those of a metric hold together with 95 % confidence.
)");
}

TEST(ComparisonText, OfWhatIsNotLeftToChanceHasNoIntervals) {
  experiment::Comparison comparison = exact(sample_comparison());
  comparison.differences.resize(1);

  EXPECT_EQ(comparison_text(comparison), R"(Against Lunch, on the same customers

bigger trays: faster by 12 s (total_time mean)

bigger trays        baseline  value  difference  verdict
satisfied fraction      75 %   75 %    0 points        -
total_time mean         60 s   48 s       -12 s   faster

Nothing is left to chance: the differences are exact.
)");
}

TEST(ComparisonText, SaysSlowerOfMoreTimeAndHigherOfMoreOfAnythingElse) {
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

TEST(WhatifText, HasTheBottleneckFirst) {
  EXPECT_EQ(whatif_text(sample_whatif()), R"(One more of each, against Lunch on the same customers

The bottleneck first: kitchen + 1 saves 12 ± 3 s (total_time mean).

one more         saves  verdict  customers won
kitchen + 1   12 ± 3 s   faster          4 ± 1
fryer + 1    1 ± 2.5 s        -          0 ± 0

± is half of an interval; those of a metric hold together with 95 % confidence.
)");
}

TEST(WhatifText, NamesNoBottleneckWhereNothingIsCertainToHelp) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences[0].metrics[1] = {60, 72, 12, 3, {}, 20, Verdict::higher};

  const std::string text = whatif_text(comparison);

  EXPECT_THAT(text, HasSubstr("\n\nNothing betters total_time mean for certain.\n\n"));
  EXPECT_THAT(text, HasSubstr("\nkitchen + 1  -12 ± 3 s   slower "));
}

TEST(WhatifText, OfWhatIsNotLeftToChanceHasNoIntervals) {
  EXPECT_THAT(whatif_text(exact(sample_whatif())), EndsWith(R"(
The bottleneck first: kitchen + 1 saves 12 s (total_time mean).

one more     saves  verdict
kitchen + 1   12 s   faster
fryer + 1     12 s   faster

Nothing is left to chance: the differences are exact.
)"));
}

TEST(WhatifText, AddsWhereMoreIsBetterAndNamesTheFirstThatDoesForCertain) {
  experiment::Comparison comparison = sample_whatif();
  comparison.metric = "customers.served";
  comparison.differences[0].metrics[2] = {100, 105, 5, 6, {}, 20, Verdict::not_distinguishable};
  comparison.differences[1].metrics[2] = {100, 104, 4, 1, {}, 20, Verdict::higher};

  EXPECT_THAT(whatif_text(comparison), HasSubstr("first: fryer + 1 adds 4 ± 1 (customers served)"));
}

TEST(WhatifText, CallsNothingExactOfWhichThereIsOneReplication) {
  experiment::Comparison comparison = exact(sample_whatif());
  comparison.is_exact = false;

  EXPECT_THAT(whatif_text(comparison), EndsWith("\nOne replication has no interval: nothing can be told apart. "
                                                "Run more of them.\n"));
}

TEST(WhatifText, OfACounterWithoutLimitsSaysSo) {
  experiment::Comparison comparison = sample_whatif();
  comparison.differences.clear();

  EXPECT_THAT(whatif_text(comparison), EndsWith("\n\nThere is nothing of which there could be more.\n"));
}

}  // namespace
}  // namespace sim::report
