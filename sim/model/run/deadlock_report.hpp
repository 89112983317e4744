#pragma once

#include <string>

#include "sim/model/counter_run.hpp"

namespace fastfood::model {

/// Who waits for what, and who holds it, in lines for a person: of a counter where nothing can happen any more.
std::string stuck_report(const CounterRun& floor);

}  // namespace fastfood::model
