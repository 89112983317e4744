#pragma once

#include <cstdint>
#include <optional>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Returns how many of the customers whose visit ended were served within the target; none without a target. `count` is
/// how many were.
inline std::optional<Satisfied> satisfied(const CounterSpec& spec, const CustomerCounts& customers,
                                          std::int64_t count) {
  if (!spec.target) {
    return std::nullopt;
  }
  Satisfied result{spec.target->total_time, count, std::nullopt, spec.target->fraction, std::nullopt};
  const std::int64_t ended = customers.served + customers.balked + customers.reneged;
  if (ended != 0) {
    result.fraction = static_cast<double>(count) / static_cast<double>(ended);
    result.met = *result.fraction >= result.aim;
  }
  return result;
}

}  // namespace fastfood::model
