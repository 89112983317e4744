#include "sim/report/run/equipment_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using model::StationResult;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

/// The load of a station. Everything else about it is unknown.
struct Load {
  std::string name;
  std::optional<double> busy;
  double down = 0;
};

std::string text_of(const std::vector<Load>& loads, std::optional<double> servers = std::nullopt) {
  model::RunResult run;
  run.servers.utilization = servers;
  for (const auto& [name, busy, down] : loads) {
    run.stations.push_back({.name = name, .utilization = busy, .down = down});
  }
  return equipment_text({{}, run});
}

TEST(EquipmentText, IsEmptyWithoutStations) { EXPECT_EQ(text_of({}, 1), ""); }

TEST(EquipmentText, HasAColumnOnlyIfAValueIsNotZero) {
  model::RunResult run;
  run.stations = {{"grill", 2, 0.75, {0.5, 3}, stats::summarize({1s}), 4}};

  EXPECT_EQ(equipment_text({{}, run}), R"(
station  units  busy (%)  mean line  longest line  mean wait (s)  uses
grill        2        75        0.5             3              1     4
)");

  run.stations[0].batches = 2;

  EXPECT_THAT(equipment_text({{}, run}), HasSubstr("mean wait (s)  uses  batches\n"));

  run.stations[0].wasted = 5;

  EXPECT_THAT(equipment_text({{}, run}), HasSubstr("uses  batches  wasted\n"));

  run.stations[0].down = 0.125;

  EXPECT_THAT(equipment_text({{}, run}), HasSubstr("busy  down  mean"));
  EXPECT_THAT(equipment_text({{}, run}), HasSubstr("  75  12.5   0.5"));
}

TEST(EquipmentText, ShowsAScheduleAsMinimumAndMaximum) {
  model::RunResult run;
  run.stations = {{"grill", model::Schedule{{{at(0s), 2}, {at(1h), 1}, {at(2h), 3}}}}};

  EXPECT_THAT(equipment_text({{}, run}), HasSubstr("\ngrill      1-3 "));
}

TEST(EquipmentText, NamesTheBusiestIfItIsClear) {
  EXPECT_THAT(text_of({{"kitchen", 0.5}, {"soda_machine", 0.982}}), EndsWith("\nBusiest: soda_machine, 98.2 %\n"));
  EXPECT_THAT(text_of({{"kitchen", 0.5}}, 0.9), EndsWith("\nBusiest: the servers, 90 %\n"));
}

TEST(EquipmentText, CountsRepairsAsBusy) {
  EXPECT_THAT(text_of({{"kitchen", 0.75}, {"grill", 0.5, 0.375}}),
              EndsWith("\nBusiest: grill, 50 %, and 37.5 % under repair\n"));
}

TEST(EquipmentText, NamesNoBusiestIfItIsNotClear) {
  EXPECT_THAT(text_of({{"kitchen", 0.9}, {"grill", 0.9}}), Not(HasSubstr("Busiest")));      // equal
  EXPECT_THAT(text_of({{"kitchen", 0.9}, {"grill", 0.88}}), Not(HasSubstr("Busiest")));     // nearly equal
  EXPECT_THAT(text_of({{"kitchen", 0.5}, {"grill", 0.1}}), Not(HasSubstr("Busiest")));      // low load everywhere
  EXPECT_THAT(text_of({{"grill", 1}}), Not(HasSubstr("Busiest")));                          // the only one
  EXPECT_THAT(text_of({{"grill", 1}, {"oven", std::nullopt}}), Not(HasSubstr("Busiest")));  // never present
}

}  // namespace
}  // namespace fastfood::report
