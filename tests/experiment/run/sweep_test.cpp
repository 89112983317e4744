#include "sim/experiment/run/sweep.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment::sweep_test {
namespace {

Points points_of(const Study& study) { return {study, counter_of(study.scenario).seed}; }

std::vector<PointResult> swept(const Study& study, const SweepOptions& options = {}) {
  return sweep(study, points_of(study), options);
}

std::vector<std::optional<double>> means(const std::vector<PointResult>& points) {
  std::vector<std::optional<double>> all;
  for (const PointResult& point : points) {
    all.push_back(point.metrics.front().mean);
  }
  return all;
}

TEST(Sweep, RunsEachPoint) {
  const Study study = study_of(two_per_second(), {listed("stations.soda_machine.capacity", {"1", "2"})},
                               {"stations.soda_machine.utilization", "customers.served"});

  const std::vector<PointResult> points = swept(study);

  // There are ten sodas of a second each. The run lasts 12 s with one machine or with two, because the last burger is
  // done then.
  ASSERT_EQ(points.size(), 2U);
  EXPECT_EQ(points[0].parameters.at(0).json, "1");
  EXPECT_DOUBLE_EQ(*points[0].metrics[0].mean, 10.0 / 12);
  EXPECT_EQ(points[1].parameters.at(0).json, "2");
  EXPECT_DOUBLE_EQ(*points[1].metrics[0].mean, 10.0 / 24);
  EXPECT_EQ(points[1].metrics[1].mean, 10);
  EXPECT_EQ(points[1].replications, 1);
  EXPECT_EQ(points[1].is_precise, std::nullopt);
}

Study staffing() {
  Study study = study_of(single_server(), {listed("servers.count", {"1", "2", "3"})});
  study.replications = std::int64_t{8};
  return study;
}

TEST(Sweep, GivesTheSameResultForAnyNumberOfThreads) {
  const std::vector<PointResult> alone = swept(staffing());

  EXPECT_EQ(swept(staffing(), {.jobs = 2}), alone);
  EXPECT_EQ(swept(staffing(), {.jobs = 7}), alone);
}

TEST(Sweep, APointDoesNotDependOnTheOthers) {
  Study alone = staffing();
  alone.parameters = {listed("servers.count", {"3"})};

  EXPECT_EQ(swept(alone)[0], swept(staffing())[2]);
}

TEST(Sweep, WithMoreReplicationsStartsWithTheSameOnes) {
  Study one = staffing();
  one.replications = std::int64_t{1};
  std::map<std::int64_t, double> of_first_point;
  SweepOptions options;
  options.callbacks.on_run_end = [&](const Point& point, std::int64_t replication, const RunOutcome& outcome) {
    if (point.at(0).json == "1") {
      of_first_point[replication] = outcome->at(0).value();
    }
  };

  swept(staffing(), options);

  EXPECT_EQ(of_first_point.size(), 8U);
  EXPECT_EQ(of_first_point[0], swept(one)[0].metrics[0].mean);
}

TEST(Sweep, RunsNothingThatIsKnown) {
  std::vector<std::int64_t> ran;
  SweepOptions options;
  options.callbacks.recall = [](const Point&, std::int64_t replication) -> std::optional<RunOutcome> {
    return replication == 3 ? std::nullopt : std::optional<RunOutcome>(MetricValues{100});
  };
  options.callbacks.on_run_end = [&ran](const Point&, std::int64_t replication, const RunOutcome&) {
    ran.push_back(replication);
  };

  const std::vector<PointResult> points = swept(staffing(), options);

  EXPECT_EQ(ran, (std::vector<std::int64_t>{3, 3, 3}));
  EXPECT_EQ(points[0].metrics[0].n, 8);
}

/// Without a unit of the fryer Ana waits forever.
Study with_a_point_that_fails() {
  return study_of(template_of(R"({
      "menu": {"fries": {"station": "fryer", "time": 1}},
      "stations": {"fryer": {"capacity": [{"from": 0, "value": 0}, {"from": 5, "value": 1}]}},
      "orders": [{"customer": "Ana", "items": ["fries"]}]
    })"),
                  {listed("stations.fryer.capacity.1.value", {"1", "0", "2", "3"})});
}

