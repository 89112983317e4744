#pragma once

#include <string>

#include "sim/base/time.hpp"
#include "sim/model/spec.hpp"

namespace sim::report {

/// An instant at the counter `spec` as a person there would say it: by the clock on the wall where there is one
/// (`11:30`, `11:30:15`, `00:30 +1` on the day after), else by what has passed (`0:30:00`).
std::string time_of_day(const model::CounterSpec& spec, Instant instant);

}  // namespace sim::report
