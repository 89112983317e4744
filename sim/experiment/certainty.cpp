#include "sim/experiment/certainty.hpp"

#include <cmath>

namespace sim::experiment {

double half_zone(const Requirement& requirement, const Certainty& certainty) {
  const double limit = requirement.limit.value();
  return certainty.indifference * (limit == 0 ? 1 : std::abs(limit));
}

}  // namespace sim::experiment
