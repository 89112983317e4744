#include "sim/report/study/study_csv.hpp"

#include <gtest/gtest.h>

#include "tests/report/sample_study.hpp"

namespace fastfood::report {
namespace {

TEST(StudyCsv, HasARowForEachPoint) {
  EXPECT_EQ(study_csv(sample_study(), sample_points()),
            "index,stations.kitchen.capacity,servers.0.mode,replications,"
            "total_time.mean,total_time.mean.half_width,total_time.mean.n,"
            "satisfied.fraction,satisfied.fraction.half_width,satisfied.fraction.n,error\n"
            "0,3,async,2,5.05,0.25,2,0.9,,1,\n"
            "1,4,sequential,0,,,0,,,0,Nobody can go on.\n");
}

TEST(StudyCsv, HasTheSameFieldsForAPointWithoutAnyMetrics) {
  std::vector<experiment::PointResult> points = sample_points();
  points[1].metrics.clear();

  EXPECT_EQ(study_csv(sample_study(), points), study_csv(sample_study(), sample_points()));
}

TEST(StudyCsv, QuotesWhatWouldBreakALine) {
  StudyHeader study = sample_study();
  study.parameters = {"/menu/soda, large/price", "arrivals.0.items"};
  study.metrics = {};
  experiment::PointResult point{.parameters = {whole(3), {R"(["soda","fries"])", {}}}, .error = "two\nlines"};

  EXPECT_EQ(study_csv(study, {point}),
            "index,\"/menu/soda, large/price\",arrivals.0.items,replications,error\n"
            "0,3,\"[\"\"soda\"\",\"\"fries\"\"]\",0,\"two\nlines\"\n");
}

}  // namespace
}  // namespace fastfood::report
