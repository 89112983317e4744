#include "sim/model/units.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

/// Units without a station. The test itself takes them.
class UnitsAlone : public testing::Test {
 protected:
  void open(Schedule capacity) {
    spec.capacity = std::move(capacity);
    units.emplace(spec, random::StreamKey(1), Context{loop, changed, trace, background, Instant{}});
    units->open();
  }

  StationSpec spec;
  CounterSpec counter;
  const EventSink silence;
  async::SettledSignal signal;
  DirtyFlag changed{signal};
  std::optional<Units> units;
  async::Loop loop;
  EventTrace trace{counter, loop, silence};
  BackgroundTimers background{loop, false, [] { return false; }};
};

TEST_F(UnitsAlone, AreTakenFromTheLowestNumberUp) {
  open(3);
  Unit first = units->take();
  Unit second = units->take();
  const Unit third = units->take();
  EXPECT_EQ(third.number(), 2U);
  EXPECT_FALSE(units->is_one_free());

  second = Unit();
  EXPECT_EQ(units->take().number(), 1U);  // and is free again at once
  first = Unit();
  EXPECT_EQ(units->take().number(), 0U);
  EXPECT_EQ(units->in_use(), 1);
}

TEST_F(UnitsAlone, AreNotTakenWhileAsManyAreInUseAsScheduled) {
  open(Schedule({{at(0s), 3}, {at(5s), 1}, {at(9s), 2}}));
  Unit first = units->take();
  Unit second = units->take();
  const Unit third = units->take();

  loop.run_until(at(5s));
  first = Unit();
  second = Unit();
  EXPECT_EQ(units->scheduled(), 1);
  EXPECT_FALSE(units->is_one_free());  // the third unit is still in use
  loop.run_until(at(9s));
  EXPECT_TRUE(units->is_one_free());
}

TEST_F(UnitsAlone, ArePresentByScheduleAndWhileInUse) {
  open(Schedule({{at(0s), 2}, {at(4s), 0}}));
  Unit unit = units->take();

  loop.run_until(at(7s));
  unit = Unit();

  StationStatistics statistics;
  units->add_statistics(statistics, at(10s));
  EXPECT_TRUE(statistics.there == Duration(11s).count());  // both for 4 s, one for 3 s more
}

/// A burger takes 4 s on a grill that fails after 10 s and is repaired in 3 s.
CounterSpec failing_grill(Schedule capacity = 1) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = std::move(capacity);
  spec.stations[0].breakdown = BreakdownSpec{10s, 3s};
  return spec;
}

TEST(Units, FailWhetherInUseOrNot) {
  CounterSpec spec = failing_grill();
  spec.orders = one_each({11s, 30s});

  const std::vector<RecordedEvent> events = events_of(spec);

  EXPECT_EQ(started(run_of(spec)), (Seconds{13, 30}));
  EXPECT_EQ(times_of(EventKind::fails, events), (Seconds{10, 23}));
  EXPECT_EQ(times_of(EventKind::repaired, events), (Seconds{13, 26}));
}

TEST(Units, FinishTheirStepBeforeTheRepair) {
  CounterSpec spec = failing_grill();
  spec.orders = one_each({8s, 9s});

  const RecordedRun run = run_of(spec);
  const std::vector<RecordedEvent> events = events_of(spec);

  EXPECT_EQ(started(run), (Seconds{8, 15}));
  EXPECT_EQ(times_of(EventKind::fails, events), (Seconds{10}));
  EXPECT_EQ(times_of(EventKind::repaired, events), (Seconds{15}));
  EXPECT_EQ(run.result.stations.at(0).utilization, 8.0 / 19);
  EXPECT_EQ(run.result.stations.at(0).down, 3.0 / 19);
}

TEST(Units, FailBeforeACustomerArrivesAtThatInstant) {
  CounterSpec spec = failing_grill();
  spec.orders = one_each({10s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{13}));
}

