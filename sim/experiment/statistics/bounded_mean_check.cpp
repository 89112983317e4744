#include "sim/experiment/statistics/bounded_mean_check.hpp"

#include <algorithm>

namespace fastfood::experiment {

BoundedMeanCheck::BoundedMeanCheck(const Requirement& requirement, const SequentialTestOptions& options)
    : relation_(requirement.relation), limit_(requirement.limit.value()), first_stage_(options.first_stage) {
  const double zone = zone_half_width(requirement, options);
  if (limit_ > 0) {
    above_.emplace(std::max(limit_ - zone, limit_ / 2), options.error);
  }
  if (limit_ < 1) {
    below_.emplace(1 - std::min(limit_ + zone, (limit_ + 1) / 2), options.error);
  }
}

void BoundedMeanCheck::add(double value) {
  values_.add(value);
  if (above_) {
    above_->add(value);
  }
  if (below_) {
    below_->add(1 - value);
  }
  if (!is_met_ && values_.n() >= first_stage_ && is_decided()) {
    is_met_ = satisfies(relation_, values_.mean(), limit_);
  }
}

void BoundedMeanCheck::end() {
  if (values_.n() == 0) {
    is_met_ = false;
  }
}

bool BoundedMeanCheck::is_decided() const {
  const bool is_above = !above_ || above_->is_above();
  const bool is_below = !below_ || below_->is_above();
  if (values_.mean() == limit_) {
    return is_above && is_below;
  }
  return values_.mean() > limit_ ? is_above : is_below;
}

}  // namespace fastfood::experiment
