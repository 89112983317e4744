#include "sim/report/run/estimates_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report::estimates_text_test {
namespace {

using ::testing::HasSubstr;

TEST(EstimatesText, ListsTheMostImportantEstimates) {
  EXPECT_EQ(estimates_text(sample_replications()), R"(
over 2 replications  mean and 95 % interval
within the target                      25 %
served an hour                     600 ± 20
waiting to order               0.5 ± 0.12 s
servers busy                       50 ± 1 %
grill busy                       75 ± 2.5 %
)");
}

TEST(EstimatesText, IsEmptyForOneRun) { EXPECT_EQ(estimates_text({sample_spec(), sample_run()}), ""); }

TEST(EstimatesText, AcceptsAStationWhoseNameIsNotAPlainKey) {
  ScenarioResult result = sample_replications();
  result.estimates = {{"/stations/no. 1/utilization", {0.5, 0.25, 0.9, 2}},
                      {"servers.each.0.utilization", {0.5, 0.25, 0.9, 2}}};

  EXPECT_EQ(estimates_text(result), R"(
over 2 replications  mean and 90 % interval
no. 1 busy                        50 ± 25 %
)");
}

TEST(EstimatesText, ListsMoneyWasteAndLostCustomersExceptWhatNeverHappens) {
  ScenarioResult result = sample_replications();
  result.estimates = {{"customers.served", {250, 10.5, 0.95, 2}},
                      {"customers.balked", {0, 0, 0.95, 2}},
                      {"customers.reneged", {3, 1, 0.95, 2}},
                      {"stations.grill.uses", {300, 9, 0.95, 2}},
                      {"stations.grill.wasted", {4, 2, 0.95, 2}},
                      {"stations.grill.down", {0, 0, 0.95, 2}},
                      {"stations.fryer.down", {0.05, 0.01, 0.95, 2}},
                      {"money.profit", {-12.5, 3, 0.95, 2}},
                      {"money.cost_per_served", {}}};

  EXPECT_EQ(estimates_text(result), R"(
over 2 replications  mean and 95 % interval
customers served                 250 ± 10.5
gave up waiting                       3 ± 1
grill wasted                          4 ± 2
fryer down                          5 ± 1 %
profit                        -12.50 ± 3.00
)");
}

TEST(EstimatesText, FitsEightyColumnsWithLongNames) {
  ScenarioResult result = sample_replications();
  result.estimates.back().first = "stations.the grill beside the window where the sun comes in.utilization";

  EXPECT_THAT(estimates_text(result), HasSubstr("\nthe grill besi.. busy "));
  EXPECT_LE(longest_line(estimates_text(result)), 80U);
}

}  // namespace
}  // namespace fastfood::report::estimates_text_test
