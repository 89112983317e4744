#include "sim/scenario/read/distribution.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using random::Distribution;

std::string with_time(const std::string& time) {
  return R"({"menu": {"soda": {"time": )" + time + R"(}}, "orders": []})";
}

Distribution time_of(const std::string& time) {
  return read_scenario(with_time(time), "lunch").value().spec.menu.at(0).steps.at(0).time;
}

TEST(Distribution, OfAPlainDurationIsConstant) { EXPECT_EQ(time_of("\"250ms\""), Distribution(250ms)); }

TEST(Distribution, HasTheParametersOfItsKind) {
  EXPECT_EQ(time_of(R"({"distribution": "constant", "value": "4s"})"), Distribution(random::Constant{4s}));
  EXPECT_EQ(time_of(R"({"distribution": "uniform", "min": 1, "max": 2})"), Distribution(random::Uniform{1s, 2s}));
  EXPECT_EQ(time_of(R"({"distribution": "triangular", "min": 1, "mode": 1, "max": 2})"),
            Distribution(random::Triangular{1s, 1s, 2s}));
  EXPECT_EQ(time_of(R"({"distribution": "pert", "min": 0, "mode": 1, "max": "1min"})"),
            Distribution(random::Pert{0s, 1s, 1min}));
  EXPECT_EQ(time_of(R"({"distribution": "exponential", "mean": 3})"), Distribution(random::Exponential{3s}));
  EXPECT_EQ(time_of(R"({"distribution": "erlang", "k": 2, "mean": 3})"), Distribution(random::Erlang{2, 3s}));
  EXPECT_EQ(time_of(R"({"distribution": "gamma", "shape": 0.5, "scale": 3})"), Distribution(random::Gamma{0.5, 3s}));
  EXPECT_EQ(time_of(R"({"distribution": "normal", "mean": 0, "sd": 3})"), Distribution(random::Normal{0s, 3s}));
  EXPECT_EQ(time_of(R"({"distribution": "lognormal", "mean": 2, "sd": 0})"), Distribution(random::Lognormal{2s, 0s}));
  EXPECT_EQ(time_of(R"({"distribution": "weibull", "shape": 1.65, "scale": "4.25min"})"),
            Distribution(random::Weibull{1.65, 255s}));
  EXPECT_EQ(time_of(R"({"distribution": "discrete", "values": [1, "2s"], "weights": [0, 0.5]})"),
            Distribution(random::Discrete{{1s, 2s}, {0, 0.5}}));
  EXPECT_EQ(time_of(R"({"distribution": "empirical", "samples": [1, 1, 2]})"),
            Distribution(random::Empirical{{1s, 1s, 2s}}));
}

TEST(Distribution, IsRefusedIfItIsWrong) {
  const std::string above = "expected a duration above 0, got 0";
  const std::vector<Marked> table{
      {R"(^{"mean": 1})", "distribution: missing; a time is a duration, or has the name of its distribution"},
      {R"({"distribution": ^"exponental", "mean": 1})",
       R"(distribution: there is no distribution "exponental"; did you mean exponential?)"},
      {R"({"distribution": ^3})",
       "distribution: expected one of constant, uniform, triangular, pert, exponential, erlang, gamma, normal, "
       "lognormal, "
       "weibull, discrete, empirical, got 3"},
      {R"({"distribution": "exponential", ^"men": 1, "mean": 1})",
       "men: unknown key; remove it; mean is there already"},
      {R"(^{"distribution": "exponential"})", "mean: missing; exponential needs it"},
      {R"({"distribution": "exponential", "mean": ^0})", "mean: " + above},
      {R"({"distribution": "erlang", "k": ^0, "mean": 1})", "k: expected a whole number of at least 1, got 0"},
      {R"({"distribution": "gamma", "shape": ^0, "scale": 1})", "shape: expected a number above 0, got 0"},
      {R"({"distribution": "gamma", "shape": 1, "scale": ^0})", "scale: " + above},
      {R"({"distribution": "lognormal", "mean": ^0, "sd": 1})", "mean: " + above},
      {R"({"distribution": "normal", "mean": 1, "sd": ^-1})", "sd: expected a duration of at least 0, got -1"},
      {R"({"distribution": "uniform", "min": 2, "max": ^1})", "max: is below min"},
      {R"({"distribution": "triangular", "min": 2, "mode": ^1, "max": 3})", "mode: is below min"},
      {R"({"distribution": "pert", "min": 1, "mode": 3, "max": ^2})", "max: is below mode"},
      {R"({"distribution": "empirical", "samples": ^[]})", "samples: expected at least one, got none"},
      {R"({"distribution": "discrete", "values": [1, 2], "weights": ^[1]})",
       "weights: expected as many weights as values, 2, got 1"},
      {R"({"distribution": "discrete", "values": [1], "weights": ^[0]})",
       "weights: expected a weight above 0 among them"},
      {R"({"distribution": "discrete", "values": [1], "weights": [^-1]})",
       "weights.0: expected a number of at least 0, got -1"},
  };
  std::vector<Marked> scenarios;
  for (const Marked& row : table) {
    scenarios.push_back({with_time(row.text), "menu.soda.time." + row.diagnostic});
  }
  expect_faults(scenarios);
}

}  // namespace
}  // namespace fastfood::scenario
