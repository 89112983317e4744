#include "sim/experiment/run/optimize.hpp"

#include <gtest/gtest.h>

#include "sim/experiment/run/sweep.hpp"
#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment {
namespace {

Optimum optimum_of(const Study& study, int jobs = 1) {
  return optimize(study, Points(study, counter_of(study.scenario).seed), jobs);
}

Parameter priced(Parameter parameter, double price) {
  parameter.prices = price;
  return parameter;
}

Study with_requirements(Study study, const std::vector<std::string>& requirements) {
  for (const std::string& text : requirements) {
    study.require.push_back(parse_requirement(text).value());
  }
  return study;
}

/// The choices of a manager: cooks at 100 each, a second fryer at 60.
Study kitchen_or_fryer(const std::vector<std::string>& requirements) {
  return with_requirements(study_of(two_per_second(), {priced(listed("stations.kitchen.capacity", {"3", "4"}), 100),
                                                       priced(listed("stations.fryer.capacity", {"1", "2"}), 60)}),
                           requirements);
}

std::vector<Meets> verdicts(const Optimum& optimum) {
  std::vector<Meets> all;
  for (const Candidate& candidate : optimum.candidates) {
    all.push_back(candidate.meets);
  }
  return all;
}

std::vector<double> costs(const Optimum& optimum) {
  std::vector<double> all;
  for (const Candidate& candidate : optimum.candidates) {
    all.push_back(candidate.cost.value());
  }
  return all;
}

TEST(Optimize, FindsTheCheapestThatMeetsTheRequirement) {
  // Mean total times: 5.05 s at first, 4.95 s with a second fryer, 4.3 s with a fourth cook.
  const Optimum optimum = optimum_of(kitchen_or_fryer({"total_time.mean <= 4.5"}));

  EXPECT_EQ(costs(optimum), (std::vector<double>{0, 60, 100, 160}));
  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::no, Meets::no, Meets::yes, Meets::yes}));
  EXPECT_EQ(optimum.best, 2U);
  EXPECT_EQ(optimum.runner_up, 3U);
  EXPECT_TRUE(optimum.is_exact);
  EXPECT_EQ(optimum.candidates[2].parameters.at(0).json, "4");
  EXPECT_EQ(optimum.candidates[2].metrics.at(0).mean, 4.3);
  EXPECT_EQ(optimum.candidates[2].replications, 1);
}

TEST(Optimize, NamesTheRequirementsThatCheaperCandidatesFail) {
  const Optimum optimum = optimum_of(kitchen_or_fryer({"total_time.max <= 7.5", "total_time.mean <= 5"}));

  // At first the maximum is 7.5 s and the mean 5.05 s.
  EXPECT_EQ(optimum.candidates[0].fails, (std::vector<std::size_t>{1}));
  EXPECT_EQ(optimum.best, 1U);
  EXPECT_EQ(optimum.metrics, (std::vector<std::string>{"total_time.mean", "total_time.max"}));
}

TEST(Optimize, TriesNothingAfterTheRunnerUp) {
  const Optimum optimum = optimum_of(kitchen_or_fryer({"total_time.mean <= 10"}), 2);

  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::yes, Meets::yes, Meets::not_needed, Meets::not_needed}));
  EXPECT_EQ(optimum.candidates[2].replications, 0);
  EXPECT_EQ(optimum.candidates[3].metrics.at(0), (Estimate{{}, {}, 0.95, 0}));
}

TEST(Optimize, FindsNoneIfNoCandidateMeetsAll) {
  const Optimum optimum = optimum_of(kitchen_or_fryer({"total_time.mean <= 1"}));

  EXPECT_EQ(optimum.best, std::nullopt);
  EXPECT_EQ(verdicts(optimum), std::vector(4, Meets::no));
}

TEST(Optimize, ANullMetricMeetsNoRequirement) {
  const Optimum optimum = optimum_of(kitchen_or_fryer({"money.profit >= 0"}));

  EXPECT_EQ(verdicts(optimum), std::vector(4, Meets::no));
}

TEST(Optimize, AFailedPointMeetsNoRequirement) {
  Study study = study_of(template_of(R"({
      "menu": {"fries": {"station": "fryer", "time": 1}},
      "stations": {"fryer": {"capacity": [{"from": 0, "value": 0}, {"from": 5, "value": 1}]}},
      "orders": [{"customer": "Ana", "items": ["fries"]}]
    })"),
                         {priced(listed("stations.fryer.capacity.1.value", {"0", "1"}), 10)});

  const Optimum optimum = optimum_of(with_requirements(study, {"total_time.mean <= 6"}));

  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::no, Meets::yes}));
  ASSERT_TRUE(optimum.candidates[0].error.has_value());
  EXPECT_EQ(optimum.candidates[1].error, std::nullopt);
}

