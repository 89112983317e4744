#pragma once

#include <optional>

#include "sim/model/spec.hpp"

/// Bounds on who comes to a counter, and when, that hold for every seed.
namespace fastfood::scenario {

/// Returns the last instant at which customers of a stream may come; nothing if only their count ends it.
std::optional<Instant> arrivals_end(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// Returns true if no customer of the stream can come.
bool has_no_customers(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// Returns an instant after which no customer of the stream comes; nothing if there is no such bound.
std::optional<Instant> latest_arrival(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// Returns true if the customer of an order comes before the doors close.
bool arrives_in_time(const model::OrderSpec& order, const model::CounterSpec& counter);

/// Returns true if any customer can come.
bool has_customers(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
