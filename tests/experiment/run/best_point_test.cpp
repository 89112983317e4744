#include "sim/experiment/run/best_point.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/run/sweep.hpp"
#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment::best_point_test {
namespace {

constexpr auto maximize = Direction::maximize;
constexpr auto minimize = Direction::minimize;

Optimum best_of(const Study& study, int jobs = 1) {
  return optimize(study, Points(study, counter_of(study.scenario).seed), jobs);
}

Study with(Study study, Objective objective, const std::vector<std::string>& requirements = {}) {
  study.objective = std::move(objective);
  for (const std::string& text : requirements) {
    study.require.push_back(parse_requirement(text).value());
  }
  return study;
}

/// Mean total times: 5.05 s at first, 4.95 s with a second fryer, 4.3 s with a fourth cook, 4.05 s with both.
Study kitchen_or_fryer() {
  return study_of(two_per_second(),
                  {listed("stations.kitchen.capacity", {"3", "4"}), listed("stations.fryer.capacity", {"1", "2"})});
}

std::vector<Meets> verdicts(const Optimum& optimum) {
  std::vector<Meets> all;
  for (const Candidate& candidate : optimum.candidates) {
    all.push_back(candidate.meets);
  }
  return all;
}

std::vector<std::optional<double>> costs(const Optimum& optimum) {
  std::vector<std::optional<double>> all;
  for (const Candidate& candidate : optimum.candidates) {
    all.push_back(candidate.cost);
  }
  return all;
}

/// The values of the first parameter, best first.
std::vector<std::string> first_values(const Optimum& optimum) {
  std::vector<std::string> all;
  for (const Candidate& candidate : optimum.candidates) {
    all.push_back(candidate.parameters.at(0).json);
  }
  return all;
}

using Costs = std::vector<std::optional<double>>;

TEST(BestPoint, HasTheLowestValueIfThatIsMinimized) {
  const Optimum optimum = best_of(with(kitchen_or_fryer(), {minimize, "total_time.mean"}));

  EXPECT_EQ(costs(optimum), (Costs{4.05, 4.3, 4.95, 5.05}));
  EXPECT_EQ(optimum.best, 0U);
  EXPECT_TRUE(optimum.is_exact);
  EXPECT_EQ(optimum.candidates[3].replications, 1);
  EXPECT_EQ(optimum.runner_up, std::nullopt);
  EXPECT_EQ(optimum.undistinguished, std::vector<std::size_t>{});
}

TEST(BestPoint, HasTheHighestValueIfThatIsMaximized) {
  const Optimum optimum = best_of(with(kitchen_or_fryer(), {maximize, "total_time.mean"}));

  EXPECT_EQ(costs(optimum), (Costs{5.05, 4.95, 4.3, 4.05}));
  EXPECT_EQ(optimum.best, 0U);
}

TEST(BestPoint, IsTheFirstOfEqualPoints) {
  const Study study = study_of(two_per_second(), {listed("stations.soda_machine.capacity", {"30", "20", "40"})});

  const Optimum optimum = best_of(with(study, {minimize, "total_time.mean"}));

  EXPECT_EQ(first_values(optimum), (std::vector<std::string>{"30", "20", "40"}));
  EXPECT_EQ(optimum.best, 0U);
  EXPECT_EQ(optimum.candidates[2].replications, 1);
}

TEST(BestPoint, MeetsAllRequirementsEvenIfOthersHaveABetterValue) {
  const Optimum optimum = best_of(with(kitchen_or_fryer(), {maximize, "total_time.mean"}, {"total_time.mean <= 5"}));

  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::no, Meets::yes, Meets::yes, Meets::yes}));
  EXPECT_EQ(optimum.best, 1U);
  EXPECT_EQ(optimum.candidates[0].fails, (std::vector<std::size_t>{0}));
}

TEST(BestPoint, IsNoneIfNothingMeetsAllRequirements) {
  const Optimum optimum = best_of(with(kitchen_or_fryer(), {minimize, "total_time.mean"}, {"total_time.mean <= 1"}));

  EXPECT_EQ(optimum.best, std::nullopt);
  EXPECT_EQ(verdicts(optimum), std::vector(4, Meets::no));
  EXPECT_EQ(costs(optimum), (Costs{4.05, 4.3, 4.95, 5.05}));
}

