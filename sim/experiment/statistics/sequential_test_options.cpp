#include "sim/experiment/statistics/sequential_test_options.hpp"

#include <cmath>

namespace fastfood::experiment {

double share_of_look(std::int64_t look) { return 1 / (static_cast<double>(look) * static_cast<double>(look + 1)); }

double half_zone(const Requirement& requirement, const SequentialTestOptions& certainty) {
  const double limit = requirement.limit.value();
  return certainty.indifference * (limit == 0 ? 1 : std::abs(limit));
}

}  // namespace fastfood::experiment
