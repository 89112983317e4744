#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "tests/model/spec_of.hpp"

/// Which step each event is about. Events name the customer and the station, but not the item.
namespace fastfood::model {

/// All orders and events of one run, from time 0 on. Customers have different names.
struct RunLog {
  std::uint64_t replication = 0;
  std::vector<OrderRecord> orders;
  std::vector<RecordedEvent> events;
};

/// For each event the step that asks, starts or ends; null for all other events.
std::vector<const StepRecord*> steps_of_events(const CounterSpec& spec, const RunLog& log);

}  // namespace fastfood::model
