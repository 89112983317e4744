#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/experiment/study/design_sampler.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::experiment {

/// A value for each parameter of a study, in their order.
using Point = std::vector<Value>;

/// How many points the design makes, those that `where` leaves out among them.
double size_of_design(const Study& study);

/// More cannot be numbered one by one.
inline constexpr double max_points = 0x1p53;

/// The points of a study, those left out by its `where` not among them; a design makes at most `max_points`. None of
/// them is kept: each is made when it is asked for. The study outlives it.
class Points {
 public:
  /// `seed` is that of the scenario, from which a random design is drawn.
  Points(const Study& study, std::uint64_t seed);

  std::size_t size() const;

  /// The one at `index`, from 0.
  Point at(std::size_t index) const;

 private:
  void keep_values();
  void keep_points();
  Point made_of_choices(std::size_t index) const;
  Point made(std::size_t number) const;

  const Study* study_;
  Sample sample_;
  std::vector<std::vector<std::size_t>> choices_;  // of a grid: the places of the values kept of each parameter
  std::optional<std::vector<std::size_t>> kept_;   // of another design with a `where`: the numbers of the points kept
};

/// What a point sets in the scenario.
std::vector<scenario::Override> overrides_of(const Study& study, const Point& point);

/// What a point costs over the cheapest values tried.
double cost_of(const Study& study, const Point& point);

}  // namespace fastfood::experiment
