#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of breakdowns.
namespace fastfood::model {
namespace {

const Lines breakdown_events = {"fails", "repaired"};

/// A grill whose units fail after `time_between` and are repaired in `repair`. Ana's salad needs no equipment; it keeps
/// the run going for `salad`.
CounterSpec failing_grill(Schedule capacity, Duration time_between, Duration repair, Duration salad) {
  CounterSpec spec;
  spec.menu = {{"salad", {free_step(salad)}}, {"ribs", {step_at(0, 6s)}}, {"chops", {step_at(0, 2s)}}};
  spec.stations = {
      {.name = "grill", .capacity = std::move(capacity), .breakdown = BreakdownSpec{time_between, repair}}};
  spec.orders = {comes("ana", 0s)};
  return spec;
}

constexpr std::size_t ribs = 1;
constexpr std::size_t chops = 2;

TEST(ContractBreakdown, HappensAfterTimeBetweenFromTheStartAndFromEachRepair) {
  EXPECT_EQ(transcript(failing_grill(1, 10s, 3s, 30s), breakdown_events),
            (Lines{"10 fails grill", "13 repaired grill", "23 fails grill", "26 repaired grill"}));
}

TEST(ContractBreakdown, HappensToEachUnitIndependently) {
  EXPECT_EQ(transcript(failing_grill(over_time({{0s, 1}, {2s, 2}}), 10s, 5s, 18s), breakdown_events),
            (Lines{"10 fails grill", "12 fails grill", "15 repaired grill", "17 repaired grill"}));
}

TEST(ContractBreakdown, DrawsEachTimeBetweenAndEachRepairSeparately) {
  CounterSpec spec = failing_grill(1, 0s, 0s, 1000s);
  spec.stations[0].breakdown = BreakdownSpec{random::Uniform{10s, 20s}, random::Uniform{1s, 2s}};
  std::vector<Instant> changes = {Instant{}};
  static_cast<void>(run_counter(spec, {}, [&changes](const Event& event) {
    if (event.what == EventKind::fails || event.what == EventKind::repaired) {
      changes.push_back(event.at);
    }
  }));

  ASSERT_GT(changes.size(), 4U);
  for (std::size_t i = 1; i != changes.size(); ++i) {
    const Duration span = changes[i] - changes[i - 1];
    const bool fails = i % 2 == 1;
    EXPECT_GE(span, fails ? 10s : 1s);
    EXPECT_LE(span, fails ? 20s : 2s);
  }
  EXPECT_NE(changes[1] - changes[0], changes[3] - changes[2]);
  EXPECT_NE(changes[2] - changes[1], changes[4] - changes[3]);
}

TEST(ContractBreakdown, LetsAUnitInUseFinishItsStep) {
  CounterSpec spec = failing_grill(1, 4s, 3s, 1s);
  spec.orders = {comes("ana", 0s, items({ribs})), comes("bo", 0s, items({ribs}))};

  // Ana's ribs end at 6 and the repair takes until 9. The next failure is due at 13, during bo's ribs; its repair
  // starts at 15.
  EXPECT_EQ(served(run_of(spec)), (Seconds{6, 15}));
  EXPECT_EQ(transcript(spec, breakdown_events), (Lines{"4 fails grill", "9 repaired grill", "13 fails grill"}));
}

TEST(ContractBreakdown, WithARepairOfNoTimeEndsBeforeTheNextStepStarts) {
  CounterSpec spec = failing_grill(1, 4s, 0s, 1s);
  spec.orders = {comes("ana", 0s, items({ribs})), comes("bo", 0s, items({ribs}))};

  // The grill fails at 4, but ana's ribs end at 6. The next failure is due at 10, during bo's ribs.
  EXPECT_EQ(transcript(spec, {"fails", "repaired", "starts"}),
            (Lines{"0 ana starts grill", "4 fails grill", "6 repaired grill", "6 bo starts grill", "10 fails grill",
                   "12 repaired grill"}));
  EXPECT_EQ(run_of(spec).result.stations.at(0).down, 0);
}

TEST(ContractBreakdown, WithARepairOfNoTimeDoesNotDelayACustomerWhoArrivesAtThatInstant) {
  CounterSpec spec = failing_grill(1, 5s, 0s, 1s);
  spec.orders = {comes("ana", 5s, items({ribs}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{11}));
}

TEST(ContractBreakdown, LetsATrayFinishItsBatch) {
  CounterSpec spec = fryer_of({1, 6s});
  spec.stations[0].breakdown = BreakdownSpec{4s, 3s};
  spec.orders = one_each({0s, 0s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{6, 15}));
}

TEST(ContractBreakdown, MakesAUnitUnavailableUntilItIsRepaired) {
  CounterSpec spec = failing_grill(1, 4s, 3s, 1s);
  spec.orders = {comes("ana", 5s, items({chops}))};

  EXPECT_EQ(started(run_of(spec)), (Seconds{7}));
}

TEST(ContractBreakdown, CountsAUnitUnderRepairAsPresentAndNotInUse) {
  CounterSpec spec = failing_grill(1, 4s, 3s, 10s);
  spec.orders.push_back(comes("bo", 0s, items({chops})));

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.stations.at(0).utilization, 0.2);  // 2 of 10 s
  EXPECT_EQ(run.result.stations.at(0).down, 0.3);         // from 4 to 7
}

TEST(ContractBreakdown, DoesNotChangeThatTheFreeUnitWithTheLowestNumberIsUsed) {
  CounterSpec spec = failing_grill(over_time({{0s, 1}, {1s, 2}}), 10s, 5s, 18s);
  spec.orders.push_back(comes("bo", 7s, items({ribs})));

  // Unit 1 is due to fail at 10 and is in use up to 13, so its repair ends at 18. Unit 2 fails at 11 and is repaired at
  // 16. If bo's ribs were on unit 2, the repairs would end at 15 and 18.
  EXPECT_EQ(transcript(spec, breakdown_events),
            (Lines{"10 fails grill", "11 fails grill", "16 repaired grill", "18 repaired grill"}));
}

TEST(ContractBreakdown, SendsTheNextStepToAnotherUnit) {
  CounterSpec spec = failing_grill(over_time({{0s, 1}, {1s, 2}}), 10s, 5s, 18s);
  spec.orders.push_back(comes("bo", 10500ms, items({ribs})));

  // Unit 1 is under repair from 10 to 15. Bo uses unit 2 up to 16.5, so its repair starts then although it fails at 11.
  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 10.5}));
  EXPECT_EQ(transcript(spec, breakdown_events), (Lines{"10 fails grill", "11 fails grill", "15 repaired grill"}));
}

