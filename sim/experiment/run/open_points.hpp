#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/statistics/estimate.hpp"

namespace fastfood::experiment {

/// The points of a plan that are being run, with the values that their runs have measured so far. Keeps count of how
/// many points are settled in order, so that a plan can decide about a point once all before it are known.
class OpenPoints {
 public:
  OpenPoints(std::size_t points, std::size_t metrics) : metrics_(metrics), is_settled_(points) {}

  /// Adds the values of the next replication of a point.
  void add(std::size_t point, const MetricValues& values);

  /// Settles a point, and frees its values. Returns the estimate of each metric over its replications.
  std::vector<Estimate> settle(std::size_t point, double confidence, Stopping stopping);

  /// Returns how many points are settled, from the first up to the first that is not.
  std::size_t settled_in_order() const { return settled_in_order_; }

 private:
  using Columns = std::vector<MetricValues>;  // of each metric its values, in order of replication

  std::size_t metrics_;
  std::map<std::size_t, Columns> open_;
  std::vector<bool> is_settled_;
  std::size_t settled_in_order_ = 0;
};

}  // namespace fastfood::experiment
