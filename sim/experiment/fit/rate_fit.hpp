#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/fit/poisson.hpp"
#include "sim/experiment/fit/till.hpp"

/// An arrival stream from what was ordered at a till.
namespace fastfood::experiment {

/// An instant of the day as a user gives it: a clock time, or the time since the start.
struct TimeBound {
  Duration time{};
  bool is_clock = false;
};

struct RateFitOptions {
  Duration every{};                  // the length of a slot, above 0
  std::optional<TimeBound> from{};   // when the counter opens; without it, the slot of the earliest order begins then
  std::optional<TimeBound> until{};  // when it closes; without it, the slot of the latest order ends then
  double confidence = 0.95;
};

/// Orders in a part of the day, over all days.
struct Slot {
  Duration from{};  // since the counter opens
  Duration length{};
  std::int64_t orders = 0;
  double hours = 0;       // days times length
  Interval per_hour{};    // of the rate
  Dispersion dispersion;  // of the counts of the days

  double rate() const { return static_cast<double>(orders) / hours; }
};

struct DayCount {
  std::int64_t date = 0;
  std::int64_t orders = 0;

  bool operator==(const DayCount&) const = default;
};

/// Orders with equal items, and how many there were.
struct MixCount {
  OrderedItems items;
  std::int64_t orders = 0;

  bool operator==(const MixCount&) const = default;
};

/// How coarse the time stamps are.
struct StampRounding {
  Duration resolution{};                 // the longest time of which all are multiples
  double multiples_of_five_minutes = 0;  // the share of those
};

struct RateFit {
  TimeStamps stamps = TimeStamps::since_start;
  Duration opens{};   // since midnight, or since the start if the file has no clock times
  Duration closes{};  // since the counter opens
  std::vector<Slot> slots;
  std::vector<DayCount> days;  // in the order of dates; those without an order count as closed
  Dispersion of_days;          // of the orders of whole days
  Dispersion within_slots;     // of the days, pooled over the slots
  std::size_t outside = 0;     // orders before the counter opens or after it closes, which are left out
  StampRounding rounding;
  std::vector<MixCount> mix;  // the most frequent first, of equally frequent ones the earliest in the file
};

/// Counts orders by slots and by equal items. With dates, a day goes from opening to opening, so that it may end after
/// midnight. An order of the instant at which the counter closes is within the last slot. Returns what is wrong with
/// the options, as `--from: ...`, if they do not suit the file.
Result<RateFit, std::string> fit_rates(const Till& till, const RateFitOptions& options);

}  // namespace fastfood::experiment
