#pragma once

#include <cstdint>
#include <optional>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// How many of those whose visit ended were served within the target; none without a target.
inline std::optional<Satisfied> satisfied(const CounterSpec& spec, const CustomerCounts& customers,
                                          std::int64_t count) {
  if (!spec.target) {
    return std::nullopt;
  }
  Satisfied seen{spec.target->total_time, count, std::nullopt, spec.target->fraction, std::nullopt};
  const std::int64_t ended = customers.served + customers.balked + customers.reneged;
  if (ended != 0) {
    seen.fraction = static_cast<double>(count) / static_cast<double>(ended);
    seen.met = *seen.fraction >= seen.aim;
  }
  return seen;
}

}  // namespace fastfood::model
