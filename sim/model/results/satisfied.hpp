#pragma once

#include <optional>

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Returns how many customers were served within their targets. `aim` is what is aimed at over all of them; none if
/// they have targets of their own only.
inline Satisfied satisfied(const std::optional<TargetSpec>& aim, const TargetCounts& customers) {
  Satisfied result{.count = customers.satisfied};
  if (aim) {
    result.target = aim->total_time;
    result.aim = aim->fraction;
  }
  if (customers.ended != 0) {
    result.fraction = static_cast<double>(customers.satisfied) / static_cast<double>(customers.ended);
    result.met = aim ? std::optional(*result.fraction >= aim->fraction) : std::nullopt;
  }
  return result;
}

}  // namespace fastfood::model