TEST(BestPoint, IsNoneIfTheObjectiveIsAlwaysNull) {
  const Optimum optimum = best_of(with(kitchen_or_fryer(), {maximize, "money.profit"}));

  EXPECT_EQ(optimum.best, std::nullopt);
  EXPECT_EQ(costs(optimum), Costs(4));
}

TEST(BestPoint, AddsTheObjectiveToTheMetrics) {
  const Optimum optimum = best_of(with(kitchen_or_fryer(), {maximize, "elapsed"}, {"total_time.max <= 9"}));

  EXPECT_EQ(optimum.metrics, (std::vector<std::string>{"total_time.mean", "total_time.max", "elapsed"}));
  EXPECT_EQ(optimum.objective, (Objective{maximize, "elapsed"}));
}

TEST(BestPoint, IsNoPointThatFails) {
  const Study study = study_of(template_of(R"({
      "menu": {"fries": {"station": "fryer", "time": 1}},
      "stations": {"fryer": {"capacity": [{"from": 0, "value": 0}, {"from": 5, "value": 1}]}},
      "orders": [{"customer": "Ana", "items": ["fries"]}]
    })"),
                               {listed("stations.fryer.capacity.1.value", {"0", "1"})});

  const Optimum optimum = best_of(with(study, {minimize, "total_time.mean"}));

  EXPECT_EQ(optimum.best, 0U);
  EXPECT_EQ(costs(optimum), (Costs{6, std::nullopt}));
  EXPECT_TRUE(optimum.candidates[1].error.has_value());
  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::yes, Meets::no}));
}

/// 20 customers of a minute each on average, one every 75 s on average.
Study staffing(const std::vector<std::string>& counts) {
  return study_of(single_server(), {listed("servers.count", counts)});
}

TEST(BestPoint, RunsUntilItCanDecideIfThereIsRandomness) {
  const Optimum optimum = best_of(with(staffing({"1", "2", "3"}), {maximize, "wait_time.mean"}));

  EXPECT_EQ(first_values(optimum), (std::vector<std::string>{"1", "2", "3"}));
  EXPECT_EQ(optimum.best, 0U);
  EXPECT_FALSE(optimum.is_exact);
  EXPECT_GE(optimum.candidates[2].replications, 20);
  EXPECT_LT(optimum.candidates[2].replications, 10'000);
  EXPECT_EQ(verdicts(optimum), std::vector(3, Meets::yes));
}

TEST(BestPoint, GivesTheSameResultForAnyNumberOfThreads) {
  const Study study = with(staffing({"1", "2", "3"}), {maximize, "wait_time.mean"}, {"wait_time.mean <= 60"});
  const Optimum alone = best_of(study);

  EXPECT_EQ(best_of(study, 2), alone);
  EXPECT_EQ(best_of(study, 7), alone);
}

/// Of 20 customers no more than 20 are served at a time, so the servers after that change nothing.
TEST(BestPoint, IsTheFirstOfEqualPointsOnceRareDifferencesWouldHaveBeenSeen) {
  const Optimum optimum = best_of(with(staffing({"20", "21"}), {minimize, "total_time.mean"}));

  EXPECT_EQ(optimum.best, 0U);
  EXPECT_EQ(first_values(optimum), (std::vector<std::string>{"20", "21"}));
  EXPECT_EQ(optimum.undistinguished, std::vector<std::size_t>{});
  EXPECT_LT(optimum.candidates[1].replications, 1000);
}

TEST(BestPoint, IsNotDistinguishedFromOthersIfTheMaximumOfReplicationsIsNotEnough) {
  Study study = with(staffing({"20", "21", "1"}), {minimize, "total_time.mean"});
  study.replications = std::int64_t{300};

  const Optimum optimum = best_of(study);

  EXPECT_EQ(optimum.best, 0U);
  EXPECT_EQ(optimum.undistinguished, (std::vector<std::size_t>{1}));
  EXPECT_EQ(optimum.candidates[1].replications, 300);
}

TEST(BestPoint, IsNotAPointOfWhichItIsUnclearWhetherItMeetsAll) {
  Study study = with(staffing({"1", "2"}), {maximize, "wait_time.mean"}, {"total_time.mean <= 1"});
  study.replications = std::int64_t{200};
  study.require[0].limit = sweep(study, Points(study, 1), {}).at(0).metrics.at(0).mean;  // exactly at the true mean
  study.indifference = 1e-6;

  const Optimum optimum = best_of(study);

  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::unclear, Meets::yes}));
  EXPECT_EQ(optimum.best, 1U);
}

