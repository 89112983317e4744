#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/estimate.hpp"
#include "sim/experiment/points.hpp"
#include "sim/experiment/study.hpp"

namespace sim::experiment {

/// What a point of a study has shown. Where a replication failed it is that of those before it.
struct PointResult {
  Point parameters;
  std::int64_t replications = 0;
  std::vector<Estimate> metrics;   // in the order of the study's
  std::optional<bool> is_precise;  // whether the precision was reached, where one was asked for
  std::optional<std::string> error;

  bool operator==(const PointResult&) const = default;
};

}  // namespace sim::experiment
