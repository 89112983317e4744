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

  const auto result = experiment::compare(
      experiment::marginal_alternatives(lunch, lunch.with({})->spec, experiment::Margin::one_more).alternatives, plan);

  // The alternative has one more server. The difference of independent runs has the variance s² + s²; that of paired
  // runs has 2 s² (1 - r). So paired runs need 1 - r times as many replications for the same half-width.
  const auto more_crew = std::ranges::find(result->differences, "crew + 1", &experiment::Difference::name);
  ASSERT_NE(more_crew, result->differences.end());
  EXPECT_GE(1 / (1 - *more_crew->metrics.front().correlation), 5);
}

}  // namespace
}  // namespace fastfood::model
