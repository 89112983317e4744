#include "sim/experiment/study/points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/json/document.hpp"
#include "tests/experiment/study_of.hpp"

namespace fastfood::experiment::points_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint64_t seed = 7;

/// Each point as the JSON of its values, separated by blanks.
std::vector<std::string> texts(const Study& study) {
  const Points points(study, seed);
  std::vector<std::string> texts;
  for (std::size_t index = 0; index != points.size(); ++index) {
    std::string text;
    for (const Value& value : points.at(index)) text += (text.empty() ? "" : " ") + value.json;
    texts.push_back(text);
  }
  return texts;
}

Study with_points(Study study, std::size_t points) {
  study.points = points;
  return study;
}

TEST(Points, OfAGridAreAllCombinationsWithTheLastParameterFastest) {
  EXPECT_THAT(
      texts(study_of(Design::grid, {listed("a", {"1", "2"}), listed("b", {"x"}), listed("c", {"3", "4", "5"})})),
      ElementsAre("1 \"x\" 3", "1 \"x\" 4", "1 \"x\" 5", "2 \"x\" 3", "2 \"x\" 4", "2 \"x\" 5"));
}

TEST(Points, OfAZipTakeTheFirstValuesThenTheSecond) {
  EXPECT_THAT(texts(study_of(Design::zip, {listed("a", {"1", "2", "1"}), listed("b", {"3", "4", "5"})})),
              ElementsAre("1 3", "2 4", "1 5"));
}

TEST(Points, AreThoseForWhichAllConditionsHold) {
  const std::vector<Parameter> parameters = {listed("a", {"1", "2", "10"}), listed("b", {"async", "sequential"})};
  EXPECT_THAT(texts(study_of(Design::grid, parameters, {"a >= 2"})),
              ElementsAre("2 \"async\"", "2 \"sequential\"", "10 \"async\"", "10 \"sequential\""));
  EXPECT_THAT(texts(study_of(Design::grid, parameters, {"a > 1", "a < 10", "b != async"})),
              ElementsAre("2 \"sequential\""));
  EXPECT_THAT(texts(study_of(Design::grid, parameters, {"a > 10"})), IsEmpty());
  EXPECT_THAT(texts(study_of(Design::zip, {listed("a", {"1", "2", "3"}), listed("b", {"6", "5", "4"})}, {"b != 5"})),
              ElementsAre("1 6", "3 4"));
}

TEST(Points, OfAHugeGridNeedNoMemory) {
  const std::vector<std::string> values(1000, "1");
  const Study study = study_of(Design::grid, std::vector(5, listed("a", values)));
  const Points points(study, seed);

  EXPECT_EQ(points.size(), 1'000'000'000'000'000U);
  EXPECT_EQ(points.at(points.size() - 1).size(), 5U);
}

TEST(Points, OfARandomDesignAreInTheirRanges) {
  const Study study =
      with_points(study_of(Design::random, {ranged("a", {2, 3}), ranged("b", {1, 3, true})}, {"b != 2"}), 200);
  const Points points(study, seed);
  EXPECT_LT(points.size(), 200U);
  EXPECT_GT(points.size(), 60U);  // a third of 200 is dropped on average; 60 left is ten standard deviations off
  for (std::size_t index = 0; index != points.size(); ++index) {
    const Point point = points.at(index);
    EXPECT_TRUE(*point[0].number > 2 && *point[0].number < 3) << point[0].json;
    EXPECT_TRUE(point[1].json == "1" || point[1].json == "3") << point[1].json;
  }
}

TEST(Points, DroppedFromALatinHypercubeLeaveTheOthersUnchanged) {
  const std::vector<Parameter> parameters = {ranged("a", {0, 1})};
  const auto all = texts(with_points(study_of(Design::latin_hypercube, parameters), 20));
  const auto kept = texts(with_points(study_of(Design::latin_hypercube, parameters, {"a < 0.5"}), 20));

  std::vector<std::string> expected;
  for (const std::string& text : all) {
    if (std::stod(text) < 0.5) expected.push_back(text);
  }
  EXPECT_EQ(kept, expected);
  EXPECT_EQ(kept.size(), 10U);  // one of each stratum below a half
}

TEST(Points, AreCountedBeforeAnyIsDropped) {
  EXPECT_EQ(size_of_design(study_of(Design::grid, {listed("a", {"1", "2"}), listed("b", {"1", "2", "3"})}, {"a < 1"})),
            6);
  EXPECT_EQ(size_of_design(study_of(Design::zip, {listed("a", {"1", "2"}), listed("b", {"3", "4"})})), 2);
  EXPECT_EQ(size_of_design(with_points(study_of(Design::random, {ranged("a", {0, 1})}), 500)), 500);
  const Study astronomical = study_of(Design::grid, std::vector(40, listed("a", std::vector<std::string>(1000, "1"))));
  EXPECT_DOUBLE_EQ(size_of_design(astronomical), 1e120);
}

TEST(Points, AreSetInTheScenarioByTheirPaths) {
  const Study study = study_of(Design::grid, {listed("/menu/a.b/time", {"\"4s\""}), listed("servers.count", {"2"})});
  const auto overrides = overrides_of(study, Points(study, seed).at(0));

  ASSERT_EQ(overrides.size(), 2U);
  EXPECT_EQ(overrides[0].path, "/menu/a.b/time");
  EXPECT_EQ(scenario::json_text(*overrides[0].value.root), "\"4s\"");
  EXPECT_EQ(overrides[1].path, "servers.count");
  EXPECT_EQ(scenario::json_text(*overrides[1].value.root), "2");
}

std::vector<double> costs(const Study& study) {
  const Points points(study, seed);
  std::vector<double> costs;
  for (std::size_t index = 0; index != points.size(); ++index) costs.push_back(cost_of(study, points.at(index)));
  return costs;
}

Parameter priced(Parameter parameter, Prices prices) {
  parameter.prices = std::move(prices);
  return parameter;
}

TEST(Points, CostThePriceOfEachUnitAboveTheMinimum) {
  EXPECT_THAT(costs(study_of(Design::grid, {priced(listed("a", {"3", "2", "5"}), 100.0)})), ElementsAre(100, 0, 300));
  EXPECT_THAT(costs(study_of(Design::grid, {priced(listed("a", {"3", "2", "5"}), -1.0)})), ElementsAre(2, 3, 0));
  const Study drawn = with_points(study_of(Design::random, {priced(ranged("a", {2, 6}), 0.5)}), 1);
  EXPECT_EQ(cost_of(drawn, {value_of(5.0)}), 1.5);
}

TEST(Points, CostThePriceOfTheirValueAboveTheCheapest) {
  const std::vector<std::pair<Value, double>> prices = {
      {{"\"async\"", {}}, 250}, {{"\"sequential\"", {}}, 50}, {{"\"never\"", {}}, 1}};

  EXPECT_THAT(costs(study_of(Design::grid, {priced(listed("a", {"sequential", "async"}), prices)})),
              ElementsAre(0, 200));
}

TEST(Points, CostTheSumOverTheirParametersSomeOfWhichAreFree) {
  EXPECT_THAT(costs(study_of(Design::grid, {priced(listed("a", {"1", "2"}), 10.0), listed("free", {"1", "2"}),
                                            priced(listed("b", {"1", "3"}), 1.0)})),
              ElementsAre(0, 2, 0, 2, 10, 12, 10, 12));
}

}  // namespace
}  // namespace fastfood::experiment::points_test
