#pragma once

#include <optional>

#include "sim/model/spec.hpp"

/// Who comes to a counter, and when.
namespace fastfood::scenario {

/// The last instant at which customers of a stream may come; nothing where only their count ends it.
std::optional<Instant> end_of(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// Whether it is sure that no customer of a stream comes.
bool brings_nobody(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// No customer of a stream comes later; nothing where that hangs on chance.
std::optional<Instant> latest_of(const model::StreamSpec& stream, const model::CounterSpec& counter);

/// Whether the doors are still open when he comes.
bool comes(const model::OrderSpec& order, const model::CounterSpec& counter);

/// Whether somebody can come.
bool anybody_comes(const model::CounterSpec& counter);

/// Whether a server takes every order as it comes, so that nobody ever stands in line.
bool is_always_taken_at_once(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
