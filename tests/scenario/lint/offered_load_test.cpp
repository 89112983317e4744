#include "sim/scenario/lint/offered_load.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using model::CounterSpec;
using model::ItemId;
using model::PoissonSpec;
using model::Schedule;
using model::StationId;
using model::StreamSpec;

// Each customer orders a soda, which takes 10 s at the tap.
CounterSpec with_stream(const StreamSpec& stream) {
  CounterSpec counter;
  counter.stations = {{.name = "tap"}};
  counter.menu = {{"soda", {{StationId{0}, 10s}}, {}}};
  counter.arrivals = {stream};
  counter.arrivals[0].items = {{{ItemId{0}}}};
  return counter;
}

StreamSpec every(Duration gap, std::int64_t count) {
  StreamSpec stream;
  stream.when = random::Distribution(gap);
  stream.count = count;
  return stream;
}

std::optional<double> load_of_tap(const CounterSpec& counter) {
  return station_load(counter.stations[0], StationId{0}, counter);
}

TEST(OfferedLoad, IsWorkDividedByCapacity) {
  EXPECT_DOUBLE_EQ(*load_of_tap(with_stream(every(10s, 100))), 1);
  EXPECT_DOUBLE_EQ(*load_of_tap(with_stream(every(8s, 100))), 1.25);
}

TEST(OfferedLoad, FallsWithMoreUnits) {
  CounterSpec counter = with_stream(every(10s, 101));
  // The 1000 s from the first to the last arrival have 300 s with one unit and 700 s with three.
  counter.stations[0].capacity = Schedule({{Instant{}, 1}, {Instant{300s}, 3}});

  EXPECT_DOUBLE_EQ(*load_of_tap(counter), 1000.0 / 2400);
}

TEST(OfferedLoad, OfAStationWithABatchCountsPortions) {
  CounterSpec counter = with_stream(every(10s, 100));
  counter.stations[0].batch = model::BatchSpec{.size = 5, .time = 60s};

  EXPECT_DOUBLE_EQ(*load_of_tap(counter), 1.2);
}

TEST(OfferedLoad, IsThatOfTheAverageOrder) {
  CounterSpec counter = with_stream(every(10s, 100));
  // Three in four order two sodas and one more with chance 0.5; the others order nothing: 0.75 × 2.5 sodas.
  counter.arrivals[0].items = model::MixSpec({{3, {{ItemId{0}, 2}, {ItemId{0}, 1, 0.5}}}, {1, {}}});

  EXPECT_DOUBLE_EQ(*load_of_tap(counter), 1.875);
}

TEST(OfferedLoad, FollowsTheRate) {
  StreamSpec stream;
  stream.when = PoissonSpec{{{Instant{}, 360}, {Instant{1h}, 720}, {Instant{2h}, 0}, {Instant{3h}, 72}}};
  CounterSpec counter = with_stream(stream);
  counter.until = Instant{4h};
  EXPECT_DOUBLE_EQ(*load_of_tap(counter), (360 + 720 + 72) / 1440.0);

  counter.until = Instant{90min};
  EXPECT_DOUBLE_EQ(*load_of_tap(counter), 720 / 540.0);

  // The last of 540 customers comes after 75 minutes on average.
  counter.arrivals[0].count = 540;
  EXPECT_DOUBLE_EQ(*load_of_tap(counter), 540 / 450.0);
}

TEST(OfferedLoad, LeavesOutStreamsWithoutAKnownAverage) {
  StreamSpec impatient = every(1s, 100);
  impatient.who.patience = 5s;
  StreamSpec balking = every(1s, 100);
  balking.who.balk_at = 5;
  StreamSpec cut = every(1s, 100);
  cut.when = random::Distribution(random::Normal{1s, 1s});
  StreamSpec set;
  set.when = model::ScheduleSpec{std::vector<Instant>(100)};

  for (const StreamSpec& stream : {impatient, balking, cut, set, every(1s, 19), every(0s, 100)}) {
    EXPECT_EQ(load_of_tap(with_stream(stream)), std::nullopt);
    EXPECT_TRUE(offered_arrivals(with_stream(stream)).empty());
  }
  EXPECT_EQ(offered_arrivals(with_stream(every(1s, 20))).size(), 1U);
}

TEST(OfferedLoad, LeavesOutCustomersWhoMayFindNoRoomInTheirLine) {
  CounterSpec counter = with_stream(every(10s, 100));
  counter.lines = {{"hall", 4}, {"drive"}};
  EXPECT_TRUE(offered_arrivals(counter).empty());

  counter.arrivals[0].who.lines = {model::LineId(1)};
  EXPECT_EQ(offered_arrivals(counter).size(), 1U);

  counter.arrivals[0].who.lines = {model::LineId(1), model::LineId(0)};
  EXPECT_TRUE(offered_arrivals(counter).empty());

  counter.arrivals[0].who.comes_after = 60s;  // whatever the room
  EXPECT_EQ(offered_arrivals(counter).size(), 1U);
}

}  // namespace
}  // namespace fastfood::scenario
