#include "sim/scenario/lint/stop_load.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

namespace fastfood::scenario::stop_load_test {
namespace {

using namespace std::chrono_literals;
using model::CounterSpec;
using model::LineId;
using model::Schedule;
using model::StopKind;

/// 100 customers, 10 s between them, and a stop of one place where 12 s are spent between ordering and collecting.
CounterSpec drive_through() {
  CounterSpec counter;
  counter.arrivals = {{.when = random::Distribution(10s), .count = 100}};
  counter.servers = {{.name = "till", .order_time = 4s, .handover_time = 3s, .orders_in_flight = 9},
                     {.name = "slow", .order_time = 60s, .handover_time = 60s, .orders_in_flight = 9}};
  counter.lines = {{"drive",
                    {},
                    {{.name = "speaker", .kind = StopKind::order, .places = 1},
                     {.name = "pay", .time = 12s, .places = 1},
                     {.name = "window", .kind = StopKind::collect, .places = 1}}}};
  return counter;
}

double load_of(std::size_t stop, const CounterSpec& counter) { return stop_load(LineId(0), stop, counter).value_or(0); }

TEST(StopLoad, IsTheLeastTimeACustomerStandsThereByItsPlaces) {
  CounterSpec counter = drive_through();
  EXPECT_DOUBLE_EQ(load_of(0, counter), 0.4);  // the quicker of those who take orders
  EXPECT_DOUBLE_EQ(load_of(1, counter), 1.2);
  EXPECT_DOUBLE_EQ(load_of(2, counter), 0.3);

  counter.lines[0].stops[1].places = Schedule(2);
  EXPECT_DOUBLE_EQ(load_of(1, counter), 0.6);

  counter.lines[0].stops[2].by = model::GroupId{1};
  EXPECT_DOUBLE_EQ(load_of(2, counter), 6);
}

TEST(StopLoad, OfAKioskIsItsTime) {
  CounterSpec counter = drive_through();
  counter.lines[0].stops[0].time = 25s;

  EXPECT_DOUBLE_EQ(load_of(0, counter), 2.5);
}

TEST(StopLoad, IsUnknownWithoutABoundOrWhereNotAllCome) {
  CounterSpec unbounded = drive_through();
  unbounded.lines[0].stops[1].places = std::nullopt;
  CounterSpec some_leave = drive_through();
  some_leave.lines[0].stops.push_back({.name = "tables", .time = 60s, .places = 1, .leave_if_full = true});
  CounterSpec elsewhere = drive_through();
  elsewhere.lines.push_back({"hall"});
  elsewhere.arrivals[0].who.lines = {LineId(0), LineId(1)};
  CounterSpec from_afar = drive_through();
  from_afar.arrivals[0].who.comes_after = 60s;

  EXPECT_EQ(stop_load(LineId(0), 1, unbounded), std::nullopt);
  EXPECT_EQ(stop_load(LineId(0), 3, some_leave), std::nullopt);
  EXPECT_EQ(stop_load(LineId(0), 1, elsewhere), std::nullopt);
  EXPECT_EQ(stop_load(LineId(0), 1, from_afar), std::nullopt);
  EXPECT_DOUBLE_EQ(load_of(2, from_afar), 0.3);
}

}  // namespace
}  // namespace fastfood::scenario::stop_load_test
