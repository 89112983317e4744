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

/// Returns how many points the design makes, before `where` leaves any out.
double size_of_design(const Study& study);

/// A design of more points cannot be indexed.
inline constexpr double max_points = 0x1p53;

/// The points of a study that its `where` keeps. A point takes no memory: it is made when it is asked for. The study
/// has to outlive its points, and its design makes at most `max_points`.
class Points {
 public:
  /// `seed` is that of the scenario. Random designs are drawn from it.
  Points(const Study& study, std::uint64_t seed);

  std::size_t size() const;

  /// Returns the point at `index`, from 0.
  Point at(std::size_t index) const;

 private:
  void filter_values();
  void filter_points();
  Point point_of_grid(std::size_t index) const;
  Point point_of_design(std::size_t number) const;

  const Study* study_;
  DesignSampler sampler_;
  std::vector<std::vector<std::size_t>> kept_values_;    // of a grid: the indexes of each parameter's values
  std::optional<std::vector<std::size_t>> kept_points_;  // of another design with a `where`: indexes of its points
};

/// Returns what a point sets in the scenario.
std::vector<scenario::Override> overrides_of(const Study& study, const Point& point);

/// Returns how much more a point costs than the cheapest value of each parameter.
double cost_of(const Study& study, const Point& point);

}  // namespace fastfood::experiment