TEST(ContractBreakdown, HappensOnlyToScheduledUnits) {
  CounterSpec spec = failing_grill(over_time({{0s, 2}, {5s, 1}, {12s, 2}}), 20s, 1s, 28s);
  spec.orders.push_back(comes("bo", 0s, items({chops})));
  spec.orders.push_back(comes("cy", 0s, items({ribs})));

  // Bo uses unit 1 up to 2. Cy uses unit 2 up to 6, one second beyond its schedule. From 6 to 12 the failure clock of
  // unit 2 stops.
  EXPECT_EQ(transcript(spec, breakdown_events),
            (Lines{"20 fails grill", "21 repaired grill", "26 fails grill", "27 repaired grill"}));
}

TEST(ContractBreakdown, DoesNotHappenToAnAbsentUnit) {
  EXPECT_EQ(transcript(failing_grill(over_time({{0s, 1}, {4s, 0}, {10s, 1}}), 6s, 2s, 15s), breakdown_events),
            (Lines{"12 fails grill", "14 repaired grill"}));
}

TEST(ContractBreakdown, DoesNotRepairAnAbsentUnit) {
  const CounterSpec spec = failing_grill(over_time({{0s, 1}, {4s, 0}, {10s, 1}}), 3s, 5s, 15s);

  EXPECT_EQ(transcript(spec, breakdown_events), (Lines{"3 fails grill", "14 repaired grill"}));
  EXPECT_EQ(run_of(spec).result.stations.at(0).down, 5.0 / 9);  // present up to 4 and from 10 to 15
}

TEST(ContractBreakdown, RepairsAUnitInUseBeyondItsScheduleOnceItIsScheduledAgain) {
  CounterSpec spec = failing_grill(over_time({{0s, 1}, {3s, 0}, {10s, 1}}), 4s, 5s, 16s);
  spec.orders.push_back(comes("bo", 0s, items({ribs})));

  EXPECT_EQ(transcript(spec, breakdown_events),
            (Lines{"4 fails grill", "15 repaired grill"}));  // bo's ribs are done at 6
}

}  // namespace
}  // namespace fastfood::model