/// 20 customers of a minute each on average, one every 75 s on average. One server is not enough for a mean wait of
/// half a minute.
Study staffing() {
  return with_requirements(study_of(single_server(), {priced(listed("servers.count", {"1", "2", "3"}), 15)}),
                           {"wait_time.mean <= 30"});
}

TEST(Optimize, RunsUntilItCanDecideIfThereIsRandomness) {
  const Optimum optimum = optimum_of(staffing());

  EXPECT_EQ(verdicts(optimum), (std::vector{Meets::no, Meets::yes, Meets::yes}));
  EXPECT_FALSE(optimum.is_exact);
  EXPECT_GE(optimum.candidates[0].replications, 2);
}

/// A grill fails every 40 h on average and is repaired in an hour on average. In 8 h, 192 customers arrive, one every
/// 150 s, and each takes 100 s. After a repair of length R, the k-th customer waits R - 50 (k - 1) and is late if that
/// is above 200. So about (R - 200) / 50 customers are late, at most the m who have yet to arrive. The mean of that is
/// 72 e^(-1/18) (1 - e^(-m/72)), which averages 44.3 over m = 0 to 192. A day has a failure with probability 1 -
/// e^(-0.2). First failures alone make 8.0 of the 192 late, so at most a share of 0.958 is satisfied. That is outside
/// the zone around 0.971, which starts at 0.9613.
Study breakdown_day() {
  return with_requirements(study_of(template_of(R"({
      "menu": {"burger": {"station": "grill", "time": 100}},
      "stations": {"grill": {"breakdown": {"time_between": {"distribution": "exponential", "mean": "40h"},
                                           "repair": {"distribution": "exponential", "mean": "1h"}}}},
      "arrivals": [{"every": 150, "count": 192, "items": ["burger"]}],
      "target": {"total_time": 300}
    })"),
                                    {priced(listed("stations.grill.capacity", {"1"}), 1)}),
                           {"satisfied.fraction >= 0.971"});
}

TEST(Optimize, IsNotMisledByDaysWithoutBreakdowns) {
  for (const std::string seed : {"14", "1", "2", "3", "4", "5"}) {
    Study study = breakdown_day();
    scenario::apply_overrides({scenario::make_override("seed", seed)}, study.scenario.document);

    const Optimum optimum = optimum_of(study);

    EXPECT_EQ(optimum.candidates[0].meets, Meets::no) << seed;
    EXPECT_LT(optimum.candidates[0].replications, 1000) << seed;
  }
}

TEST(Optimize, GivesTheSameResultForAnyNumberOfThreads) {
  const Optimum alone = optimum_of(staffing());

  EXPECT_EQ(optimum_of(staffing(), 2), alone);
  EXPECT_EQ(optimum_of(staffing(), 7), alone);
}

TEST(Optimize, IsUnclearIfTheMaximumOfReplicationsIsNotEnough) {
  Study study = staffing();
  study.replications = std::int64_t{200};
  study.require = {parse_requirement("total_time.mean <= 100").value()};
  study.require[0].limit = sweep(study, Points(study, 1), {}).at(0).metrics.at(0).mean;  // exactly at the true mean
  study.indifference = 1e-6;

  const Optimum optimum = optimum_of(study);

  EXPECT_EQ(optimum.candidates[0].meets, Meets::unclear);
  EXPECT_EQ(optimum.candidates[0].undecided, (std::vector<std::size_t>{0}));
  EXPECT_EQ(optimum.candidates[0].replications, 200);
  EXPECT_EQ(optimum.best, 1U);
}

TEST(Optimize, ReportsEachCandidateWhenItIsDecided) {
  const Study study = kitchen_or_fryer({"total_time.mean <= 4.5"});
  std::vector<double> decided;

  optimize(study, Points(study, 1), 1,
           {.on_decision = [&decided](const Candidate& it) { decided.push_back(it.cost.value()); }});

  EXPECT_EQ(decided, (std::vector<double>{0, 60, 100, 160}));
}

}  // namespace
}  // namespace fastfood::experiment
