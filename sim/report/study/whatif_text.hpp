#pragma once

#include <string>

#include "sim/experiment/run/compare.hpp"
#include "sim/experiment/run/whatif.hpp"
#include "sim/report/format/text_style.hpp"

namespace fastfood::report {

/// Compares one more or one fewer of each resource with the counter as it is, in the order given: the change, its
/// effect on the main metric, on customers served and on profit. An effect below 1 % of today's value is negligible.
/// With one more of each, the first significant improvement above that is the bottleneck.
std::string whatif_text(const experiment::Comparison& comparison, experiment::Margin margin,
                        const TextStyle& style = {});

}  // namespace fastfood::report
