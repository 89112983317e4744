#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "sim/base/result.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/run/events.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Is given each order once its visit is over, in order of `id`.
using OrderSink = std::function<void(const OrderRecord&)>;

/// Why a run came to no end: who waits for what, and who holds it, in lines for a person.
struct RunFailure {
  std::string what;
};

/// One run of a counter: which of its replications, each with random numbers of its own, and who is told of what
/// happens. Orders are recorded only where a sink is given, and so with events.
struct RunOptions {
  std::uint64_t replication = 0;
  OrderSink orders{};
  EventSink events{};
};

/// Runs the counter once, from opening until the last customer has left, or to its `until`. The same spec and
/// replication give the same tallies.
Result<RunStatistics, RunFailure> collect_statistics(const CounterSpec& spec, const RunOptions& run = {});

/// The same, and what the tallies show.
Result<RunResult, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders = {},
                                          const EventSink& events = {});

}  // namespace fastfood::model
