#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Reports where customers would wait for ever because there is never anybody for them: lines from which nobody takes
/// orders or hands over, and stops and stations whose people are never on duty. What is read of the lines, the servers,
/// the stations and the customers has to be right.
void check_staffing(const Object& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
