#include "sim/experiment/study/design_sampler.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/experiment/study_of.hpp"

namespace fastfood::experiment {
namespace {

Study drawn(Design design, std::vector<Parameter> parameters, std::size_t points) {
  Study study = study_of(design, std::move(parameters));
  study.points = points;
  return study;
}

/// The values drawn for a parameter, point by point.
std::vector<double> numbers(const Study& study, std::size_t parameter, std::uint64_t seed = 1) {
  const DesignSampler sample(study, seed);
  std::vector<double> numbers;
  for (std::size_t number = 0; number != study.points; ++number) numbers.push_back(sample.at(parameter, number));
  return numbers;
}

TEST(DesignSampler, StaysInsideItsRange) {
  for (const double number : numbers(drawn(Design::random, {ranged("a", {-2, 0.5})}, 1000), 0)) {
    EXPECT_TRUE(number > -2 && number < 0.5) << number;
  }
  EXPECT_EQ(numbers(drawn(Design::random, {ranged("a", {3, 3})}, 1), 0).front(), 3);
  EXPECT_TRUE(std::isfinite(numbers(drawn(Design::random, {ranged("a", {-1.7e308, 1.7e308})}, 1), 0).front()));
}

TEST(DesignSampler, DrawsEachWholeNumberOfARangeEquallyOften) {
  std::map<double, int> seen;
  for (const double number : numbers(drawn(Design::random, {ranged("a", {2, 6, true})}, 10'000), 0)) ++seen[number];

  ASSERT_EQ(seen.size(), 5U);
  EXPECT_EQ(seen.begin()->first, 2);
  EXPECT_EQ(seen.rbegin()->first, 6);
  // Each count is binomial with mean 2000 and standard deviation 40. Five deviations happen once in a million times.
  for (const auto& [number, times] : seen) EXPECT_NEAR(times, 2000, 200) << number;
}

TEST(DesignSampler, DependsOnlyOnTheSeedThePathAndTheNumberOfThePoint) {
  const Parameter a = ranged("a", {0, 1});
  const Parameter b = ranged("b", {0, 1});
  const auto alone = numbers(drawn(Design::random, {a}, 10), 0);

  EXPECT_EQ(numbers(drawn(Design::random, {b, a}, 10), 1), alone);
  EXPECT_NE(numbers(drawn(Design::random, {b, a}, 10), 0), alone);
  EXPECT_NE(numbers(drawn(Design::random, {a}, 10), 0, 2), alone);
  EXPECT_EQ(numbers(drawn(Design::random, {a}, 20), 0)[9], alone[9]);
}

TEST(DesignSampler, OfALatinHypercubeHasOneInEachStratumOfEachParameter) {
  const std::size_t points = 97;
  const Study study = drawn(Design::latin_hypercube, {ranged("a", {0, 1}), ranged("b", {-10, 30})}, points);
  for (const std::size_t parameter : {std::size_t{0}, std::size_t{1}}) {
    const Range& range = *study.parameters[parameter].range;
    std::set<double> strata;
    for (const double number : numbers(study, parameter)) {
      strata.insert(std::floor((number - range.min) / (range.max - range.min) * static_cast<double>(points)));
    }
    EXPECT_EQ(strata.size(), points);
    EXPECT_EQ(*strata.begin(), 0);
    EXPECT_EQ(*strata.rbegin(), 96);
  }
}

TEST(DesignSampler, OfALatinHypercubeDrawsEachWholeNumberEquallyOften) {
  std::map<double, int> seen;
  for (const double number : numbers(drawn(Design::latin_hypercube, {ranged("a", {1, 4, true})}, 40), 0)) {
    ++seen[number];
  }

  EXPECT_EQ(seen, (std::map<double, int>{{1, 10}, {2, 10}, {3, 10}, {4, 10}}));
}

TEST(DesignSampler, OfALatinHypercubeVisitsTheStrataInAnyOrder) {
  std::map<std::vector<double>, int> orders;
  const Study study = drawn(Design::latin_hypercube, {ranged("a", {1, 3, true})}, 3);
  for (std::uint64_t seed = 0; seed != 6000; ++seed) ++orders[numbers(study, 0, seed)];

  ASSERT_EQ(orders.size(), 6U);
  // Each count is binomial with mean 1000 and standard deviation 29. Five deviations happen once in a million times.
  for (const auto& [order, times] : orders) EXPECT_NEAR(times, 1000, 145) << testing::PrintToString(order);
}

}  // namespace
}  // namespace fastfood::experiment
