#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/experiment/study_of.hpp"

namespace fastfood::theory {
namespace {

using experiment::Parameter;
using experiment::Study;

/// A counter whose cheapest feasible design follows from theory. Times are in seconds.
struct Choice {
  std::string name;
  int rate_per_hour;
  std::vector<Parameter> parameters;
  std::string requirement;
  std::vector<std::string> expected;  // the parameter values of that design
};

std::ostream& operator<<(std::ostream& out, const Choice& choice) { return out << choice.name; }

Parameter priced(Parameter parameter, experiment::Prices prices) {
  parameter.prices = std::move(prices);
  return parameter;
}

/// Prices are per additional server, and for the faster machine.
std::vector<Choice> choices() {
  const Parameter one_to_four = priced(experiment::listed("servers.count", {"1", "2", "3", "4"}), 15.0);
  const Parameter three_to_six = priced(experiment::listed("servers.count", {"3", "4", "5", "6"}), 15.0);
  const Parameter one_or_two = priced(experiment::listed("servers.count", {"1", "2"}), 10.0);
  const Parameter speed = priced(experiment::listed("menu.coffee.time.mean", {"60", "40"}),
                                 std::vector<std::pair<experiment::Value, double>>{{{"60", 60}, 0}, {{"40", 40}, 7}});
  return {
      // M/M/1 at load 0.8 waits 4 min. M/M/2: C(2, 0.8) = 0.2286, divided by 1.2 a minute is 0.19 min.
      {"OneServerOrMore", 48, {one_to_four}, "wait_time.mean <= 30", {"2"}},
      // M/M/3 at load 2.4: C = 0.6472, divided by 0.6 a minute is 1.08 min. M/M/4: C = 0.2871, divided by 1.6 a minute
      // is 0.18 min.
      {"ThreeServersOrMore", 144, {three_to_six}, "wait_time.mean <= 30", {"4"}},
      // M/M/1 with 60 s waits 4 min, with 40 s 0.5333 / (1.5 - 0.8) = 0.76 min. M/M/2 with 60 s waits 0.19 min.
      {"AFasterServerOrASecondOne", 48, {one_or_two, speed}, "wait_time.mean <= 60", {"1", "40"}},
  };
}

Study study_of(const Choice& choice) {
  const std::string text = R"({
    "menu": {"coffee": {"time": {"distribution": "exponential", "mean": 60}}},
    "servers": {"count": 1},
    "arrivals": [{"rate_per_hour": )" +
                           std::to_string(choice.rate_per_hour) + R"(, "count": 1200, "items": ["coffee"]}],
    "warmup": "1h"
  })";
  Study study{.scenario = {scenario::parse_document(text), "a line"}, .parameters = choice.parameters};
  study.metrics = {"wait_time.mean"};
  study.require = {experiment::parse_requirement(choice.requirement).value()};
  return study;
}

bool selects_correctly(Study study, const Choice& choice, std::uint64_t seed) {
  scenario::apply_overrides({scenario::make_override("seed", std::to_string(seed))}, study.scenario.document);
  const auto optimum = experiment::optimize(study, experiment::Points(study, seed), 1);
  if (!optimum.best) {
    return false;
  }
  std::vector<std::string> values;
  for (const experiment::Value& value : optimum.candidates[*optimum.best].parameters) {
    values.push_back(value.json);
  }
  return values == choice.expected;
}

class Selection : public testing::TestWithParam<Choice> {};

TEST_P(Selection, IsCorrectAtTheStatedConfidence) {
  const Study study = study_of(GetParam());
  constexpr int seeds = 200;
  int correct = 0;

  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    correct += selects_correctly(study, GetParam(), seed) ? 1 : 0;
  }

  // 0.95 minus three standard errors, each sqrt(0.95 * 0.05 / 200) = 0.0154.
  EXPECT_GE(correct, 0.9038 * seeds);
}

INSTANTIATE_TEST_SUITE_P(, Selection, testing::ValuesIn(choices()),
                         [](const testing::TestParamInfo<Choice>& choice) { return choice.param.name; });

}  // namespace
}  // namespace fastfood::theory
