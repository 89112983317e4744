#pragma once

#include <cstddef>
#include <functional>

namespace bench {

/// How much more A costs than B: the median over pairs of runs taken in turn, with a 95 % interval (percentile
/// bootstrap, Efron 1979), and the median costs themselves.
struct Ratio {
  double median = 0;
  double low = 0;
  double high = 0;
  double cost_a = 0;
  double cost_b = 0;
};

/// Runs A B A B ..., `pairs` times after one of each that does not count; a run gives what it cost.
Ratio measure(const std::function<double()>& a, const std::function<double()>& b, std::size_t pairs);

}  // namespace bench
