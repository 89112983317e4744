#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/metric.hpp"
#include "sim/model/observations.hpp"

namespace sim::experiment {

/// What a run shows of some metrics, in their order; null where it has nothing to show.
using Values = std::vector<std::optional<double>>;

/// The metrics that are looked at in each run, each of them once.
class Figures {
 public:
  Figures() = default;
  explicit Figures(const std::vector<std::string>& metrics);

  /// The place of a metric, which joins the others if it is new.
  std::size_t add(const std::string& metric);

  const std::vector<std::string>& names() const { return names_; }

  Values of(const model::Observations& run) const;

 private:
  std::vector<std::string> names_;
  std::vector<model::MetricPath> paths_;
};

}  // namespace sim::experiment
