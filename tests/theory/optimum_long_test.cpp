#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/experiment/study_of.hpp"

namespace fastfood::theory {
namespace {

using experiment::Direction;
using experiment::Objective;
using experiment::Parameter;
using experiment::Study;

/// A counter whose best feasible design follows from theory: the cheapest one, or the best by an objective. Times are
/// in seconds.
struct Choice {
  std::string name;
  std::string scenario;
  std::vector<Parameter> parameters;
  std::vector<std::string> require;
  std::vector<std::string> expected;  // the parameter values of that design
  std::optional<Objective> objective{};
};

std::ostream& operator<<(std::ostream& out, const Choice& choice) { return out << choice.name; }

Parameter priced(Parameter parameter, experiment::Prices prices) {
  parameter.prices = std::move(prices);
  return parameter;
}

/// An M/M/c line.
std::string line(int rate_per_hour, int count = 1200) {
  return R"({
    "menu": {"coffee": {"time": {"distribution": "exponential", "mean": 60}}},
    "servers": {"count": 1},
    "arrivals": [{"rate_per_hour": )" +
         std::to_string(rate_per_hour) + R"(, "count": )" + std::to_string(count) + R"(, "items": ["coffee"]}],
    "warmup": "1h"
  })";
}

/// An M/M/c/c+1 line: 60 customers an hour, who leave if somebody waits already. A coffee is sold at 1.
std::string small_bar(const std::string& cost_per_hour) {
  return R"({
    "menu": {"coffee": {"time": {"distribution": "exponential", "mean": 60}, "price": 1}},
    "servers": {"count": 2, "cost_per_hour": )" +
         cost_per_hour + R"(},
    "arrivals": [{"rate_per_hour": 60, "until": "3h", "items": ["coffee"], "balk_at": 1}]
  })";
}

/// Prices are per additional server, and for the faster machine.
std::vector<Choice> cheapest_choices() {
  const Parameter one_to_four = priced(experiment::listed("servers.count", {"1", "2", "3", "4"}), 15.0);
  const Parameter three_to_six = priced(experiment::listed("servers.count", {"3", "4", "5", "6"}), 15.0);
  const Parameter one_or_two = priced(experiment::listed("servers.count", {"1", "2"}), 10.0);
  const Parameter speed = priced(experiment::listed("menu.coffee.time.mean", {"60", "40"}),
                                 std::vector<std::pair<experiment::Value, double>>{{{"60", 60}, 0}, {{"40", 40}, 7}});
  return {
      // M/M/1 at load 0.8 waits 4 min. M/M/2: C(2, 0.8) = 0.2286, divided by 1.2 a minute is 0.19 min.
      {"OneServerOrMore", line(48), {one_to_four}, {"wait_time.mean <= 30"}, {"2"}},
      // M/M/3 at load 2.4: C = 0.6472, divided by 0.6 a minute is 1.08 min. M/M/4: C = 0.2871, divided by 1.6 a minute
      // is 0.18 min.
      {"ThreeServersOrMore", line(144), {three_to_six}, {"wait_time.mean <= 30"}, {"4"}},
      // M/M/1 with 60 s waits 4 min, with 40 s 0.5333 / (1.5 - 0.8) = 0.76 min. M/M/2 with 60 s waits 0.19 min.
      {"AFasterServerOrASecondOne", line(48), {one_or_two, speed}, {"wait_time.mean <= 60"}, {"1", "40"}},
  };
}

/// Of the customers who come, a share P leaves: with a load of 1 a third at one server, 1 / 11 at two, 1 / 49 at three
/// (the last state of a birth-death process; Erlang 1917). So 40, 54.55 and 58.78 an hour buy a coffee.
std::vector<Choice> best_choices() {
  const Objective profit{Direction::maximize, "money.profit"};
  const Parameter one_to_three = experiment::listed("servers.count", {"1", "2", "3"});
  const Parameter wages = experiment::listed("servers.cost_per_hour", {"10", "10.65", "12", "13"});
  const Parameter means = experiment::listed("menu.coffee.time.mean", {"60", "50", "45", "40"});
  const Parameter counts = experiment::listed("servers.count", {"1", "2", "3"});
  const Parameter slower = experiment::listed("menu.coffee.time.mean", {"30", "60", "90"});
  return {
      // At a wage of 10 the profits are 30, 34.55 and 28.78 an hour, a little more on days that begin without a line.
      {"TheMostProfitableStaff", small_bar("10"), {one_to_three}, {}, {"2"}, profit},
      // At a wage of 16 they are 24, 22.55 and 10.78. But half of those served by one server wait for a minute on
      // average, so 30 s over all; of those served by two a fifth waits, for half a minute, so 6 s.
      {"TheMostProfitableStaffWithoutLongWaits",
       small_bar("16"),
       {one_to_three},
       {"wait_time.mean <= 15"},
       {"2"},
       profit},
      // Two servers, who are the faster the more they earn. Loads of 1, 5/6, 3/4 and 2/3 lose shares of 0.0909,
      // 0.0622, 0.0494 and 0.0377. The profits are 34.55, 34.97, 33.04 and 31.74: the best is 1.2 % ahead.
      {"TheSecondIsJustOutsideTheZone", small_bar("10"), {wages, means}, {}, {"10.65", "50"}, profit},
      // One server with 30 s, two with 60 s, or three with 90 s, at 60 customers an hour. M/M/1: 30 / (1 - 0.5) = 60 s.
      // M/M/2: 60 / (1 - 0.25) = 80 s. M/M/3 takes at least 90 s.
      {"OneFastServerOrSeveralSlowOnes",
       line(60, 200),
       {counts, slower},
       {},
       {"1", "30"},
       Objective{Direction::minimize, "total_time.mean"}},
  };
}

Study study_of(const Choice& choice) {
  Study study{.scenario = {scenario::parse_document(choice.scenario), "a line"}, .parameters = choice.parameters};
  study.metrics = {"wait_time.mean"};
  study.objective = choice.objective;
  study.design = choice.objective ? experiment::Design::zip : experiment::Design::grid;
  for (const std::string& text : choice.require) {
    study.require.push_back(experiment::parse_requirement(text).value());
  }
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
  return values == choice.expected && optimum.undistinguished.empty();
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

INSTANTIATE_TEST_SUITE_P(, Selection, testing::ValuesIn(cheapest_choices()),
                         [](const testing::TestParamInfo<Choice>& choice) { return choice.param.name; });
INSTANTIATE_TEST_SUITE_P(ByObjective, Selection, testing::ValuesIn(best_choices()),
                         [](const testing::TestParamInfo<Choice>& choice) { return choice.param.name; });

}  // namespace
}  // namespace fastfood::theory
