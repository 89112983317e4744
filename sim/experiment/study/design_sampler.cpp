#include "sim/experiment/study/design_sampler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace fastfood::experiment {
namespace {

// Returns a random order of the first `count` numbers, each equally likely (Fisher and Yates).
std::vector<std::uint32_t> shuffled(std::size_t count, random::Draws draws) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t left = count; left > 1; --left) {
    const auto picked = static_cast<std::size_t>(draws.uniform() * static_cast<double>(left));
    std::swap(order[left - 1], order[picked]);
  }
  return order;
}

// Returns the number at a share of the way through a range. Each whole number has an equal share.
double number_at(const Range& range, double share) {
  if (!range.whole) return std::lerp(range.min, range.max, share);
  const double count = range.max - range.min + 1;
  return std::min(range.min + std::floor(share * count), range.max);
}

}  // namespace

DesignSampler::DesignSampler(const Study& study, std::uint64_t seed) : study_(&study) {
  if (study.design == Design::grid || study.design == Design::zip) return;
  for (const Parameter& parameter : study.parameters) {
    keys_.push_back(random::StreamKey(seed).at("design").at(parameter.path));
    if (study.design != Design::latin_hypercube) continue;
    strata_.push_back(shuffled(study.points, keys_.back().at("strata").draws(0)));
  }
}

double DesignSampler::at(std::size_t parameter, std::size_t point) const {
  double share = keys_[parameter].draws(point).uniform();
  if (study_->design == Design::latin_hypercube) {
    share = (strata_[parameter][point] + share) / static_cast<double>(study_->points);
  }
  return number_at(*study_->parameters[parameter].range, share);
}

}  // namespace fastfood::experiment
