#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>

#include "sim/model/results/summarize.hpp"
#include "tests/heap_watch.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

/// A line to the servers, a station at a load of 0.6, and a tray. Some customers renege, and one shift changes. One
/// customer in ten belongs to the second stream.
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

/// Peak heap use of a run, without the eight bytes per sample that percentiles need.
std::size_t peak_without_samples(const CounterSpec& spec, const RunOptions& options = {}) {
  const heap::Watch watch;
  const auto statistics = collect_statistics(spec, options);
  const auto result = std::optional(summarize(spec, *statistics));
  std::int64_t samples = result->wait_time.count + result->service_time.count + result->total_time.count;
  samples += result->reneged_after.count;
  for (const StationResult& station : result->stations) {
    samples += station.wait_time.count;
  }
  return watch.peak() - 8 * static_cast<std::size_t>(samples);
}

TEST(Memory, DoesNotGrowWithTheNumberOfCustomersExceptForSamples) {
  const std::size_t few = peak_without_samples(busy_counter(100'000));
  const std::size_t many = peak_without_samples(busy_counter(10'000'000));

  EXPECT_LE(many, few + (std::size_t{1} << 20));
}

TEST(Memory, DoesNotGrowWithTheNumberOfCustomersWhoseTimeIsExplained) {
  CounterSpec few = busy_counter(50'000);
  CounterSpec many = busy_counter(1'000'000);
  few.arrivals[1].who.priority = many.arrivals[1].who.priority = 1;

  EXPECT_LE(peak_without_samples(many, {.why = true}),
            peak_without_samples(few, {.why = true}) + (std::size_t{1} << 20));
}

TEST(Memory, DoesNotGrowIfCustomersOnlyWaitForPeopleWhoTakeOrders) {
  const auto counter = [](std::int64_t customers) {
    CounterSpec spec;
    spec.menu = {{.name = "coffee", .steps = {free_step(0s)}}};
    spec.servers = {{.order_time = random::Exponential{1s}}};
    spec.arrivals = {{.when = PoissonSpec{{{Instant{}, 2880}}}, .count = customers, .items = items({0})}};
    return spec;
  };

  EXPECT_LE(peak_without_samples(counter(1'000'000), {.why = true}),
            peak_without_samples(counter(50'000), {.why = true}) + (std::size_t{1} << 20));
}

TEST(Memory, IsThatOfASketchBeyondTenMillionSamples) {
  CounterSpec spec;
  spec.menu = {{.name = "water", .steps = {free_step(1s)}}};
  spec.arrivals = {{.when = 1s, .count = 10'000'001, .items = items({0})}};

  const heap::Watch watch;
  const auto result = run_counter(spec);

  EXPECT_GT(result->total_time.relative_error.value_or(0), 0);
  EXPECT_EQ(result->total_time.count, 10'000'001);
  EXPECT_LT(watch.held(), std::size_t{1} << 20);
}

}  // namespace
}  // namespace fastfood::model
