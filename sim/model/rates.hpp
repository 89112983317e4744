#pragma once

#include <cstdint>
#include <optional>

#include "sim/base/time.hpp"

namespace sim::model {

/// `count` in `span`, as a rate an hour; none over no time.
inline std::optional<double> per_hour(std::int64_t count, Duration span) {
  if (span == Duration::zero()) {
    return std::nullopt;
  }
  return static_cast<double>(count) * 3600 / in_seconds(span);
}

}  // namespace sim::model
