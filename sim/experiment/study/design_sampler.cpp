#include "sim/experiment/study/design_sampler.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace fastfood::experiment {
namespace {

// By Fisher and Yates: each order is equally likely.
std::vector<std::uint32_t> shuffled(std::size_t count, random::Draws draws) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  for (std::size_t left = count; left > 1; --left) {
    const auto taken = static_cast<std::size_t>(draws.uniform() * static_cast<double>(left));
    std::swap(order[left - 1], order[taken]);
  }
  return order;
}

// The number that lies in a range at a share of the way from one end to the other. A whole number has an equal share
// of its own.
double within(const Range& range, double share) {
  if (!range.whole) return std::lerp(range.min, range.max, share);
  const double count = range.max - range.min + 1;
  return std::min(range.min + std::floor(share * count), range.max);
}

}  // namespace

Sample::Sample(const Study& study, std::uint64_t seed) : study_(&study) {
  if (study.design == Design::grid || study.design == Design::zip) return;
  for (const Parameter& parameter : study.parameters) {
    places_.push_back(random::StreamKey(seed).at("design").at(parameter.path));
    if (study.design != Design::latin_hypercube) continue;
    strata_.push_back(shuffled(study.points, places_.back().at("strata").draws(0)));
  }
}

double Sample::at(std::size_t parameter, std::size_t number) const {
  double share = places_[parameter].draws(number).uniform();
  if (study_->design == Design::latin_hypercube) {
    share = (strata_[parameter][number] + share) / static_cast<double>(study_->points);
  }
  return within(*study_->parameters[parameter].range, share);
}

}  // namespace fastfood::experiment
