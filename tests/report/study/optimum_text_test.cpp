#include "sim/report/study/optimum_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"
#include "tests/report/sample_optimum.hpp"

namespace fastfood::report::optimum_text_test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const experiment::Optimum& optimum) {
  return optimum_text(sample_search(), sample_requirements(), 0.9, optimum);
}

TEST(OptimumText, HasThisLayout) {
  EXPECT_EQ(text_of(sample_optimum()), R"(Lunch

Cheapest that meets all requirements, at a cost of 250:
  kitchen capacity = 4, fryer batch size = 7
  within target: 100 %, needed >= 100 %
  total time, p95: 4 s, needed <= 5 s
The next one, at a cost of 350.5:
  kitchen capacity = 5, fryer batch size = 7

        kitchen       fryer
cost   capacity  batch size
0             3           5  within target: 50 %, needed >= 100 %; and 1 more
100           4           5  within target: 80 %, needed >= 100 %
250           4           7  meets it
350.5         5           7  meets it
Not needed, as they cost no less: 1

The scenario has no randomness: results are exact.
)");
}

TEST(OptimumText, NamesTheClosestCandidateIfNoneMeetsAll) {
  experiment::Optimum optimum = sample_optimum();
  optimum.candidates.resize(2);
  optimum.best = optimum.runner_up = std::nullopt;

  const std::string text = text_of(optimum);

  EXPECT_THAT(text, HasSubstr("\n\nNothing that was tried meets it.\nThe closest, at a cost of 100:\n"
                              "  kitchen capacity = 4, fryer batch size = 5\n"
                              "  within target: 80 %, needed >= 100 %\n"
                              "  total time, p95: 4.5 s, needed <= 5 s\n\n"));
  EXPECT_THAT(text, Not(HasSubstr("Not needed")));
}

TEST(OptimumText, TakesTheSmallestShortfallAmongThoseThatFailEquallyMany) {
  experiment::Optimum optimum = sample_optimum();
  optimum.candidates.resize(2);
  optimum.best = optimum.runner_up = std::nullopt;
  optimum.candidates[0].fails = {1};                         // 6 s is a fifth above 5 s
  optimum.candidates[1].metrics = after_one_run(0.75, 4.5);  // a quarter is missing here

  EXPECT_THAT(text_of(optimum),
              HasSubstr("The closest, at a cost of 0:\n  kitchen capacity = 3, fryer batch size = 5\n"));
}

TEST(OptimumText, ReportsUnclearCandidates) {
  EXPECT_EQ(text_of(unclear_optimum()), R"(Lunch

Nothing that was tried is known to meet it.
Unclear at 1000 replications, at a cost of 100:
  kitchen capacity = 4, fryer batch size = 5
  within target: 95 ± 6.2 %, needed >= 100 %
  total time, p95: 4.5 ± 0.12 s, needed <= 5 s

       kitchen       fryer
cost  capacity  batch size
0            3           5  within target: 50 %, needed >= 100 %; and 1 more
100          4           5  unclear: within target: 95 ± 6.2 %, needed >= 100 %

All that is decided is correct with 90 % confidence; a mean within 1 %
of its limit may count as either.
Unclear points need more replications (-n): one interval beyond its limit is not
enough, because the selection must be correct as a whole.
)");
}

TEST(OptimumText, ReportsThatACheaperCandidateIsUnclear) {
  experiment::Optimum optimum = sample_optimum();
  for (experiment::Candidate& candidate : optimum.candidates) {
    candidate.replications = 500;
    candidate.undecided = {0};
  }
  optimum.candidates[0].meets = experiment::Meets::unclear;

  EXPECT_THAT(text_of(optimum), HasSubstr("\nUnclear at 500 replications: one that would cost less.\n\n"));

  optimum.candidates[1].meets = experiment::Meets::unclear;

  EXPECT_THAT(text_of(optimum), HasSubstr("\nUnclear at 500 replications: 2 that would cost less.\n\n"));
}

