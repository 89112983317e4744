#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>

#include "sim/base/time.hpp"
#include "sim/stats/samples.hpp"

namespace fastfood::stats {

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
/// type 7 (Hyndman and Fan 1996: linear between order statistics). The percentiles are exact too, then rounded once,
/// unless there are more samples than may be kept: then they come from a sketch.
Summary summarize(const Samples& samples);

/// The same of all samples of `parts` together, as if one collection had been given them; the least `most_exact` holds.
/// Only reads, and takes less than a mebibyte for itself meanwhile.
Summary summarize(std::span<const Samples* const> parts);

/// The same of samples at hand.
Summary summarize(std::span<const Duration> samples);
Summary summarize(std::initializer_list<Duration> samples);

}  // namespace fastfood::stats
