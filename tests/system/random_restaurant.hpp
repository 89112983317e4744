#pragma once

#include <cstdint>

#include "sim/model/spec.hpp"

/// Random restaurants: random counters with lines, stops, people who work at stations, and orders from afar. None ends
/// in a deadlock or livelock.
namespace fastfood::model {

/// The random restaurant with this number: `random_counter(number)` with more. The same number always returns the same.
CounterSpec random_restaurant(std::uint64_t number);

}  // namespace fastfood::model
