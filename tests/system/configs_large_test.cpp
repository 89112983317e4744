#include <gtest/gtest.h>

#include <cmath>

#include "tests/model/spec_of.hpp"
#include "tests/system/shipped.hpp"

/// Shipped scenarios whose description states theoretical results. A run must agree with them within its sampling
/// error.
namespace fastfood::model {
namespace {

/// Standard error of the mean wait of n customers in M/G/1. For exponential times the variance is from Daley (1968);
/// for others it grows with (1 + cv²)³ (Whitt 1989).
double standard_error(double load, double mean_service, double squared_cv, double n) {
  const double daley = load * (2 + 5 * load - 4 * load * load + load * load * load) / std::pow(1 - load, 4);
  return mean_service * std::sqrt(daley * std::pow((1 + squared_cv) / 2, 3) / n);
}

/// Standard error of the load measured over n customers: service times and arrivals contribute the same variance.
double load_error(double load, double n) { return load * std::sqrt(2 / n); }

TEST(SingleServer, AgreesWithErlang) {
  const RunResult result = run_of(shipped("single_server")).result;

  EXPECT_NEAR(result.stations.at(0).utilization.value(), 0.9, 4 * load_error(0.9, 1e6));
  const double error = standard_error(0.9, 60, 1, 1e6);
  EXPECT_NEAR(result.total_time.mean.value(), 600, 4 * error);
  EXPECT_NEAR(result.stations[0].line.mean.value(), 8.1, 4 * error * 54 / 3600);
}

TEST(ClassroomCounter, AgreesWithPollaczekAndKhinchineInSequentialMode) {
  // In sequential mode an order takes 135 s on average, with a variance of 4725 s².
  const RunResult result = run_of(shipped("classroom_counter")).result;

  EXPECT_NEAR(result.servers.utilization.value(), 0.75, 4 * load_error(0.75, 5e5));
  const double error = standard_error(0.75, 135, 4725.0 / (135 * 135), 5e5);
  EXPECT_NEAR(result.wait_time.mean.value(), 255, 4 * error);
  EXPECT_NEAR(result.total_time.mean.value(), 390, 4 * error);
}

TEST(ClassroomCounter, TakesTheLongestItemTimeInAsyncMode) {
  // The longest of three exponential times of 15, 60 and 30 s is 71.57 s on average (inclusion and exclusion), with a
  // variance of 3187 s². Taking the order adds 30 s.
  CounterSpec spec = shipped("classroom_counter");
  spec.servers.at(0).mode = Mode::async;

  const RunResult result = run_of(spec).result;

  EXPECT_NEAR(result.servers.utilization.value(), 0.5643, 4 * load_error(0.5643, 5e5));
  const double error = standard_error(0.5643, 101.57, 3187 / (101.57 * 101.57), 5e5);
  EXPECT_NEAR(result.wait_time.mean.value(), 86.09, 4 * error);
  EXPECT_NEAR(result.total_time.mean.value(), 187.66, 4 * error);
}

}  // namespace
}  // namespace fastfood::model
