#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "sim/base/result.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/run/events.hpp"
#include "sim/model/spec.hpp"

/// Runs a counter: one replication, from opening until the last customer has left or until a set instant.
///
/// Thread safety: a run has no global state. Several threads may run the same spec at the same time. A sink is called
/// only by the thread that runs.
///
/// Invariants:
/// 1. The same spec and replication return the same statistics, bit for bit, with or without sinks.
/// 2. A sink receives events in order of time, and orders in order of `id`.
/// 3. Sinks may keep copies; what they are given lasts only as long as the call.
///
/// Example:
///
///     CounterSpec spec;
///     spec.menu = {{"coffee", {{std::nullopt, 40s}}}};
///     spec.servers = {{"barista"}};
///     spec.arrivals = {{"walk-in", random::Exponential{1min}, 100, std::vector{OrderedItem{ItemId{0}}}}};
///     const Result<RunResult, RunFailure> run = run_counter(spec);
///     if (run) {
///       std::cout << run->total_time.mean.value_or(0) << " s\n";
///     } else {
///       std::cerr << run.error().what << '\n';
///     }
namespace fastfood::model {

/// Receives each order once its visit has ended and all earlier ones have, in order of `id`.
using OrderSink = std::function<void(const OrderRecord&)>;

/// Why a run did not end: a deadlock, a livelock, or the limit of the clock. `what` is for a person and may have
/// several lines.
struct RunFailure {
  std::string what;
};

/// Which replication to run, from 0, each with random numbers of its own; and who observes it. Without a sink for
/// orders or events none are recorded. `why` records where the time of customers went, for the result and each order.
struct RunOptions {
  std::uint64_t replication = 0;
  OrderSink orders{};
  EventSink events{};
  bool why = false;
};

/// Runs the counter once and returns its raw statistics, which can be merged with those of other replications.
Result<RunStatistics, RunFailure> collect_statistics(const CounterSpec& spec, const RunOptions& options = {});

/// Runs replication 0 and summarizes its statistics.
Result<RunResult, RunFailure> run_counter(const CounterSpec& spec, const OrderSink& orders = {},
                                          const EventSink& events = {});

}  // namespace fastfood::model
