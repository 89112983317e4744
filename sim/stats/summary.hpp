#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/base/time.hpp"

namespace sim::stats {

/// What is said of a set of durations, in seconds; everything but `count` is none where there is nothing to say.
struct Summary {
  std::int64_t count = 0;
  std::optional<double> mean;
  std::optional<double> sd;
  std::optional<double> min;
  std::optional<double> p50;
  std::optional<double> p90;
  std::optional<double> p95;
  std::optional<double> p99;
  std::optional<double> max;
  std::optional<double> relative_error;  // of the percentiles, where they are not exact

  bool operator==(const Summary&) const = default;
};

/// Mean (exact, then rounded once), standard deviation with the n-1 divisor (none below two), and percentiles of
/// type 7 (Hyndman and Fan 1996: linear between order statistics).
Summary summarize(std::vector<Duration> samples);

}  // namespace sim::stats
