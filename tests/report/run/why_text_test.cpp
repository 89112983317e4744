#include "sim/report/run/why_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/report/run/summary_text.hpp"
#include "sim/report/run/why_table.hpp"
#include "tests/report/sample_why.hpp"

namespace fastfood::report::why_text_test {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// The sample without a target, so that nobody is late.
ScenarioResult without_target() {
  ScenarioResult result = sample_result_with_why();
  result.pooled.why->late = 0;
  for (model::WhyPart& part : result.pooled.why->parts) {
    part.late = std::nullopt;
  }
  return result;
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

TEST(WhyTable, HasThisLayout) {
  EXPECT_EQ(why_table(sample_result_with_why(), {}), R"(where the time went                 average (s)   %  late (s)
in line: staff make others' orders         15.0  38      27.0  █████████░░░░░░░
in line: staff take others' orders          1.0   2       3.0  █░
ordering                                    4.0  10       4.0  ██
waiting for grill: busy                     6.0  15       9.0  ████░
waiting for grill: fewer scheduled          4.0  10       6.0  ██░░
other work (no station)                     9.8  24      10.8  ██████
everything else                             0.2   1       0.2
█ an average customer, ░ how much more a late one. Preparing is told of the item
of each order that is ready last.
)");
}

TEST(WhyTable, HasNoColumnForLateCustomersIfNobodyIsLate) {
  EXPECT_THAT(why_table(without_target(), {}), AllOf(HasSubstr("average"), Not(HasSubstr("late"))));
}

TEST(WhyTable, PutsTheGroupsTogether) {
  ScenarioResult result = sample_result_with_why();
  result.spec.servers.push_back({.name = "Bo"});
  model::WhyPart at_bo = result.pooled.why->parts[2];
  at_bo.where = "Bo";
  result.pooled.why->parts.push_back(at_bo);

  EXPECT_THAT(why_table(result, {}), HasSubstr("\nordering                                    8.0 "));
}

/// Customers of two lines of cars, who wait for the pay window and are held up there. Nothing here is simulated.
ScenarioResult result_of_lanes() {
  using model::WhyCause;
  using model::WhyPhase;
  const auto part = [](WhyPhase phase, std::size_t where, WhyCause cause, double mean) {
    return model::WhyPart{{phase, where, cause}, "", mean, mean / 40, {}};
  };
  ScenarioResult result = without_target();
  const model::StopSpec speaker{.name = "speaker", .kind = model::StopKind::order};
  const model::StopSpec window{.name = "pay window", .kind = model::StopKind::collect};
  result.spec.lines = {{.name = "left", .stops = {speaker, window}}, {.name = "right", .stops = {speaker, window}}};
  const std::size_t at_right_window = result.spec.stations.size() + 3;
  result.pooled.why->parts = {part(WhyPhase::line, 0, WhyCause::ordering, 12),
                              part(WhyPhase::line, 1, WhyCause::ordering, 6),
                              part(WhyPhase::line, 0, WhyCause::no_place, 2),
                              part(WhyPhase::preparing, at_right_window, WhyCause::blocked, 9),
                              part(WhyPhase::preparing, at_right_window, WhyCause::no_place, 6),
                              part(WhyPhase::preparing, at_right_window, WhyCause::work, 5)};
  return result;
}

TEST(WhySentences, TellACauseOfSeveralLinesOnce) {
  // 18 of the 20 s in line are the staff's, in both lines.
  EXPECT_THAT(on_one_line(why_sentences(result_of_lanes(), {})),
              HasSubstr("stands in line for 20 s. For 90 % of that time the staff take the orders of others, for 10 % "
                        "nobody can move up to where orders are taken."));
}

TEST(WhySentences, TellWhereCustomersAreHeldUp) {
  EXPECT_THAT(on_one_line(why_sentences(result_of_lanes(), {})),
              AllOf(HasSubstr("is held up at right pay window for 9.0 s: there is no room to move on."),
                    HasSubstr("waits 6.0 s for right pay window. All that time it is full.")));
}

TEST(WhyTable, NamesAStopWithItsLine) {
  EXPECT_THAT(why_table(result_of_lanes(), {}),
              AllOf(HasSubstr("held up at right pay window: no room ahead"),
                    HasSubstr("waiting for right pay window: no place"), HasSubstr("at right pay window")));
}

TEST(WhyTable, SaysThatKiosksAreInUse) {
  ScenarioResult result = result_of_lanes();
  result.spec.lines[0].stops[0].time = 60s;

  EXPECT_THAT(why_table(result, {}), HasSubstr("in line: kiosks in use"));
}

TEST(WhySentences, TellFirstWhatLateCustomersWaitForLongerThanOthers) {
  const std::string text = on_one_line(why_sentences(sample_result_with_why(), {}));

  // In line 30 s instead of 16 s, at the grill 15 s instead of 10 s.
  EXPECT_THAT(text, HasSubstr("A late customer (beyond 5 s) takes 60 s in all, an average one 40 s. A late customer "
                              "stands in line for 30 s, an average one 16 s. For 90 % of that time the staff are busy "
                              "with orders of others that are being made, for 10 % the staff take the orders of "
                              "others. In that time those orders are: waiting for grill: fewer scheduled (80 %), other "
                              "work (no station) (20 %). A late customer waits 15 s for the grill, an average one 10 "
                              "s. For 60 % of that time it is busy with others, for 40 % the schedule has fewer of "
                              "it, or none."));
}

TEST(WhySentences, NameNoTimeIfTargetsDiffer) {
  ScenarioResult result = sample_result_with_why();
  result.spec.orders = {{.customer = "Bo", .who = {.target = model::TargetSpec{9s}}}};

  EXPECT_THAT(on_one_line(why_sentences(result, {})), HasSubstr("A late customer (beyond their target) takes 60 s"));
}

TEST(WhySentences, TellWhatAnAverageCustomerWaitsForIfNobodyIsLate) {
  const std::string text = on_one_line(why_sentences(without_target(), {}));

  EXPECT_THAT(text, HasSubstr("An average customer takes 40 s in all. An average customer stands in line for 16 s."));
  EXPECT_THAT(text, HasSubstr("An average customer waits 10 s for the grill."));
  EXPECT_THAT(text, Not(HasSubstr("late")));
}

TEST(WhySentences, TellWhatCustomersWaitForIfAllAreLate) {
  ScenarioResult result = sample_result_with_why();
  result.pooled.why->late = result.pooled.why->served;

  EXPECT_THAT(on_one_line(why_sentences(result, {})), HasSubstr("An average customer stands in line for 16 s."));
}

TEST(WhySentences, TellThatStaffStandIdleIfTheyCouldHaveMoreThanOneOrderOpen) {
  ScenarioResult result = sample_result_with_why();
  result.spec.servers[0].orders_in_flight = 2;

  EXPECT_THAT(on_one_line(why_sentences(result, {})),
              HasSubstr("For 90 % of that time the staff are idle, but may take no more orders before one is done"));
}

TEST(WhySentences, EndWithThoseWhoGaveUpEvenIfNobodyWasServed) {
  EXPECT_THAT(
      on_one_line(why_sentences(sample_result_with_why(), {})),
      EndsWith("Those who gave up in line had waited 40 s on average; for 75 % of that time fewer people are on "
               "duty than at the busiest time of the roster. "));

  ScenarioResult nobody = sample_result_with_why();
  nobody.pooled.why->served = nobody.pooled.why->late = 0;
  nobody.pooled.why->parts.clear();

  EXPECT_THAT(why_sentences(nobody, {}), StartsWith("Those who gave up in line had waited 40 s on average;"));
}

TEST(WhyLine, NamesWhatTookMostOfTheTimeOfLateCustomers) {
  EXPECT_EQ(why_line(sample_result_with_why(), {}),
            "Most of the time of those who were late: in line, 50 %. See fastfood explain.\n");
  EXPECT_EQ(why_line(without_target(), {}), "");
}

TEST(WhyTexts, AreEmptyIfNobodyWasServed) {
  ScenarioResult nobody{sample_spec(), {}};
  nobody.pooled.why.emplace();

  EXPECT_EQ(why_table(nobody, {}) + why_sentences(nobody, {}) + why_line(nobody, {}) + worst_period_text(nobody, {}),
            "");
}

TEST(WorstPeriod, IsTheOneWithTheFewestWithinTheTarget) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.opens_at = 11h;
  result.spec.report_every = 30min;
  model::PeriodResult good = sample_period();
  model::PeriodResult bad = sample_period();
  bad.from = at(1h);
  bad.satisfied->fraction = 0.25;
  result.pooled.by_period = {good, bad, good};

  EXPECT_EQ(
      worst_period_text(result, {}),
      "The half hour with the fewest in time begins at 12:00: 25 % within 5 s, and\n0.5 s of total time on average.\n");
}

TEST(WorstPeriod, IsNoneInWhichNobodyHasATargetIfOthersDo) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.target.reset();
  result.spec.orders = {{.customer = "Bo", .who = {.target = model::TargetSpec{5s}}}};
  result.spec.report_every = 10min;
  model::PeriodResult slow = sample_period();
  slow.from = at(10min);
  slow.total_time = stats::summarize({20s});
  slow.satisfied = model::Satisfied{};
  result.pooled.by_period = {sample_period(), slow};

