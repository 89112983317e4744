#include "sim/experiment/statistics/share_check.hpp"

#include <algorithm>

namespace fastfood::experiment {

ShareCheck::ShareCheck(const Requirement& requirement, const SequentialTestOptions& certainty)
    : relation_(requirement.relation), limit_(requirement.limit.value()), first_stage_(certainty.first_stage) {
  const double zone = half_zone(requirement, certainty);
  if (limit_ > 0) {
    above_.emplace(std::max(limit_ - zone, limit_ / 2), certainty.error);
  }
  if (limit_ < 1) {
    below_.emplace(1 - std::min(limit_ + zone, (limit_ + 1) / 2), certainty.error);
  }
}

void ShareCheck::add(double value) {
  values_.add(value);
  if (above_) {
    above_->add(value);
  }
  if (below_) {
    below_->add(1 - value);
  }
  if (!is_met_ && values_.n() >= first_stage_ && is_decided()) {
    is_met_ = stands(relation_, values_.mean(), limit_);
  }
}

void ShareCheck::end() {
  if (values_.n() == 0) {
    is_met_ = false;
  }
}

bool ShareCheck::is_decided() const {
  const bool is_above = !above_ || above_->is_enough();
  const bool is_below = !below_ || below_->is_enough();
  if (values_.mean() == limit_) {
    return is_above && is_below;
  }
  return values_.mean() > limit_ ? is_above : is_below;
}

}  // namespace fastfood::experiment
