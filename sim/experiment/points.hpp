#pragma once

#include <cstddef>
#include <vector>

#include "sim/experiment/study.hpp"
#include "sim/scenario/override.hpp"

namespace sim::experiment {

/// A value for each parameter of a study, in their order.
using Point = std::vector<Value>;

/// The points of a study, those left out by its `where` not among them. The study outlives it.
class Points {
 public:
  /// `seed` is that of the scenario, from which a random design is drawn.
  Points(const Study& study, std::uint64_t seed);

  std::size_t size() const;

  /// The one at `index`, from 0.
  Point at(std::size_t index) const;

 private:
};

/// How many points the design makes, those that `where` leaves out among them.
double size_of_design(const Study& study);

/// What a point sets in the scenario.
std::vector<scenario::Override> overrides_of(const Study& study, const Point& point);

/// What a point costs over the cheapest values tried.
double cost_of(const Study& study, const Point& point);

}  // namespace sim::experiment