TEST(OptimumText, ReportsFailedCandidates) {
  experiment::Optimum optimum = sample_optimum();
  for (experiment::Candidate& candidate : optimum.candidates) {
    candidate.meets = experiment::Meets::no;
    candidate.error = "the run failed:\nnobody can go on, and this goes on for long";
  }
  optimum.best = optimum.runner_up = std::nullopt;

  const std::string text = text_of(optimum);

  EXPECT_THAT(text, HasSubstr("\n\nNothing that was tried meets it.\n\n"));
  EXPECT_THAT(
      text,
      HasSubstr("  failed: the run failed: nobody can go on, and this goes\n                        on for long\n"));
  EXPECT_LE(longest_line(text), 80U);
}

TEST(OptimumText, OfAnObjectiveHasThisLayout) {
  EXPECT_EQ(text_of(optimum_by_profit()), R"(Lunch

Best that meets all requirements (highest profit: 302.00 ± 2.00):
  kitchen capacity = 3, fryer batch size = 7
  within target: 100 ± 1 %, needed >= 100 %
  total time, p95: 4.5 ± 0.1 s, needed <= 5 s
Not certain at 500 replications (-n allows more): one other may be better.

                  fryer
         kitchen  batch
profit  capacity   size
310.50         3      5  within target: 50 ± 1 %, needed >= 100 %; and 1 more
302.00         3      7  best
300.25         4      5  may be better
299.50         4      7  about as good, if it meets it
250.00         5      5  worse
-              6      7  no value

All that is decided is correct with 90 % confidence; a mean within 1 %
of its limit or of the best may count as either.
)");
}

TEST(OptimumText, OfAnObjectiveWithoutRequirementsHasThisHeadline) {
  experiment::Optimum optimum = optimum_by_profit();
  optimum.undistinguished.clear();
  optimum.objective->direction = experiment::Direction::minimize;
  optimum.candidates[0].fails.clear();

  const std::string text = optimum_text(sample_search(), {}, 0.9, optimum);

  EXPECT_THAT(text,
              HasSubstr("\n\nBest (lowest profit: 302.00 ± 2.00):\n  kitchen capacity = 3, fryer batch size = 7\n"));
  EXPECT_THAT(text, Not(HasSubstr("Not certain")));
  EXPECT_THAT(text, HasSubstr("about as good\n"));
  EXPECT_THAT(text, HasSubstr("\nThe whole selection is correct with 90 % confidence; a mean within 1 %\n"));
}

TEST(OptimumText, CountsUnclearCandidatesThatMayBeBetter) {
  experiment::Optimum optimum = optimum_by_profit();
  optimum.candidates[0].meets = experiment::Meets::unclear;
  optimum.candidates[0].fails = {};
  optimum.candidates[0].undecided = {1};

  const std::string text = text_of(optimum);

  EXPECT_THAT(text, HasSubstr("\nNot certain at 500 replications (-n allows more): 2 others may be better.\n"));
  EXPECT_THAT(text, HasSubstr("  unclear: total time, p95: 6 ± 0.1 s, needed <= 5 s\n"));
}

TEST(OptimumText, NamesTheClosestByItsObjectiveIfNoneMeetsAll) {
  experiment::Optimum optimum = optimum_by_profit();
  optimum.candidates.resize(1);
  optimum.best.reset();
  optimum.undistinguished.clear();

  EXPECT_THAT(text_of(optimum), HasSubstr("\n\nNothing that was tried meets it.\nThe closest (profit: 312.00 ± 2.00):\n"
                                          "  kitchen capacity = 3, fryer batch size = 5\n"));
}

TEST(OptimumText, ReportsIfNothingHasAValueOfTheObjective) {
  experiment::Optimum optimum = optimum_by_profit();
  optimum.candidates.erase(optimum.candidates.begin(), optimum.candidates.end() - 1);
  optimum.best.reset();
  optimum.undistinguished.clear();

  EXPECT_THAT(text_of(optimum), HasSubstr("\n\nNothing that was tried has a value of profit.\n\n"));
}

TEST(OptimumText, ReportsIfThereAreNoPoints) { EXPECT_THAT(text_of({}), EndsWith("Lunch\n\nNo points.\n")); }

}  // namespace
}  // namespace fastfood::report::optimum_text_test
