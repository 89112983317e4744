#include "sim/model/results/run_statistics.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace fastfood::model {
namespace {

using namespace std::chrono_literals;

TEST(RunStatistics, OfALineKeepTheMaximumAndAddTheRest) {
  LineStatistics line{.area = 10, .time = 5s, .max = 2};

  line.merge({.area = 3, .time = 1s, .max = 4});

  EXPECT_TRUE(line.area == 13);
  EXPECT_EQ(line.time, 6s);
  EXPECT_EQ(line.max, 4);
}

TEST(RunStatistics, HaveAsManyPeriodsAsTheLongestRun) {
  RunStatistics all;
  all.periods.resize(1);
  all.periods[0].arrived = 2;
  RunStatistics longer;
  longer.periods.resize(2);
  longer.periods[0].arrived = 3;
  longer.periods[1].arrived = 4;

  all.merge(longer);

  ASSERT_EQ(all.periods.size(), 2U);
  EXPECT_EQ(all.periods[0].arrived, 5);
  EXPECT_EQ(all.periods[1].arrived, 4);
}

}  // namespace
}  // namespace fastfood::model
