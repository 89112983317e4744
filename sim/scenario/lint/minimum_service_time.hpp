#pragma once

#include <algorithm>
#include <optional>

#include "sim/model/spec.hpp"

namespace fastfood::scenario {

/// Returns the shorter of two times, if there are any.
inline std::optional<Duration> shorter(std::optional<Duration> left, std::optional<Duration> right) {
  return left && right ? std::min(left, right) : left ? left : right;
}

/// Returns the shortest time in which any server can serve the order, from taking it to handing it over, but at most
/// 100 years; 0 for an order from afar, which may be ready when the customer comes. Returns nothing if the customer
/// does not come or nobody serves.
std::optional<Duration> minimum_service_time(const model::OrderSpec& order, const model::CounterSpec& counter);

/// Returns the same for the fastest of the orders that customers of the stream may place.
std::optional<Duration> minimum_service_time(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// Returns the same for the fastest of all orders that may come.
std::optional<Duration> minimum_service_time(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
