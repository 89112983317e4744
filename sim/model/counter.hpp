#pragma once

#include <functional>
#include <string>

#include "sim/base/result.hpp"
#include "sim/model/events.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"

namespace sim::model {

/// Is given each order once its visit is over, in order of `id`.
using OrderSink = std::function<void(const OrderRecord&)>;

/// Why a run came to no end: who waits for what, and who holds it, in lines for a person.
struct RunFailure {
  std::string what;
};

/// Runs the counter once, from opening until the last customer has left, or to its `until`. Orders are recorded only
/// where a sink is given, and so with events. The same spec gives the same observations.
Result<Observations, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders = {},
                                             const EventSink& events = {});

}  // namespace sim::model
