#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "sim/experiment/run/compare.hpp"
#include "sim/experiment/run/whatif.hpp"
#include "tests/system/shipped.hpp"

namespace fastfood::model {
namespace {

TEST(SameCustomers, SaveFourOfFiveReplicationsAtLunch) {
  const scenario::Template lunch = shipped_template("burger_lunch");
  experiment::ComparisonOptions plan{.metric = "total_time.mean", .metrics = {"total_time.mean"}, .replications = 100};

  const auto seen = experiment::compare(
      experiment::marginal_alternatives(lunch, lunch.with({})->spec, experiment::Margin::one_more).alternatives, plan);

  // One more of the crew. Differences of independent runs have the variances of both, s² + s² where these are alike;
  // those of pairs 2 s² (1 - r). For the same half-width it takes 1 / (1 - r) times fewer replications.
  const auto more_crew = std::ranges::find(seen->differences, "crew + 1", &experiment::Difference::name);
  ASSERT_NE(more_crew, seen->differences.end());
  EXPECT_GE(1 / (1 - *more_crew->metrics.front().correlation), 5);
}

}  // namespace
}  // namespace fastfood::model
