#include "sim/experiment/study/numeric_range.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fastfood::experiment {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(const NumericRange& steps) {
  const std::vector<Value> values = values_of(steps).value();
  std::vector<std::string> texts;
  for (const Value& value : values) texts.push_back(value.json);
  return texts;
}

TEST(NumericRange, HasAStepOfOneByDefault) { EXPECT_THAT(texts({"3", "5"}), ElementsAre("3", "4", "5")); }

TEST(NumericRange, IsExactInDecimals) {
  EXPECT_THAT(texts({"0.1", "0.5", "0.1"}), ElementsAre("0.1", "0.2", "0.3", "0.4", "0.5"));
  EXPECT_THAT(texts({"-0.3", "0.3", "0.15"}), ElementsAre("-0.3", "-0.15", "0", "0.15", "0.3"));
  EXPECT_THAT(texts({"0", "1e-1", "5.0e-2"}), ElementsAre("0", "0.05", "0.1"));
  EXPECT_THAT(texts({"1e30", "3e30", "1e30"}), ElementsAre("1e+30", "2e+30", "3e+30"));
  EXPECT_THAT(texts({"999999999999999998", "999999999999999999"}),
              ElementsAre("999999999999999998", "999999999999999999"));
}

TEST(NumericRange, ReturnsNumbersToo) {
  EXPECT_EQ(values_of({"0.2", "0.3", "0.1"}).value(), (std::vector<Value>{{"0.2", 0.2}, {"0.3", 0.3}}));
}

TEST(NumericRange, EndsBeforeTheFirstValueBeyond) {
  EXPECT_THAT(texts({"1", "5", "2"}), ElementsAre("1", "3", "5"));
  EXPECT_THAT(texts({"1", "6", "2"}), ElementsAre("1", "3", "5"));
  EXPECT_THAT(texts({"1", "1.9", "1"}), ElementsAre("1"));
  EXPECT_THAT(texts({"7", "7", "3"}), ElementsAre("7"));
}

TEST(NumericRange, IsRefusedIfItReachesNoEnd) {
  EXPECT_EQ(values_of({"1", "5", "0"}).error(), "expected a step above 0, got 0");
  EXPECT_EQ(values_of({"1", "5", "-0.5"}).error(), "expected a step above 0, got -0.5");
  EXPECT_EQ(values_of({"5", "1", "1"}).error(), "there is nothing from 5 to 1; give the smaller one first");
  EXPECT_EQ(values_of({"0.30000000000000001", "0.3", "0.1"}).error(),
            "there is nothing from 0.30000000000000001 to 0.3; give the smaller one first");
}

TEST(NumericRange, HasAtMostAMillionValues) {
  EXPECT_EQ(values_of({"1", "1000000"}).value().size(), 1'000'000U);
  EXPECT_EQ(values_of({"0", "1000000"}).error(), "gives more than 1000000 values; make the steps longer");
  EXPECT_EQ(values_of({"0", "1", "1e-300"}).error(), "gives more than 1000000 values; make the steps longer");
  EXPECT_EQ(values_of({"-1e308", "1e308"}).error(), "gives more than 1000000 values; make the steps longer");
}

TEST(NumericRange, RefusesMoreDigitsThanItCanCompute) {
  EXPECT_EQ(values_of({"1", "2", "0.1234567890123456789"}).error(),
            "has more digits than can be counted with; write fewer than 18");
  EXPECT_EQ(values_of({"5", "5", "1e-999"}).error(), "has more digits than can be counted with; write fewer than 18");
}

}  // namespace
}  // namespace fastfood::experiment
