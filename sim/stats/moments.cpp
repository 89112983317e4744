#include "sim/stats/moments.hpp"

#include <cmath>

namespace fastfood::stats {

void Moments::merge(const Moments& other) {
  count_ += other.count_;
  sum_ += other.sum_;
  squares_ += other.squares_;
}

std::optional<double> Moments::mean() const {
  if (count_ == 0) {
    return std::nullopt;
  }
  return ratio(Huge{sum_}, Huge{static_cast<Wide>(count_) * nanoseconds_per_second});
}

/// The sum of squared deviations is (n sum(x^2) - sum(x)^2) / n. Whole numbers lose nothing to cancellation: with count
/// and samples below 2^63 both products are below 2^252. Only the variance and its root are rounded.
std::optional<double> Moments::deviation() const {
  if (count_ < 2) {
    return std::nullopt;
  }
  const Huge count = static_cast<Wide>(count_);
  const Huge freedom = static_cast<Wide>(count_ - 1);
  const Huge spread = count * squares_ - Huge{sum_} * Huge{sum_};
  return std::sqrt(ratio(spread, count * freedom * Huge{Wide{nanoseconds_per_second} * nanoseconds_per_second}));
}

}  // namespace fastfood::stats
