#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/results/why_statistics.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/samples.hpp"
#include "sim/stats/wide.hpp"

/// What a run has counted, before anything is divided. All are whole numbers, so those of several runs add up exactly.
/// Time-weighted counts (`area`, `busy`, `in_use`, ...) are in nanoseconds times how many there were.
namespace fastfood::model {

/// Customers with a target whose visit ended, and those of them who were served within it.
struct TargetCounts {
  std::int64_t ended = 0;
  std::int64_t satisfied = 0;

  /// Counts one more visit that ended.
  void leave(bool in_time) {
    ++ended;
    satisfied += in_time ? 1 : 0;
  }

  void add(const TargetCounts& more) {
    ended += more.ended;
    satisfied += more.satisfied;
  }
};

/// The customers of one stream, or those in `orders`.
struct StreamStatistics {
  CustomerCounts customers;  // without `unfinished`
  TargetCounts with_target;
  stats::Samples wait;
  stats::Samples service;
  stats::Samples total;
  stats::Samples reneged_after;

  void merge(const StreamStatistics& other);
};

/// A waiting line, measured over `time`.
struct LineStatistics {
  stats::SignedWide area = 0;
  Duration time{};
  std::int64_t max = 0;

  void merge(const LineStatistics& other);
};

/// Returns what a level has counted up to `until`.
inline LineStatistics line_statistics(const stats::Level& level, Instant until) {
  return {level.area(until), level.time(until), level.max(until)};
}

/// One person who serves.
struct PersonStatistics {
  std::int64_t served = 0;
  stats::SignedWide busy = 0;
  stats::SignedWide on_duty = 0;

  void merge(const PersonStatistics& other);
};

/// The units of a station, and the line before it.
struct StationStatistics {
  stats::SignedWide in_use = 0;
  stats::SignedWide there = 0;
  stats::SignedWide down = 0;
  LineStatistics line;
  stats::Samples wait;
  std::int64_t batches = 0;
  std::int64_t wasted = 0;

  void merge(const StationStatistics& other);
};

/// One stop of a line. `there` counts places, those taken beyond the schedule included; 0 if there is no bound.
struct StopStatistics {
  stats::SignedWide taken = 0;
  stats::SignedWide there = 0;
  stats::SignedWide blocked = 0;
  LineStatistics line;
  stats::Samples wait;
  std::int64_t left = 0;

  void merge(const StopStatistics& other);
};

/// One of several lines, and its customers. `line` and `wait` are of those who have not been taken.
struct CustomerLineStatistics {
  CustomerCounts customers;  // without `unfinished`
  LineStatistics line;
  stats::Samples wait;
  stats::Samples total;
  std::vector<StopStatistics> stops;

  void merge(const CustomerLineStatistics& other);
};

/// One period of `report_every`; `time` is how much of it was measured.
struct PeriodStatistics {
  Duration time{};
  std::int64_t arrived = 0;
  CustomerCounts left;       // in this period
  TargetCounts with_target;  // of those who arrived in this period
  stats::Samples wait;
  stats::Samples total;
  stats::SignedWide busy = 0;
  stats::SignedWide on_duty = 0;
  stats::SignedWide line = 0;

  void merge(const PeriodStatistics& other);
};

/// The statistics of one run, or of several merged ones.
struct RunStatistics {
  Duration elapsed{};
  std::vector<StreamStatistics> streams;  // as listed, then those in `orders`
  std::vector<std::int64_t> sold;         // by item
  std::vector<PersonStatistics> people;
  LineStatistics line;
  std::vector<CustomerLineStatistics> lines;  // if the counter has `lines`
  std::vector<StationStatistics> stations;
  std::vector<PeriodStatistics> periods;
  std::optional<WhyStatistics> why;  // if the run recorded it

  /// Adds the statistics of another run of the same counter. The sum of `elapsed` must stay below 292 years.
  void merge(const RunStatistics& other);
};

}  // namespace fastfood::model
