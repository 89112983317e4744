#pragma once

#include <vector>

#include "sim/model/spec.hpp"

namespace sim::scenario {

/// The customers of a stream whose work has to be done from `first` to `last`, in seconds: so many on average.
struct Inflow {
  const model::StreamSpec* stream;
  double first = 0;
  double last = 0;
  double customers = 0;
};

/// Of each stream that tells how many customers come, and when, on average. Left out are streams that bring less than
/// 20, or all of them at once, or whose customers do not wait for ever, and those at set instants.
std::vector<Inflow> inflows_of(const model::CounterSpec& counter);

}  // namespace sim::scenario
