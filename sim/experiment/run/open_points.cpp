#include "sim/experiment/run/open_points.hpp"

namespace fastfood::experiment {

void OpenPoints::add(std::size_t point, const MetricValues& values) {
  Columns& columns = open_.try_emplace(point, metrics_).first->second;
  for (std::size_t i = 0; i != values.size(); ++i) {
    columns[i].push_back(values[i]);
  }
}

std::vector<Estimate> OpenPoints::settle(std::size_t point, double confidence, Stopping stopping) {
  std::vector<Estimate> estimates;
  for (const MetricValues& values : open_.try_emplace(point, metrics_).first->second) {
    estimates.push_back(estimate(values, confidence, stopping));
  }
  open_.erase(point);
  is_settled_[point] = true;
  while (settled_in_order_ != is_settled_.size() && is_settled_[settled_in_order_]) {
    ++settled_in_order_;
  }
  return estimates;
}

}  // namespace fastfood::experiment
