#pragma once

#include <string>

#include "sim/experiment/run/compare.hpp"
#include "sim/experiment/run/whatif.hpp"

namespace fastfood::report {

/// One more or one fewer of each against the counter as it is, in the order given: what is changed, what that saves or
/// costs, and how many customers and how much profit it brings. An effect below 1 % of today's value is called
/// negligible. Of one more of each, the first that is certain to help by more than that is the bottleneck.
std::string whatif_text(const experiment::Comparison& comparison, experiment::Margin margin);

}  // namespace fastfood::report
