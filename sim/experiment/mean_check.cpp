#include "sim/experiment/mean_check.hpp"

#include <cmath>

#include "sim/base/check.hpp"
#include "sim/experiment/estimate.hpp"
#include "sim/random/elementary.hpp"

namespace sim::experiment {
namespace {

/// Whether what is so far off its limit meets the relation.
bool stands(Relation relation, double off) {
  switch (relation) {
    case Relation::at_most:
      return off <= 0;
    case Relation::at_least:
      return off >= 0;
    case Relation::below:
      return off < 0;
    case Relation::above:
      return off > 0;
    case Relation::equal:
      return off == 0;
    case Relation::unequal:
      return off != 0;
  }
  broken("a relation that is none", std::source_location::current());
}

/// h² = 2η(n₀ - 1) with η = ((2β)^(-2 / (n₀ - 1)) - 1) / 2. The C library's pow would differ between machines.
double spread_of(const Certainty& certainty) {
  const auto freedom = static_cast<double>(certainty.first_stage - 1);
  const double error = certainty.error / 2;  // the other half is for looks at intervals
  return freedom * (random::exp(-2 / freedom * random::log(2 * error)) - 1);
}

}  // namespace

MeanCheck::MeanCheck(const Requirement& requirement, const Certainty& certainty)
    : relation_(requirement.relation),
      limit_(requirement.limit.value()),
      size_(limit_ == 0 ? 1 : std::abs(limit_)),
      certainty_(certainty),
      spread_(spread_of(certainty)),
      next_look_(certainty.first_stage) {
  check(certainty.first_stage >= 2, "a first stage too short for a variance");
}

void MeanCheck::add(double value) {
  const double off = value - limit_;
  values_.add(value);
  sum_ += off;
  unseen_ *= 1 - (std::abs(off) + certainty_.indifference * size_) / (std::abs(off) + size_);
  if (!is_met_ && (is_decided() || is_far_off())) {
    decide();
  }
}

void MeanCheck::end() {
  if (values_.n() == 0) {
    is_met_ = false;
  } else if (!is_met_ && values_.n() >= certainty_.first_stage && are_equal()) {
    decide();
  }
}

/// Where the sum of r distances leaves the triangle ±R(r), R(r) = max(0, h²S² / (2ε) - εr / 2): c = 1 in the paper. A
/// Brownian motion with drift ε does so by the wrong side at most as often as E[exp(-ηS²(n₀ - 1) / σ²)] / 2 = β, with
/// the S² of n₀ values. Here all is multiplied by 2ε, so that it holds of an ε of 0.
bool MeanCheck::is_decided() const {
  if (values_.n() < certainty_.first_stage) {
    return false;
  }
  if (are_equal()) {
    return unseen_ <= certainty_.error;
  }
  const double zone = certainty_.indifference * size_;
  return 2 * zone * std::abs(sum_) >= spread_ * values_.variance() - zone * zone * static_cast<double>(values_.n());
}

/// The triangle is made for means at the edge of the zone, and slow to tell those far beyond it where the zone is
/// narrow. So half of the error goes to looks at n₀, 2n₀, 4n₀, … values, the j-th of which may err by a share of 1 / (j
/// (j + 1)): whether the limit is outside the interval of the mean (repeated confidence intervals, Jennison and
/// Turnbull 1984).
bool MeanCheck::is_far_off() {
  if (values_.n() != next_look_) {
    return false;
  }
  next_look_ *= 2;
  ++looks_;
  if (are_equal()) {
    return false;
  }
  const double error = certainty_.error / 2 / static_cast<double>(looks_ * (looks_ + 1));
  const auto width = half_width(values_, 1 - 2 * error);
  return std::abs(values_.mean() - limit_) > *width;
}

/// Outside the triangle the sum has the sign of the mean's distance from the limit; inside only when R is 0.
void MeanCheck::decide() { is_met_ = stands(relation_, sum_); }

}  // namespace sim::experiment
