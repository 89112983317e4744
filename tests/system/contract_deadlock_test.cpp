#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of deadlocks, in which nothing can happen any more, and of livelocks.
namespace fastfood::model {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// A grill that has one unit up to 2, and none from then on.
CounterSpec closed_grill() {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations[0].capacity = over_time({{0s, 1}, {2s, 0}});
  return spec;
}

TEST(ContractDeadlock, FailsTheRunAndNamesWhoWaitsForWhat) {
  CounterSpec spec = closed_grill();
  spec.orders = {comes("ana", 0s), comes("bo", 3s)};

  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'bo'"), HasSubstr("'grill'"), Not(HasSubstr("'ana'"))));
}

TEST(ContractDeadlock, NamesWhoHoldsWhatOthersWaitFor) {
  CounterSpec spec = closed_grill();
  spec.servers = {{.name = "Ana"}};
  spec.orders = {comes("bo", 3s), comes("cy", 4s)};

  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'bo'"), HasSubstr("'grill'"), HasSubstr("'cy' waits for a server"),
                                      HasSubstr("'Ana' serves 'bo'")));
}

TEST(ContractDeadlock, ReportsThatNobodyIsOnDuty) {
  CounterSpec spec = grill_of(1, 1s);
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {2s, 0}})}};
  spec.orders = {comes("bo", 3s)};

  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'bo' waits for a server"), HasSubstr("nobody is on duty")));
}

TEST(ContractDeadlock, FailsTheRunAlthoughEquipmentEventsRepeatForever) {
  CounterSpec spec = closed_grill();
  spec.stations.push_back({.name = "mill", .breakdown = BreakdownSpec{5s, 5s}});
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 1s, .hold = 1s, .refill_below = 1}));
  spec.orders = {comes("bo", 3s)};

  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'bo'"), HasSubstr("'grill'")));
}

TEST(ContractDeadlock, FailsTheRunAlthoughAnAbsentUnitIsDueForRepair) {
  CounterSpec spec = closed_grill();
  spec.stations[0].breakdown = BreakdownSpec{1s, 5s};
  spec.orders = {comes("bo", 1500ms)};

  EXPECT_THAT(failure_of(spec), AllOf(HasSubstr("'bo'"), HasSubstr("'grill'")));
}

TEST(ContractDeadlock, LeavesCustomersUnfinishedIfTheRunStopsAtUntil) {
  CounterSpec spec = closed_grill();
  spec.orders = {comes("ana", 0s), comes("bo", 3s)};
  spec.until = at(9s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.customers, (CustomerCounts{.arrived = 2, .served = 1, .unfinished = 1}));
}

TEST(ContractDeadlock, IsNotReportedWhileACustomerMayStillBeServed) {
  CounterSpec spec = closed_grill();
  spec.stations[0].capacity = over_time({{0s, 1}, {2s, 0}, {24h, 1}});
  spec.orders = {comes("bo", 3s)};

  EXPECT_EQ(failure_of(spec), "");
}

TEST(ContractDeadlock, IsNotReportedWhileACustomerMayStillRenege) {
  CounterSpec spec = closed_grill();
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {2s, 0}})}};
  spec.orders = {comes("bo", 3s, items({0}), {.patience = 7s})};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 1, .reneged = 1}));
  EXPECT_EQ(run.result.elapsed, 10s);
}

TEST(ContractLivelock, EndsARunWhoseBreakdownsRepeatAtOneInstant) {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations[0].breakdown = BreakdownSpec{0s, 0s};
  spec.orders = {comes("ana", 3s)};

  EXPECT_THAT(failure_of(spec), HasSubstr("'grill'"));
}

TEST(ContractLivelock, EndsARunWhoseTrayRepeatsAtOneInstant) {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 0s, .hold = 0s, .refill_below = 1}));
  spec.orders = {comes("ana", 3s)};

  EXPECT_THAT(failure_of(spec), HasSubstr("'fryer'"));
}

TEST(ContractLivelock, EndsARunThatStopsAtUntilAsWell) {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations[0].breakdown = BreakdownSpec{0s, 0s};
  spec.arrivals = {{.when = 1s, .items = items({0})}};
  spec.until = at(9s);
  spec.stop = Stop::at_until;

  EXPECT_THAT(failure_of(spec), HasSubstr("'grill'"));
}

TEST(ContractLivelock, IsNotReportedWhileCustomersMove) {
  CounterSpec spec = fryer_of({.size = 1, .time = 0s});
  spec.arrivals = {{.when = 0s, .count = 400'000, .items = items({0})}};  // over a million events, all at 0

  EXPECT_EQ(failure_of(spec), "");
}

TEST(ContractEnd, IsNotDelayedByEventsThatChangeNothingForACustomer) {
  CounterSpec spec = grill_of(1, 5s);
  spec.stations[0].capacity = over_time({{0s, 1}, {24h, 2}});
  spec.stations[0].breakdown = BreakdownSpec{7s, 1s};
  spec.stations.push_back(tray("fryer", {.size = 1, .time = 2s, .hold = 2s, .refill_below = 1}));
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {24h, 0}})}};
  spec.orders = one_each({1s});

  EXPECT_EQ(run_of(spec).result.elapsed, 6s);
  EXPECT_EQ(transcript(spec).back(), "6 customer 1 leaves");
}

TEST(ContractEnd, IsAFailureIfTheClockWouldPassSeventyYears) {
  CounterSpec spec;
  spec.menu = {{"wine", {free_step(8766h * 40)}}};
  spec.servers = {ServerGroupSpec{}};
  spec.orders = one_each({0s, 0s});

  EXPECT_THAT(failure_of(spec), HasSubstr("70 years"));
}

}  // namespace
}  // namespace fastfood::model
