#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// A result with more periods would be of no use to anybody.
inline constexpr std::int64_t max_periods = 1'000'000;

/// A run goes on beyond `max_periods`.
class TooManyPeriods : public std::runtime_error {
 public:
  TooManyPeriods()
      : std::runtime_error("report_every gives more than " + std::to_string(max_periods) +
                           " periods; make them longer") {}
};

/// What had gone by time up to some instant: how long hands were full, people on duty and customers in the line.
struct TimeTotals {
  stats::SignedWide busy = 0;
  stats::SignedWide on_duty = 0;
  stats::SignedWide line = 0;
};

/// The run by periods of `report_every`, counted from time 0, the first one that in which the warm-up ends. Nothing is
/// kept where no periods are asked for.
class Periods {
 public:
  explicit Periods(const CounterSpec& spec) : spec_(spec), first_(spec.report_every ? number_of(spec.warmup) : 0) {}

  void arrives(Instant now);
  void is_taken(Instant arrived_at, Instant now);
  void is_served(Instant arrived_at, Instant now, bool in_time);
  void leaves(Instant arrived_at, Instant now, Outcome outcome);

  /// When the period ends in which the n-th of those shown begins, from 0.
  Instant end_of(std::size_t n) const;

  /// Hands over all periods; none are left here. `totals` are those at the ends of all that are over before `end`, and
  /// of those at `end`.
  std::vector<PeriodStatistics> hand_over(const std::vector<TimeTotals>& totals, Instant end);

 private:
  std::int64_t number_of(Instant instant) const { return instant.time_since_epoch() / *spec_.report_every; }
  PeriodStatistics& at(Instant instant);

  const CounterSpec& spec_;
  std::int64_t first_;
  std::deque<PeriodStatistics> periods_;
};

}  // namespace fastfood::model
