#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "tests/model/spec_of.hpp"
#include "tests/system/shipped.hpp"

/// Tables that textbooks computed by hand, row by row. Times are in minutes, as in the books.
namespace fastfood::model {
namespace {

/// A time from a table, in minutes with at most two decimals.
Duration minutes(double printed) { return std::llround(printed * 100) * 600ms; }

double in_minutes(Duration time) { return in_seconds(time) / 60; }
double in_minutes(Instant instant) { return in_minutes(instant.time_since_epoch()); }

struct Row {
  double comes;
  std::string server;
  double begins;
  double service;
  double ends;
  double wait;

  bool operator==(const Row&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.comes << ' ' << row.server << ' ' << row.begins << ' ' << row.service << ' ' << row.ends << ' '
             << row.wait;
}

/// The total times of customers, all of whom were served.
std::vector<Row> table_of(const RecordedRun& run) {
  std::vector<Row> table;
  for (const OrderRecord& it : run.orders) {
    const Instant begins = it.started_at.value();
    const Instant ends = it.served_at.value();
    table.push_back({in_minutes(it.arrived_at), it.server.value(), in_minutes(begins), in_minutes(ends - begins),
                     in_minutes(ends), in_minutes(begins - it.arrived_at)});
  }
  return table;
}

/// One server. Customers arrive at these instants and keep the server busy for these times.
CounterSpec one_server(const std::vector<double>& arrivals, const std::vector<double>& times) {
  CounterSpec spec;
  spec.servers = {{}};
  spec.stop = Stop::at_until;
  for (std::size_t i = 0; i != arrivals.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    spec.menu.push_back({"item " + number, {free_step(minutes(times[i]))}});
    spec.orders.push_back({number, at(minutes(arrivals[i])), items({i})});
  }
  return spec;
}

/// Banks and Carson 1984: the carhops Able and Baker. The scenario has the service times of the table; the simulator
/// finds who serves whom and when.
TEST(AbleAndBaker, ServesAsPrintedRowByRow) {
  const std::vector<Row> printed{
      {0, "Able", 0, 5, 5, 0},     {2, "Baker", 2, 3, 5, 0},    {6, "Able", 6, 3, 9, 0},
      {10, "Able", 10, 5, 15, 0},  {12, "Baker", 12, 6, 18, 0}, {14, "Able", 15, 3, 18, 1},
      {17, "Able", 18, 2, 20, 1},  {20, "Able", 20, 4, 24, 0},  {23, "Baker", 23, 4, 27, 0},
      {24, "Able", 24, 3, 27, 0},  {26, "Able", 27, 3, 30, 1},  {28, "Baker", 28, 4, 32, 0},
      {30, "Able", 30, 5, 35, 0},  {31, "Baker", 32, 3, 35, 1}, {33, "Able", 35, 4, 39, 2},
      {35, "Baker", 35, 4, 39, 0}, {37, "Able", 39, 4, 43, 2},  {40, "Baker", 40, 5, 45, 0},
      {42, "Able", 43, 2, 45, 1},  {44, "Able", 45, 4, 49, 1},  {48, "Baker", 48, 3, 51, 0},
      {49, "Able", 49, 3, 52, 0},  {51, "Baker", 51, 5, 56, 0}, {54, "Able", 54, 3, 57, 0},
      {55, "Baker", 56, 6, 62, 1}, {59, "Able", 59, 3, 62, 0},
  };

  EXPECT_EQ(table_of(run_of(shipped("able_baker"))), printed);
}

TEST(AbleAndBaker, AddsUpAsPrinted) {
  const RecordedRun run = run_of(shipped("able_baker"));

  EXPECT_EQ(run.result.elapsed, 62min);
  EXPECT_EQ(std::ranges::count_if(run.orders, [](const auto& it) { return it.started_at > it.arrived_at; }), 9);
  EXPECT_EQ(run.result.wait_time.mean, 11 * 60. / 26);
  EXPECT_EQ(run.result.servers.each.at(0).utilization, 56. / 62);
  EXPECT_EQ(run.result.servers.each.at(1).utilization, 43. / 62);
  EXPECT_EQ(run.result.servers.line.mean, 11. / 62);
}

/// Kelton, Sadowski and Sadowski (1998): twenty minutes of a drill press, simulated by hand.
void expect_figures_of_the_drill_press(const CounterSpec& spec) {
  const RecordedRun run = run_of(spec);
  const RunResult& result = run.result;

  EXPECT_EQ(result.customers, (CustomerCounts{.arrived = 7, .served = 5, .unfinished = 2}));
  EXPECT_EQ(result.wait_time.count, 6);
  EXPECT_EQ(result.wait_time.mean, 151.7);                 // 15.17 / 6
  EXPECT_EQ(result.wait_time.max, 489.6);                  // 8.16
  EXPECT_EQ(result.total_time.mean, 386.4);                // 32.2 / 5
  EXPECT_EQ(result.total_time.max, 757.2);                 // 12.62
  EXPECT_EQ(result.servers.line, (LineResult{0.789, 3}));  // 15.78 / 20
  EXPECT_EQ(result.servers.utilization, 0.917);            // 18.34 / 20
  EXPECT_EQ(result.elapsed, 20min);
}

TEST(DrillPress, AgreesWithTheHandSimulation) { expect_figures_of_the_drill_press(shipped("kelton")); }

TEST(DrillPress, AgreesWithPartsThatArriveLater) {
  CounterSpec spec = one_server({0, 1.73, 3.08, 3.79, 4.41, 18.69, 19.39, 34.91, 38.06, 39.82},
                                {2.9, 1.76, 3.39, 4.52, 4.46, 4.36, 2.07, 3.36, 2.37, 5.38});
  spec.until = at(20min);

  expect_figures_of_the_drill_press(spec);
}

/// Law and Kelton 1982: a bank with one teller, up to the sixth delay at 8.6. The service times of the seventh and
/// eighth customer are not needed.
TEST(SingleTeller, AgreesWithTheHandSimulation) {
  CounterSpec spec = one_server({0.4, 1.6, 2.1, 3.8, 4.0, 5.6, 5.8, 7.2}, {2, 0.7, 0.2, 1.1, 3.7, 0.6, 1, 1});
  spec.until = at(minutes(8.6));

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{24, 144, 186, 228, 294, 516, -1, -1}));  // 0.4 2.4 3.1 3.8 4.9 8.6
  EXPECT_EQ(run.result.wait_time.count, 6);
  EXPECT_EQ(run.result.wait_time.mean, 60 * 0.95);
  EXPECT_EQ(run.result.servers.line.mean, 9.9 / 8.6);
  EXPECT_EQ(run.result.servers.utilization, 7.7 / 8.6);
}

}  // namespace
}  // namespace fastfood::model
