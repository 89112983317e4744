#include "sim/report/study/explain_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/report/sample_why.hpp"

namespace fastfood::report::explain_text_test {
namespace {

using experiment::Verdict;
using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// Five changes: one that helps, one that may, one that does nothing, one that serves more but fewer in time, and one
/// that harms. The figures are made up.
experiment::Comparison five_changes() {
  const auto none = Verdict::not_distinguishable;
  return {.baseline = "Lunch",
          .metric = "satisfied.fraction",
          .metrics = {"satisfied.fraction", "total_time.mean", "customers.served"},
          .differences = {{.name = "grill + 1",
                           .metrics = {{0.5, 0.75, 0.25, 0.05, {}, 20, Verdict::higher},
                                       {60, 48, -12, 3, {}, 20, Verdict::lower},
                                       {100, 104, 4, 5, {}, 20, none}},
                           .change_text = "grill: 1 → 2",
                           .cost_per_hour = 16},
                          {.name = "oven + 1",
                           .metrics = {{0.5, 0.51, 0.01, 0.05, {}, 20, none}, {60, 60, 0, 3, {}, 20, none}, {}}},
                          {.name = "soda + 1", .metrics = {{0.5, 0.5, 0, 0, {}, 20, none}, {}, {}}},
                          {.name = "till + 1",
                           .metrics = {{0.5, 0.4, -0.1, 0.05, {}, 20, Verdict::lower},
                                       {60, 70, 10, 3, {}, 20, Verdict::higher},
                                       {100, 120, 20, 5, {}, 20, Verdict::higher}}},
                          {.name = "tray + 1", .metrics = {{0.5, 0.4, -0.1, 0.05, {}, 20, Verdict::lower}, {}, {}}}}};
}

std::string explained(const std::optional<experiment::Comparison>& whatif) {
  std::string text = explain_text(sample_result_with_why(), whatif);
  std::ranges::replace(text, '\n', ' ');
  return text;
}

TEST(ExplainText, BeginsWithHowManyWereServedInTime) {
  EXPECT_THAT(explained({}),
              StartsWith("Lunch  3 customers came: 66.7 % were served, 33.3 % gave up in line. Of all who came, 25 % "
                         "were served within 5 s; the aim, 100 %, is not met. "));
}

TEST(ExplainText, TellsHowManyOfThoseServedFoundNoPlace) {
  ScenarioResult result = sample_result_with_why();
  result.pooled.customers.served = 4;
  result.pooled.lines = {{.name = "lunch", .stops = {{.name = "counter"}, {.name = "tables", .left = 1}}}};

  EXPECT_THAT(explain_text(result, {}),
              AllOf(HasSubstr("gave up in line.\nOf those served, 25 % found no place at lunch tables, and left.\n"),
                    Not(HasSubstr("lunch counter"))));
}

TEST(ExplainText, NumbersWhatCertainlyHelpsWithItsGainsAndCost) {
  EXPECT_THAT(
      explained(five_changes()),
      HasSubstr(" No single change reaches the aim of 100 %. 1. grill: 1 → 2 (16.00 an hour): 25.0 ± 5.0 points more "
                "within target, to 75 %; 12.0 ± 3.0 s less total time on average. No clear effect:"));
}

TEST(ExplainText, TellsWhatIsNotCertainAndWhatDoesNotHelp) {
  EXPECT_THAT(explained(five_changes()),
              AllOf(HasSubstr(" No clear effect: oven + 1: 1.0 ± 5.0 points more within target, to 51 %. "),
                    HasSubstr(" Hardly changes within target (less than 1 % of today's value): soda + 1. "),
                    HasSubstr(" Makes it worse: tray + 1: 10.0 ± 5.0 points less within target, to 40 %. ")));
}

TEST(ExplainText, CallsServingMoreCustomersATradeOff) {
  EXPECT_THAT(explained(five_changes()), HasSubstr(" A trade-off: till + 1: 10.0 ± 5.0 points "
                                                   "less within target, to 40 %; 20.0 ± 5.0 more customers served. "));
}

TEST(ExplainText, SaysIfNothingCertainlyHelps) {
  experiment::Comparison comparison = five_changes();
  comparison.differences.erase(comparison.differences.begin());

  EXPECT_THAT(explained(comparison),
              HasSubstr("No change that was tried certainly improves within target by 1 % or more."));
}

TEST(ExplainText, TellsWhatHelpsOtherwiseEvenIfNoMoreAreInTime) {
  experiment::Comparison comparison = five_changes();
  comparison.differences.resize(1);
  comparison.differences[0].metrics[0] = {0, 0, 0, 0, {}, 20, Verdict::not_distinguishable};

  EXPECT_THAT(explained(comparison), HasSubstr(" Helps otherwise: grill: 1 → 2 (16.00 an hour): "));
  EXPECT_THAT(explained(comparison), HasSubstr("; 12.0 ± 3.0 s less total time on average. "));
}

TEST(ExplainText, TellsThatFewerLeaveAFullStop) {
  experiment::Comparison comparison = five_changes();
  comparison.metrics = {"satisfied.fraction", "lines.inside.stops.tables.left", "money.profit"};
  comparison.differences.resize(1);
  comparison.differences[0].metrics = {{0.5, 0.5, 0, 0, {}, 20, Verdict::not_distinguishable},
                                       {24, 19, -5, 2, {}, 20, Verdict::lower},
                                       {900, 900, 0, 0, {}, 20, Verdict::not_distinguishable}};

  EXPECT_THAT(
      explained(comparison),
      HasSubstr(" Helps otherwise: grill: 1 → 2 (16.00 an hour): no more within target, to 50 %; 5.0 ± 2.0 fewer "
                "left for want of a place at inside tables; no change of profit. "));
}

TEST(ExplainText, SaysThatOneReplicationIsNotCertain) {
  experiment::Comparison comparison = five_changes();
  for (experiment::Difference& difference : comparison.differences) {
    for (experiment::MetricDifference& it : difference.metrics) {
      it.n = 1;
    }
  }

  EXPECT_THAT(explained(comparison), HasSubstr("One replication has no interval, so no difference is certain."));
}

TEST(ExplainText, SaysWhichChangesDoExactlyTheSame) {
  experiment::Comparison comparison = five_changes();
  comparison.differences.resize(1);
  comparison.differences.push_back(comparison.differences[0]);
  comparison.differences[1].change_text = "grill: 1 → 3";

  EXPECT_THAT(explained(comparison), HasSubstr(" 2. grill: 1 → 3 (16.00 an hour): the same as 1. "));
}

TEST(ExplainText, ShowsTheProfitAndWhetherItsChangeIsCertain) {
  experiment::Comparison comparison = five_changes();
  comparison.differences.resize(2);
  comparison.metrics.emplace_back("money.profit");
  comparison.differences[0].metrics.push_back({900, 950, 50, 80, {}, 20, Verdict::not_distinguishable});
  comparison.differences[1].metrics.push_back({900, 800, -100, 20, {}, 20, Verdict::lower});

  EXPECT_THAT(explained(comparison),
              AllOf(HasSubstr("; 50.00 ± 80.00 more profit (may be chance). "),
                    HasSubstr("oven + 1 (its cost is not given): "), HasSubstr("; 100.00 ± 20.00 less profit. ")));
}

TEST(ExplainText, SaysIfThereIsNothingToAdd) {
  EXPECT_THAT(explained({}), EndsWith("There is nothing of which there could be more. "));
}

TEST(ExplainText, SaysThatNobodyCame) {
  ScenarioResult nobody{sample_spec(), {}};
  nobody.pooled.why.emplace();

  EXPECT_EQ(explain_text(nobody, {}), "Lunch\n\nNobody came.\n\nThere is nothing of which there could be more.\n");
}

TEST(ExplanationJson, HasTheParts) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_explanation(json, sample_result_with_why(), {});

  EXPECT_THAT(text, StartsWith(R"({"format":"fastfood-explanation/1","version":")"));
  EXPECT_THAT(text, HasSubstr(R"(,"scenario":"Lunch","seed":7,"replications":1,"why":{"served":2,)"));
  EXPECT_THAT(text, EndsWith(R"(,"whatif":null})"));
}

}  // namespace
}  // namespace fastfood::report::explain_text_test
