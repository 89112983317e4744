#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"

namespace fastfood::model {

/// The time that statistics cover: from the end of the warm-up to `end`; 0 if the run ends before that.
inline Duration measured_time(Instant warmup, Instant end) { return std::max(end - warmup, Duration::zero()); }

/// Returns `count` in `span` as a rate per hour; none if `span` is 0.
inline std::optional<double> per_hour(std::int64_t count, Duration span) {
  if (span == Duration::zero()) {
    return std::nullopt;
  }
  return static_cast<double>(count) * 3600 / in_seconds(span);
}

/// Returns `part` as a share of `whole`; none if `whole` is 0.
template <class Nanoseconds>
std::optional<double> ratio(Nanoseconds part, Nanoseconds whole) {
  return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

/// Returns the cost of `time` nanoseconds at a price per hour.
template <class Nanoseconds>
double cost(double per_hour, Nanoseconds time) {
  return per_hour * (static_cast<double>(time) / 3.6e12);
}

}  // namespace fastfood::model