TEST(Sweep, ContinuesWithOtherPointsIfOneFails) {
  const std::vector<PointResult> points = swept(with_a_point_that_fails(), {.jobs = 2});

  EXPECT_EQ(means(points), (MetricValues{6, std::nullopt, 6, 6}));
  EXPECT_EQ(points[0].error, std::nullopt);
  ASSERT_TRUE(points[1].error.has_value());
  EXPECT_NE(points[1].error->find("Ana"), std::string::npos) << *points[1].error;
  EXPECT_EQ(points[1].replications, 0);
}

TEST(Sweep, WithFailFastEndsWithTheFirstFailure) {
  for (const int jobs : {1, 2, 7}) {
    const std::vector<PointResult> points = swept(with_a_point_that_fails(), {.jobs = jobs, .fail_fast = true});

    EXPECT_EQ(means(points), (MetricValues{6, std::nullopt}));
  }
}

TEST(Sweep, RunsUntilAMeanIsAsPreciseAsRequired) {
  Study study = staffing();
  study.replications =
      Precision{.min = 10, .max = 5000, .relative_precision = 0.1, .metric = "total_time.mean", .confidence = 0.95};

  const std::vector<PointResult> alone = swept(study);

  for (const PointResult& point : alone) {
    EXPECT_EQ(point.is_precise, true);
    EXPECT_GE(point.replications, 15);  // ten, and five more to confirm
    EXPECT_LE(*point.metrics[0].half_width, 0.1 / 1.1 * *point.metrics[0].mean);
  }
  EXPECT_GT(alone[0].replications, alone[2].replications);  // waits vary more than service times
  EXPECT_EQ(swept(study, {.jobs = 7}), alone);
}

TEST(Sweep, ReportsIfAMeanIsNotAsPreciseAsRequired) {
  Study study = staffing();
  study.replications =
      Precision{.min = 10, .max = 12, .relative_precision = 0.001, .metric = "wait_time.mean", .confidence = 0.95};

  const std::vector<PointResult> points = swept(study);

  EXPECT_EQ(points[0].is_precise, false);
  EXPECT_EQ(points[0].replications, 12);
  EXPECT_EQ(points[0].metrics.size(), 1U);  // the metric that was asked for, not the one of the precision
}

TEST(Sweep, DoesNotAcceptEqualValuesAsPreciseIfThereIsRandomness) {
  // The time is 1 s, but 101 s once in twenty, so 6 s on average. With seed 2 the first fifteen runs all take 1 s.
  Study study = study_of(template_of(R"({
      "seed": 2,
      "menu": {"x": {"time": {"distribution": "discrete", "values": [1, 101], "weights": [95, 5]}}},
      "arrivals": [{"every": 1, "count": 1, "items": ["x"]}]
    })"),
                         {listed("arrivals.0.count", {"1"})});
  study.replications =
      Precision{.min = 10, .max = 3000, .relative_precision = 0.2, .metric = "total_time.mean", .confidence = 0.95};

  const PointResult point = swept(study).at(0);

  EXPECT_EQ(point.is_precise, true);
  EXPECT_GT(point.replications, 1000);  // by Chebyshev: a standard deviation of 21.8 s, and at most 1 s is allowed
  EXPECT_NEAR(*point.metrics[0].mean, 6, *point.metrics[0].half_width);
}

TEST(Sweep, AcceptsEqualValuesAsPreciseIfThereIsNoRandomness) {
  Study study = study_of(two_per_second(), {listed("stations.kitchen.capacity", {"3"})});
  study.replications =
      Precision{.min = 10, .max = 3000, .relative_precision = 0.2, .metric = "total_time.mean", .confidence = 0.95};

  const PointResult point = swept(study).at(0);

  EXPECT_EQ(point.is_precise, true);
  EXPECT_EQ(point.replications, 15);
}

}  // namespace
}  // namespace fastfood::experiment::sweep_test
