#include <gtest/gtest.h>

#include <string>

#include "sim/experiment/compare.hpp"
#include "sim/experiment/whatif.hpp"
#include "tests/system/shipped.hpp"

namespace sim::model {
namespace {

TEST(SameCustomers, SaveFourOfFiveReplicationsAtLunch) {
  const scenario::Template lunch = shipped_template("burger_lunch");
  experiment::ComparisonPlan plan{.metric = "total_time.mean", .metrics = {"total_time.mean"}, .replications = 100};

  const auto seen = experiment::compare(experiment::one_more_of_each(lunch, lunch.with({})->spec).contenders, plan);

  // One more of the crew. Differences of independent runs have the variances of both, s² + s² where these are alike;
  // those of pairs 2 s² (1 - r). For the same half-width it takes 1 / (1 - r) times fewer replications.
  const experiment::MetricDifference& more_crew = seen->differences.back().metrics.front();
  EXPECT_EQ(seen->differences.back().name, "crew + 1");
  EXPECT_GE(1 / (1 - *more_crew.correlation), 5);
}

}  // namespace
}  // namespace sim::model
