#include "sim/experiment/statistics/precision.hpp"

#include <algorithm>
#include <cmath>

#include "sim/experiment/statistics/estimate.hpp"

namespace fastfood::experiment {
namespace {

/// How many more replications are to confirm what was reached after `n`: f(kLimit, n) with kLimit = 5.
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
  if (replications_ < fewest() || !check_guard() || !is_narrow()) {
    precise_since_.reset();
  } else if (!precise_since_) {
    precise_since_ = replications_;
  }
}

bool PrecisionRule::is_enough() const {
  return replications_ >= asked_.max ||
         (precise_since_ && replications_ - *precise_since_ >= look_ahead(*precise_since_));
}

std::int64_t PrecisionRule::fewest() const { return std::min(std::max<std::int64_t>(asked_.min, 10), asked_.max); }

bool PrecisionRule::check_guard() {
  if (guard_) {
    guard_->look(values_);
  }
  return !guard_ || guard_->is_enough();
}

/// Multiplied out: a mean of 0 is known precisely where all values are 0, and never else.
bool PrecisionRule::is_narrow() const {
  const double confidence = confidence_of_stopped(Stopping::by_width, asked_.confidence, values_.n());
  const auto width = half_width(values_, confidence);
  const double share = asked_.relative_precision;
  return width && *width * (1 + share) <= share * std::abs(values_.mean());
}

}  // namespace fastfood::experiment
