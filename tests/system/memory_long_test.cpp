#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>

#include "tests/heap_watch.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

/// A line before the servers, a station at a load of 0.6 and a tray; some lose patience, one shift changes. One
/// customer in ten is of the second stream.
CounterSpec busy_counter(std::int64_t customers) {
  CounterSpec spec;
  spec.menu = {{.name = "burger", .steps = {step_at(0, 1s)}, .price = 5}, {.name = "fries", .steps = {step_at(1)}}};
  spec.menu[0].steps[0].time = random::Exponential{1s};
  spec.stations = {{.name = "grill"}, tray("fryer", {.size = 5, .time = 2s, .hold = 20s, .refill_below = 2})};
  spec.stations[0].breakdown = BreakdownSpec{random::Exponential{1h}, 10s};
  spec.servers = {{.count = Schedule({{Instant{}, 2}, {at(1h), 1}, {at(2h), 2}}), .handover_time = 100ms}};
  spec.arrivals = {{.when = PoissonSpec{{{Instant{}, 2400}}}, .count = customers - customers / 10, .items = items({0})},
                   {.name = "snack", .when = PoissonSpec{{{Instant{}, 240}}}, .items = items({1})}};
  spec.arrivals[0].who.patience = random::Exponential{30s};
  spec.arrivals[1].count = customers / 10;
  return spec;
}

/// The most that lived at once in a run, without the eight bytes of each sample of a percentile.
std::size_t peak_beside_samples(std::int64_t customers) {
  const CounterSpec spec = busy_counter(customers);
  const heap::Watch watch;
  const auto seen = run_counter(spec);
  std::int64_t samples = seen->wait_time.count + seen->service_time.count + seen->total_time.count;
  samples += seen->reneged_after.count;
  for (const StationResult& station : seen->stations) {
    samples += station.wait_time.count;
  }
  return watch.peak() - 8 * static_cast<std::size_t>(samples);
}

TEST(Memory, DoesNotGrowWithTheCustomersBesideTheSamplesOfTheirTimes) {
  const std::size_t few = peak_beside_samples(100'000);
  const std::size_t many = peak_beside_samples(10'000'000);

  EXPECT_LE(many, few + (std::size_t{1} << 20));
}

TEST(Memory, IsThatOfASketchWhereThereAreMoreThanTenMillionSamples) {
  CounterSpec spec;
  spec.menu = {{.name = "water", .steps = {free_step(1s)}}};
  spec.arrivals = {{.when = 1s, .count = 10'000'001, .items = items({0})}};

  const heap::Watch watch;
  const auto seen = run_counter(spec);

  EXPECT_GT(seen->total_time.relative_error.value_or(0), 0);
  EXPECT_EQ(seen->total_time.count, 10'000'001);
  EXPECT_LT(watch.held(), std::size_t{1} << 20);
}

}  // namespace
}  // namespace fastfood::model
