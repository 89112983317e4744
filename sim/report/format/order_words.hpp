#pragma once

#include <optional>
#include <string_view>

#include "sim/base/time.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// What every form of an order says about it: its words, and the times that follow from its instants.
namespace fastfood::report {

/// `served`, `balked`, `reneged` or `unfinished`.
std::string_view outcome_name(model::Outcome outcome);

/// As `spec` has it; none for an order that no stream brought.
std::optional<std::string_view> stream_name(const model::CounterSpec& spec, const model::OrderRecord& order);

/// From arrival to the start of a server's taking the order; none while he has not.
std::optional<Duration> wait_time(const model::OrderRecord& order);

/// From there to the end of handing over; none of one not served.
std::optional<Duration> service_time(const model::OrderRecord& order);

/// From arrival to the end of handing over; none of one not served.
std::optional<Duration> total_time(const model::OrderRecord& order);

}  // namespace fastfood::report
