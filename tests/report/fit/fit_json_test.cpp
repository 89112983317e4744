#include "sim/report/fit/fit_json.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace fastfood::report::fit_json_test {
namespace {

using namespace std::chrono_literals;

TEST(FitJson, WritesDistributionsAsScenariosDo) {
  EXPECT_EQ(distribution_json(random::Constant{30s}), R"({"distribution": "constant", "value": 30})");
  EXPECT_EQ(distribution_json(random::Exponential{1500ms}), R"({"distribution": "exponential", "mean": 1.5})");
  EXPECT_EQ(distribution_json(random::Erlang{3, 1min}), R"({"distribution": "erlang", "k": 3, "mean": 60})");
  EXPECT_EQ(distribution_json(random::Gamma{2.5, 10s}), R"({"distribution": "gamma", "shape": 2.5, "scale": 10})");
  EXPECT_EQ(distribution_json(random::Weibull{0.5, 10s}), R"({"distribution": "weibull", "shape": 0.5, "scale": 10})");
  EXPECT_EQ(distribution_json(random::Normal{9s, 1s}), R"({"distribution": "normal", "mean": 9, "sd": 1})");
  EXPECT_EQ(distribution_json(random::Lognormal{9s, 1s}), R"({"distribution": "lognormal", "mean": 9, "sd": 1})");
  EXPECT_EQ(distribution_json(random::Uniform{1s, 2s}), R"({"distribution": "uniform", "min": 1, "max": 2})");
  EXPECT_EQ(distribution_json(random::Triangular{1s, 2s, 4s}),
            R"({"distribution": "triangular", "min": 1, "mode": 2, "max": 4})");
  EXPECT_EQ(distribution_json(random::Pert{1s, 2s, 4s}), R"({"distribution": "pert", "min": 1, "mode": 2, "max": 4})");
  EXPECT_EQ(distribution_json(random::Discrete{{1s, 2s}, {0.5, 1}}),
            R"({"distribution": "discrete", "values": [1, 2], "weights": [0.5, 1]})");
  EXPECT_EQ(distribution_json(random::Empirical{{1s, 250ms}}),
            R"({"distribution": "empirical", "samples": [1, 0.25]})");
}

TEST(FitJson, EscapesTheNamesOfItems) {
  const experiment::Till till{.items = {"\"big\" one"}, .orders = {{0, 1s, {{0, 1}}}}};
  const experiment::RateFit fit = experiment::fit_rates(till, {.every = 1h}).value();

  EXPECT_EQ(stream_json(fit, till),
            "{\n  \"rate_per_hour\": [\n    {\"from\": 0, \"value\": 1}\n  ],\n  \"until\": 3600,\n"
            "  \"mix\": [\n    {\"weight\": 1, \"items\": [\"\\\"big\\\" one\"]}\n  ]\n}");
}

TEST(FitJson, RoundsRatesToFourDigits) {
  // 10 orders in 7 minutes are 85.714... an hour.
  experiment::Till till{.items = {"a"}};
  till.orders.assign(10, {0, 1s, {{0, 1}}});
  const experiment::RateFit fit = experiment::fit_rates(till, {.every = 7min}).value();

  EXPECT_NE(stream_json(fit, till).find(R"("value": 85.71})"), std::string::npos);
}

}  // namespace
}  // namespace fastfood::report::fit_json_test
