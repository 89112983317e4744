#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>

#include "sim/base/time.hpp"
#include "sim/stats/samples.hpp"

namespace fastfood::stats {

/// Statistics of a set of durations, in seconds. Everything but `count` is empty without samples.
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

/// Computes the mean (exact, then rounded once), the standard deviation with divisor n - 1 (empty for fewer than two),
/// and percentiles of type 7 (Hyndman and Fan 1996: linear between order statistics). The percentiles are exact, then
/// rounded once, unless there are more samples than are kept. Then they come from a sketch.
Summary summarize(const Samples& samples);

/// Like this for all samples of `parts` together, as if they were one collection; the smallest `max_exact` applies.
/// Uses less than a mebibyte.
Summary summarize(std::span<const Samples* const> parts);

/// Like this for samples in memory.
Summary summarize(std::span<const Duration> samples);
Summary summarize(std::initializer_list<Duration> samples);

}  // namespace fastfood::stats
