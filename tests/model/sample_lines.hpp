#pragma once

#include "sim/model/results/run_statistics.hpp"
#include "tests/model/spec_of.hpp"

/// A counter with two lines, and made-up statistics of 100 seconds of it. Nothing here is simulated.
namespace fastfood::model {

constexpr stats::SignedWide one_second = 1'000'000'000;

/// Cars stand in `drive`: they order, pay where any number of them fit, and collect. People at the counter stand in
/// `counter`, which has no stops.
inline CounterSpec two_lines() {
  CounterSpec spec;
  spec.name = "Two lines";
  spec.menu = {{"burger", {free_step(3s)}, std::nullopt}};
  spec.servers = {{.name = "till"}};
  spec.lines = {{.name = "drive",
                 .room = 6,
                 .stops = {{.name = "board", .kind = StopKind::order, .places = 1},
                           {.name = "cashier", .time = 20s},
                           {.name = "window", .kind = StopKind::collect, .places = Schedule{2}, .room = 3}}},
                {.name = "counter"}};
  spec.arrivals = {{.name = "cars", .when = 20s, .count = 5, .items = items({0}), .who = {.lines = {LineId{0}}}}};
  return spec;
}

/// Five cars came. One balked, three were served, and one was still there at the end. Nobody came to the counter.
inline RunStatistics statistics_of_two_lines() {
  RunStatistics all;
  all.elapsed = 100s;
  all.streams.resize(2);
  all.streams[0].customers = {.arrived = 5, .served = 3, .balked = 1};
  all.people.resize(1);
  all.lines.resize(2);
  CustomerLineStatistics& drive = all.lines[0];
  drive.customers = {.arrived = 5, .served = 3, .balked = 1};
  drive.line = {.area = 50 * one_second, .time = 100s, .max = 3};
  for (const Duration wait : {0s, 10s, 20s, 30s}) {
    drive.wait.add(wait);
  }
  for (const Duration total : {60s, 80s, 100s}) {
    drive.total.add(total);
  }
  drive.stops.resize(3);
  for (StopStatistics& stop : drive.stops) {
    stop.line.time = 100s;
  }
  drive.stops[0].taken = 80 * one_second;
  drive.stops[0].there = 100 * one_second;
  drive.stops[0].blocked = 25 * one_second;
  drive.stops[0].line = {.area = 40 * one_second, .time = 100s, .max = 2};
  drive.stops[0].wait.add(20s);
  drive.stops[1].taken = drive.stops[1].there = 60 * one_second;
  drive.stops[2].taken = 50 * one_second;
  drive.stops[2].there = 200 * one_second;
  drive.stops[2].left = 1;
  all.lines[1].line.time = 100s;
  return all;
}

}  // namespace fastfood::model
