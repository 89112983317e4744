#include "sim/experiment/statistics/wealth.hpp"

#include <algorithm>

namespace fastfood::experiment {

void Wealth::add(double value) {
  if (is_enough()) {
    return;
  }
  wealth_ *= 1 + stake() * (value - mean_);
  n_ += 1;
  sum_ += value;
  const double off = value - sum_ / n_;
  squares_ += off * off;
}

double Wealth::stake() const {
  constexpr double most_lost = 0.95;
  const double above = sum_ / n_ - mean_;
  if (above <= 0) {
    return 0;
  }
  return std::min(above / (squares_ / n_ + above * above), most_lost / mean_);
}

}  // namespace fastfood::experiment
