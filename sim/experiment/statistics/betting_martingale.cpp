#include "sim/experiment/statistics/betting_martingale.hpp"

#include <algorithm>

namespace fastfood::experiment {

void BettingMartingale::add(double value) {
  if (is_above()) {
    return;
  }
  capital_ *= 1 + bet() * (value - bound_);
  n_ += 1;
  sum_ += value;
  const double off = value - sum_ / n_;
  squares_ += off * off;
}

double BettingMartingale::bet() const {
  constexpr double max_loss = 0.95;
  const double above = sum_ / n_ - bound_;
  if (above <= 0) {
    return 0;
  }
  return std::min(above / (squares_ / n_ + above * above), max_loss / bound_);
}

}  // namespace fastfood::experiment