  EXPECT_EQ(on_one_line(worst_period_text(result, {})),
            "The period of 10 min with the fewest in time begins at 0:00:00: 50 % within their target, and 0.5 s of "
            "total time on average. ");
}

TEST(WorstPeriod, IsTheSlowestWithoutATarget) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.report_every = 10min;
  model::PeriodResult slow = sample_period();
  slow.from = at(10min);
  slow.total_time = stats::summarize({20s});
  result.pooled.by_period = {sample_period(), slow};
  for (model::PeriodResult& period : *result.pooled.by_period) {
    period.satisfied = std::nullopt;
  }

  EXPECT_EQ(worst_period_text(result, {}),
            "The slowest period of 10 min begins at 0:10:00: 20 s of total time on average.\n");
}

TEST(SummaryText, SaysWhyInOneLineOrInFullIfAsked) {
  ScenarioResult result = sample_result_with_why();

  EXPECT_THAT(summary_text(result), EndsWith("See fastfood explain.\n"));

  result.shows_why = true;

  EXPECT_THAT(summary_text(result),
              AllOf(HasSubstr("where the time went"), HasSubstr("A late customer (beyond 5 s) takes"),
                    Not(HasSubstr("See fastfood explain"))));
}

}  // namespace
}  // namespace fastfood::report::why_text_test
