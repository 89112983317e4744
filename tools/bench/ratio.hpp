#pragma once

#include <cstddef>
#include <functional>

namespace bench {

/// The ratio of the costs of A and B: the median over pairs of runs taken in turn, with a 95 % interval (percentile
/// bootstrap, Efron 1979), and the median costs.
struct Ratio {
  double median = 0;
  double low = 0;
  double high = 0;
  double cost_a = 0;
  double cost_b = 0;
};

/// Runs A B A B ..., `pairs` times, after a warm-up run of each. A run returns its cost.
Ratio measure(const std::function<double()>& a, const std::function<double()>& b, std::size_t pairs);

}  // namespace bench