/// The first point meets the requirement by far, and is better by far. The limit is exactly the mean of the other.
TEST(BestPoint, DoesNotNeedToKnowWhatAWorsePointMeetsEvenIfTheLastReplicationShowsThatItIsWorse) {
  Study study = with(staffing({"2", "1"}), {minimize, "wait_time.mean"}, {"total_time.mean <= 1"});
  study.replications = std::int64_t{200};
  study.require[0].limit = sweep(study, Points(study, 1), {}).at(1).metrics.at(0).mean;
  study.indifference = 1e-6;
  const std::int64_t needed = best_of(study).candidates.at(1).replications;
  study.replications = needed;

  const Optimum optimum = best_of(study);

  EXPECT_LT(needed, 200);
  EXPECT_EQ(optimum.candidates[1].replications, needed);
  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::yes, Meets::not_needed}));
}

/// Of two fixed and two random times, one of each is better by far.
TEST(BestPoint, NeedsOneReplicationOfAPointWithoutRandomness) {
  const Study study = study_of(
      template_of(
          R"({"menu": {"coffee": {"time": 1}}, "arrivals": [{"every": 1000, "count": 9, "items": ["coffee"]}]})"),
      {listed("menu.coffee.time", {"90", R"({"distribution": "uniform", "min": 20, "max": 40})", "50",
                                   R"({"distribution": "uniform", "min": 200, "max": 300})"})});

  const Optimum optimum = best_of(with(study, {minimize, "total_time.mean"}));

  EXPECT_EQ(optimum.best, 0U);
  EXPECT_NEAR(optimum.candidates[0].cost.value(), 30, 1);
  EXPECT_EQ(optimum.candidates[1].cost, 50);
  EXPECT_EQ(optimum.candidates[1].replications, 1);
  EXPECT_EQ(optimum.candidates[2].cost, 90);
  EXPECT_NEAR(optimum.candidates[3].cost.value(), 250, 10);
  EXPECT_FALSE(optimum.is_exact);
}

TEST(BestPoint, IsComparedWithOthersOnTheSameCustomers) {
  Study study = with(staffing({"2", "3", "4", "1"}), {minimize, "total_time.mean"});
  study.replications = std::int64_t{2000};

  const Optimum optimum = best_of(study);

  const Candidate& best = optimum.candidates.at(optimum.best.value());
  const Candidate& worst = optimum.candidates.at(3);
  ASSERT_EQ(worst.parameters.at(0).json, "1");
  ASSERT_LT(worst.replications, best.replications);
  EXPECT_EQ(best.cost, best.metrics.at(0).mean);
  study.replications = worst.replications;
  study.parameters = {listed("servers.count", {best.parameters.at(0).json, "1"})};
  const std::vector<PointResult> together = sweep(study, Points(study, 1), {});
  EXPECT_NEAR(worst.cost.value() - best.cost.value(),
              together.at(1).metrics.at(0).mean.value() - together.at(0).metrics.at(0).mean.value(), 1e-9);
}

TEST(BestPoint, ReportsEachCandidateOnce) {
  const Study study = with(kitchen_or_fryer(), {minimize, "total_time.mean"}, {"total_time.mean <= 5"});
  std::vector<std::optional<double>> decided;

  optimize(study, Points(study, 1), 1,
           {.on_decision = [&decided](const Candidate& it) { decided.push_back(it.cost); }});

  EXPECT_EQ(decided, (Costs{5.05, 4.95, 4.3, 4.05}));
}

}  // namespace
}  // namespace fastfood::experiment::best_point_test
