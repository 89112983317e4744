#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"

namespace fastfood::model {

/// What statistics cover: from the end of the warm-up to `end`.
inline Duration measured_time(Instant warmup, Instant end) { return std::max(end - warmup, Duration::zero()); }

/// `count` in `span`, as a rate an hour; none over no time.
inline std::optional<double> per_hour(std::int64_t count, Duration span) {
  if (span == Duration::zero()) {
    return std::nullopt;
  }
  return static_cast<double>(count) * 3600 / in_seconds(span);
}

/// A share of time in time; none of no time.
template <class Nanoseconds>
std::optional<double> ratio(Nanoseconds part, Nanoseconds whole) {
  return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole)) : std::nullopt;
}

/// What so many nanoseconds cost.
template <class Nanoseconds>
double cost(double per_hour, Nanoseconds time) {
  return per_hour * (static_cast<double>(time) / 3.6e12);
}

}  // namespace fastfood::model
