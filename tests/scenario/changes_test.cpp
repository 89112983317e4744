#include "sim/scenario/changes.hpp"

#include <gtest/gtest.h>

namespace fastfood::scenario {
namespace {

Changes between(const std::string& from, const std::string& to) {
  return changes(*parse_document(from).root, *parse_document(to).root);
}

TEST(Changes, AreNoneBetweenEqualScenarios) {
  EXPECT_EQ(between(R"({"until": 3.0, "menu": {}})", R"({"menu": {}, "until": 3})"), Changes{});
}

TEST(Changes, LeadAsDeepAsTheScenariosDiffer) {
  EXPECT_EQ(between(R"({"stations": {"grill": {"capacity": 1}, "oven": {}}})",
                    R"({"stations": {"grill": {"capacity": 2}, "oven": {}}})"),
            (Changes{{"stations.grill.capacity", "2"}}));
  EXPECT_EQ(between(R"({"arrivals": [{"every": 1}, {"every": 2}]})", R"({"arrivals": [{"every": 1}, {"every": 3}]})"),
            (Changes{{"arrivals.1.every", "3"}}));
}

TEST(Changes, IncludeNewAndMissingKeys) {
  EXPECT_EQ(between(R"({"until": 3})", R"({"warmup": 1})"), (Changes{{"warmup", "1"}, {"until", "null"}}));
}

TEST(Changes, AreAWholeListIfItsLengthDiffers) {
  EXPECT_EQ(between(R"({"orders": [1]})", R"({"orders": [1, 2]})"), (Changes{{"orders", "[1,2]"}}));
}

TEST(Changes, IgnoreNamesDescriptionsAndSeeds) {
  EXPECT_EQ(between(R"({"name": "a", "seed": 1, "description": "x"})", R"({"name": "b", "seed": 2})"), Changes{});
  EXPECT_EQ(between(R"({"servers": {"name": "a"}})", R"({"servers": {"name": "b"}})"),
            (Changes{{"servers.name", "\"b\""}}));
}

}  // namespace
}  // namespace fastfood::scenario
