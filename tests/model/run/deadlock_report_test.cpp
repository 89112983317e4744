#include "sim/model/run/deadlock_report.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

const std::string heading = "nothing can happen any more, and customers are still inside";

Schedule until_the(Duration end, std::int64_t value) { return Schedule({{at(0s), value}, {at(end), 0}}); }

/// The grill has no unit from 5 s on.
CounterSpec grill_until_five() {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations[0].capacity = until_the(5s, 1);
  return spec;
}

TEST(Deadlock, NamesWhoWaitsForWhatAndWhoHoldsIt) {
  CounterSpec spec = grill_until_five();
  spec.servers = {{"Ana"}};
  spec.orders = one_each({0s, 6s, 7s});

  EXPECT_EQ(failure_of(spec), heading +
                                  "\n  'customer 2', served by 'Ana', waits for station 'grill', which has 0 units"
                                  "\n  'customer 3' waits for a server: 'Ana' serves 'customer 2'");
}

TEST(Deadlock, NamesNoHolderWithoutServers) {
  CounterSpec spec = grill_until_five();
  spec.orders = one_each({0s, 6s});

  EXPECT_EQ(failure_of(spec), heading + "\n  'customer 2' waits for station 'grill', which has 0 units");
}

TEST(Deadlock, SaysThatNobodyIsOnDuty) {
  CounterSpec spec = grill_of(1, 3s);
  spec.servers = {{.name = "Ana", .count = until_the(5s, 1)}};
  spec.orders = one_each({6s});

  EXPECT_EQ(failure_of(spec), heading + "\n  'customer 1' waits for a server: nobody is on duty");
}

TEST(Deadlock, NamesTwentyCustomersAndCountsTheRest) {
  CounterSpec spec = grill_until_five();
  spec.arrivals = {{"walk-in", 0s, 23, items({0}), at(6s)}};

  const std::string what = failure_of(spec);

  EXPECT_NE(what.find("\n  'walk-in 20' waits for station 'grill'"), std::string::npos) << what;
  EXPECT_EQ(what.find("walk-in 21"), std::string::npos) << what;
  EXPECT_TRUE(what.ends_with("\n  and 3 more")) << what;
}

TEST(Deadlock, NamesAtMostThreeHolders) {
  CounterSpec spec = grill_until_five();
  spec.servers = {{.name = "till", .count = 4}};
  spec.orders = one_each({6s, 6s, 6s, 6s, 7s});

  const std::string what = failure_of(spec);

  EXPECT_TRUE(
      what.ends_with("\n  'customer 5' waits for a server: 'till 1' serves 'customer 1'; 'till 2' serves "
                     "'customer 2'; 'till 3' serves 'customer 3'; ..."))
      << what;
}

TEST(Deadlock, IsFoundEvenIfUnusedEquipmentKeepsGoing) {
  const std::string stuck = heading + "\n  'customer 1' waits for station 'grill', which has 0 units";
  CounterSpec spec = grill_until_five();
  spec.orders = one_each({6s});

  spec.stations.push_back({.name = "oven", .breakdown = BreakdownSpec{10s, 1s}});
  EXPECT_EQ(failure_of(spec), stuck);
  spec.stations.back() = tray("fryer", {.size = 1, .time = 2s, .hold = 5s, .refill_below = 1});
  EXPECT_EQ(failure_of(spec), stuck);
  spec.report_every = 1s;
  EXPECT_EQ(failure_of(spec), stuck);
}

TEST(Deadlock, SaysThatUnitsAreUnderRepair) {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations[0].breakdown = BreakdownSpec{0s, 1s};  // it fails again as soon as it is repaired
  spec.orders = one_each({5s});

  EXPECT_EQ(failure_of(spec), heading + "\n  'customer 1' waits for station 'grill', which has 1 unit, under repair");
  spec.stations[0].capacity = 2;
  EXPECT_EQ(failure_of(spec), heading +
                                  "\n  'customer 1' waits for station 'grill', which has 2 units, 2 of them under "
                                  "repair");
}

TEST(Deadlock, WritesNamesOnOneLine) {
  CounterSpec spec = grill_until_five();
  spec.stations[0].name = "the\x1b[31mgrill";
  spec.orders = one_each({6s});
  spec.orders[0].customer = "an\na";

  EXPECT_EQ(failure_of(spec), heading + R"(
  'an\na' waits for station 'the\u001b[31mgrill', which has 0 units)");
}

TEST(Deadlock, IsNotReportedIfARepairEndsAfterTheClockLimit) {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations[0].breakdown = BreakdownSpec{262'980h, 394'470h};  // fails after 30 years, for 45 years
  spec.orders = one_each({271'746h});

  EXPECT_EQ(failure_of(spec), "the clock would pass 70 years");
}

TEST(Deadlock, IsFoundEvenIfUnitsFailAfterTheClockLimit) {
  CounterSpec spec = grill_until_five();
  spec.stations.push_back({.name = "oven", .breakdown = BreakdownSpec{800'000h, 1s}});
  spec.orders = one_each({6s});

  EXPECT_EQ(failure_of(spec), heading + "\n  'customer 1' waits for station 'grill', which has 0 units");
}

TEST(Deadlock, IsNotReportedIfACustomerWaitsForARepair) {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations[0].breakdown = BreakdownSpec{10s, 1h};
  spec.orders = one_each({20s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{3613}));
}

TEST(Deadlock, IsNotReportedIfAServerComesOnDutyLater) {
  CounterSpec spec = grill_of(1, 3s);
  spec.servers = {{.name = "Ana", .count = Schedule({{at(0s), 0}, {at(9h), 1}})}};
  spec.orders = one_each({0s});

  EXPECT_EQ(taken(run_of(spec)), (Seconds{9 * 3600}));
}

TEST(Deadlock, LeavesCustomersUnfinishedIfTheRunStopsAtASetInstant) {
  CounterSpec spec = grill_until_five();
  spec.orders = one_each({6s});
  spec.until = at(1h);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.customers, (CustomerCounts{.arrived = 1, .unfinished = 1}));
}

}  // namespace
}  // namespace fastfood::model
