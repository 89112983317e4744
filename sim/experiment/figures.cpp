#include "sim/experiment/figures.hpp"

#include <algorithm>

#include "sim/scenario/path.hpp"

namespace sim::experiment {

Figures::Figures(const std::vector<std::string>& metrics) {
  for (const std::string& metric : metrics) {
    add(metric);
  }
}

std::size_t Figures::add(const std::string& metric) {
  const auto found = std::ranges::find(names_, metric);
  const auto place = static_cast<std::size_t>(found - names_.begin());
  if (found == names_.end()) {
    names_.push_back(metric);
    paths_.push_back(scenario::keys_of(metric));
  }
  return place;
}

Values Figures::of(const model::Observations& run) const {
  Values values;
  for (const model::MetricPath& path : paths_) {
    values.push_back(model::metric(run, path));
  }
  return values;
}

}  // namespace sim::experiment
