#include "sim/experiment/statistics/sequential_test_options.hpp"

#include <cmath>

namespace fastfood::experiment {

double zone_half_width(const Requirement& requirement, const SequentialTestOptions& options) {
  const double limit = requirement.limit.value();
  return options.indifference * (limit == 0 ? 1 : std::abs(limit));
}

double error_share_of_look(std::int64_t look) {
  return 1 / (static_cast<double>(look) * static_cast<double>(look + 1));
}

}  // namespace fastfood::experiment
