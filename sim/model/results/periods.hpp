#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// The most periods that a result may have.
inline constexpr std::int64_t max_periods = 1'000'000;

/// The run lasts longer than `max_periods`.
class TooManyPeriods : public std::runtime_error {
 public:
  TooManyPeriods()
      : std::runtime_error("report_every gives more than " + std::to_string(max_periods) +
                           " periods; make them longer") {}
};

/// Time totals from the end of the warm-up to some instant, in nanoseconds times how many: busy people, people on duty,
/// and customers in the line.
struct TimeTotals {
  stats::SignedWide busy = 0;
  stats::SignedWide on_duty = 0;
  stats::SignedWide line = 0;
};

/// The statistics of each period of `report_every`. Periods begin at multiples of it; the first is the one in which the
/// warm-up ends. It keeps nothing if the scenario asks for no periods.
class Periods {
 public:
  explicit Periods(const CounterSpec& spec) : spec_(spec), first_(spec.report_every ? number_of(spec.warmup) : 0) {}

  void arrives(Instant now);
  void is_taken(Instant arrived_at, Instant now);
  void is_served(Instant arrived_at, Instant now);

  /// `in_time` is whether the customer was served within their target; none if they have none.
  void leaves(Instant arrived_at, Instant now, Outcome outcome, std::optional<bool> in_time);

  /// Returns when the n-th period ends, from 0; `Instant::max()` if that is beyond the clock's range.
  Instant end_of(std::size_t n) const;

  /// Moves out the statistics of all periods. `totals` are those at the end of each period that is over before `end`,
  /// and then those at `end`.
  std::vector<PeriodStatistics> take_statistics(const std::vector<TimeTotals>& totals, Instant end);

 private:
  std::int64_t number_of(Instant instant) const { return instant.time_since_epoch() / *spec_.report_every; }
  PeriodStatistics& at(Instant instant);

  const CounterSpec& spec_;
  std::int64_t first_;
  std::deque<PeriodStatistics> periods_;
};

}  // namespace fastfood::model
