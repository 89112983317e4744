#include "sim/scenario/weights.hpp"

#include <cmath>
#include <numeric>

namespace sim::scenario {

void check_weights(const std::vector<double>& weights, const Field& list) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum == 0) list.fault("expected a weight above 0 among them");
  if (std::isinf(sum)) list.fault("expected weights of at most 1.7976931348623157e308 together");
}

}  // namespace sim::scenario
