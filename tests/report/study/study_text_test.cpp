#include "sim/report/study/study_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"
#include "tests/report/sample_study.hpp"

namespace fastfood::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

/// This many points. The number of cooks of each point is its index.
std::vector<experiment::PointResult> many_points(int number) {
  std::vector<experiment::PointResult> points;
  for (int cooks = 0; cooks < number; ++cooks) {
    points.push_back({.parameters = {whole(cooks), text("async")},
                      .replications = 1,
                      .metrics = {{5, {}, 0.95, 1}, {1, {}, 0.95, 1}}});
  }
  return points;
}

TEST(StudyText, HasThisLayout) {
  EXPECT_EQ(study_text(sample_study(), sample_points()), R"(Lunch

2 points, 2 replications each; ± is half of a 95 % interval

point  kitchen capacity    Ana mode  total time, mean (s)  within target (%)
0                     3       async           5.05 ± 0.25                 90
1                     4  sequential                     -                  -

Point 1 failed (kitchen capacity = 4, Ana mode = sequential):
  Nobody can go on.
)");
}

TEST(StudyText, OfOneRunEachHasNoIntervals) {
  EXPECT_THAT(study_text(sample_study(), many_points(1)), HasSubstr("\n1 point, 1 replication each\n\n"));
}

TEST(StudyText, ReportsIfThereAreNoPoints) { EXPECT_EQ(study_text(sample_study(), {}), "Lunch\n\nNo points.\n"); }

TEST(StudyText, ShowsTheReplicationsOfEachPointIfTheyDiffer) {
  std::vector<experiment::PointResult> points = many_points(2);
  points[1].replications = 12;

  EXPECT_THAT(study_text(sample_study(), points), HasSubstr(R"(
2 points

point  kitchen capacity  Ana mode  runs  total time, mean (s)  within target (%)
0                     0     async     1                     5                100
1                     1     async    12                     5                100
)"));
}

TEST(StudyText, CountsThePointsBeyondTheFirstForty) {
  const std::string text = study_text(sample_study(), many_points(43));

  EXPECT_THAT(
      text, EndsWith("\n39                   39     async                     5                100\n... and 3 more\n"));
  EXPECT_THAT(study_text(sample_study(), many_points(40)), Not(HasSubstr("more")));
}

TEST(StudyText, NamesThePointsThatAreNotAsPreciseAsRequired) {
  std::vector<experiment::PointResult> points = many_points(14);
  points[3].is_precise = points[5].is_precise = false;
  points[4].is_precise = true;

  EXPECT_THAT(study_text(sample_study(), points), EndsWith("\n\nNot as precise as asked for: point 3, 5\n"));

  for (experiment::PointResult& point : points) {
    point.is_precise = false;
  }

  EXPECT_THAT(study_text(sample_study(), points), EndsWith("point 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 4 more\n"));
}

TEST(StudyText, ReportsOnlyTheFirstFailures) {
  std::vector<experiment::PointResult> points = many_points(12);
  for (experiment::PointResult& point : points) {
    point.error = "first line\nsecond \x1B[31mline";
  }

  const std::string text = study_text(sample_study(), points);

  EXPECT_THAT(text, HasSubstr("\nPoint 9 failed (kitchen capacity = 9, Ana mode = async):\n"
                              "  first line\n  second  [31mline\n"));
  EXPECT_THAT(text, EndsWith("\n... and 2 more failed\n"));
}

TEST(StudyText, NamesTheMetricsThatDoNotFit) {
  StudyHeader study = sample_study();
  std::vector<experiment::PointResult> points = sample_points();
  study.metrics.clear();
  points[0].metrics.clear();
  for (const char* metric : {"first", "second", "third", "fourth", "fifth"}) {
    study.metrics.push_back(std::string{"streams."} + metric + ".wait_time.mean");
    points[0].metrics.push_back({12600, 10, 0.95, 2});
  }

  const std::string text = study_text(study, points);

  EXPECT_THAT(text, HasSubstr("  3.500 ± 0.003  3.500 ± 0.003  3.500 ± 0.003\n"));
  EXPECT_THAT(text, HasSubstr("\nNo room here for: fourth wait in line, mean (h), fifth wait in line, mean (h)\n"));
}

}  // namespace
}  // namespace fastfood::report