TEST(Units, AreRepairedBeforeACustomerArrivesAtThatInstant) {
  CounterSpec spec = failing_grill();
  spec.orders = one_each({13s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{13}));
}

TEST(Units, FailIndependently) {
  CounterSpec spec = failing_grill(2);
  spec.orders = one_each({8s, 11s, 11500ms});

  // The first unit is in use until 12 and then repaired until 15. The second is repaired from 10 to 13.
  EXPECT_EQ(started(run_of(spec)), (Seconds{8, 13, 15}));
}

TEST(Units, DoNotAgeWhileAbsent) {
  CounterSpec spec = failing_grill(Schedule({{at(0s), 1}, {at(4s), 0}, {at(10s), 1}}));
  spec.orders = one_each({5s, 17s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{10, 19}));
  EXPECT_EQ(times_of(EventKind::fails, events_of(spec)), (Seconds{16}));  // 4 s and 6 s old
}

TEST(Units, AreNotRepairedWhileAbsent) {
  CounterSpec spec = failing_grill(Schedule({{at(0s), 1}, {at(12s), 0}, {at(20s), 1}}));
  spec.orders = one_each({11s});

  const RecordedRun run = run_of(spec);

  // The repair lasts from 10 to 12 and from 20 to 21. The unit is present for 12 s and from 20 to 25.
  EXPECT_EQ(started(run), (Seconds{21}));
  EXPECT_EQ(run.result.stations.at(0).down, 3.0 / 17);
  EXPECT_EQ(run.result.stations.at(0).utilization, 4.0 / 17);
}

TEST(Units, ArePresentAndAgeWhileInUseBeyondTheSchedule) {
  CounterSpec spec = failing_grill(Schedule({{at(0s), 1}, {at(5s), 0}, {at(20s), 1}}));
  spec.menu[0].steps[0].time = 6s;
  spec.orders = one_each({3s, 22s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{3, 24}));
  EXPECT_EQ(times_of(EventKind::fails, events_of(spec)), (Seconds{21}));  // 9 s and 1 s old
  EXPECT_EQ(run.result.stations.at(0).utilization, 12.0 / 19);            // present for 9 s and from 20 to 30
}

TEST(Units, ArePresentWhileInUseBeyondTheScheduleOrUnderRepair) {
  CounterSpec spec = failing_grill(Schedule({{at(0s), 3}, {at(11s), 2}}));
  spec.menu.push_back({"egg", {step_at(0, 1s)}, std::nullopt});
  spec.menu.push_back({"roast", {step_at(0, 8s)}, std::nullopt});
  spec.orders = {{"burger", at(8s), items({0})},
                 {"egg", at(8s), items({1})},
                 {"roast", at(8s), items({2})},
                 {"other egg", at(13s + 500ms), items({1})}};

  const RecordedRun run = run_of(spec);

  // Unit 1 is under repair from 12 to 15, unit 2 from 10 to 13. Unit 3 has the roast until 16, although only two units
  // are scheduled from 11 on. So three are present until 13 and while the other egg is made, otherwise two.
  ASSERT_EQ(started(run), (Seconds{8, 8, 8, 13.5}));
  EXPECT_EQ(run.result.stations.at(0).utilization, 14.0 / (3 * 13 + 3 * 1 + 2 * 2));
  EXPECT_EQ(run.result.stations.at(0).down, 6.0 / 46);
}

TEST(Units, OfATrayFailToo) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s});
  spec.stations[0].breakdown = BreakdownSpec{10s, 3s};
  spec.orders = one_each({8s, 9s, 9s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{12, 12, 19}));  // the second batch starts at 15
}

TEST(Units, DoNotKeepARunGoingByFailing) {
  CounterSpec spec = failing_grill();
  spec.orders = one_each({0s});

  EXPECT_EQ(run_of(spec).result.elapsed, 4s);
}

}  // namespace
}  // namespace fastfood::model
