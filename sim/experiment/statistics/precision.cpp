#include "sim/experiment/statistics/precision.hpp"

#include <algorithm>
#include <cmath>

#include "sim/experiment/statistics/estimate.hpp"

namespace fastfood::experiment {
namespace {

/// Returns how many more replications have to confirm a precision reached after `n`: f(kLimit, n) with kLimit = 5
/// (Hoad, Robinson and Davies).
std::int64_t look_ahead(std::int64_t n) {
  constexpr std::int64_t limit = 5;
  return (limit * std::max<std::int64_t>(n, 100) + 99) / 100;
}

}  // namespace

void PrecisionRule::add(std::optional<double> value) {
  ++replications_;
  if (value) {
    values_.add(*value);
  }
  if (replications_ < min_replications() || !check_sample_size() || !is_narrow()) {
    precise_since_.reset();
  } else if (!precise_since_) {
    precise_since_ = replications_;
  }
}

bool PrecisionRule::is_enough() const {
  return replications_ >= precision_.max ||
         (precise_since_ && replications_ - *precise_since_ >= look_ahead(*precise_since_));
}

std::int64_t PrecisionRule::min_replications() const {
  return std::min(std::max<std::int64_t>(precision_.min, 10), precision_.max);
}

bool PrecisionRule::check_sample_size() {
  if (sample_size_) {
    sample_size_->update(values_);
  }
  return !sample_size_ || sample_size_->is_enough();
}

/// Without a division: a mean of 0 is precise only if all values are 0.
bool PrecisionRule::is_narrow() const {
  const double confidence = adjusted_confidence(Stopping::by_width, precision_.confidence, values_.n());
  const auto width = half_width(values_, confidence);
  const double share = precision_.relative_precision;
  return width && *width * (1 + share) <= share * std::abs(values_.mean());
}

}  // namespace fastfood::experiment
