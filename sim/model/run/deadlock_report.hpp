#pragma once

#include <string>

#include "sim/model/counter_run.hpp"

namespace fastfood::model {

/// Describes a deadlocked run for a person: one line for each blocked customer, with what they wait for and who holds
/// it. After twenty customers it only counts the rest.
std::string deadlock_report(const CounterRun& run);

}  // namespace fastfood::model
