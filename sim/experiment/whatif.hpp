#pragma once

#include <vector>

#include "sim/experiment/compare.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/template.hpp"

namespace sim::experiment {

/// The counter as it is, `today`, and with one more unit of each station and one more server of each group, one at a
/// time. Where there are none at some times by a schedule, there are none then.
std::vector<Contender> one_more_of_each(const scenario::Template& scenario, const model::CounterSpec& today);

/// Puts first what lowers the comparison's metric most.
void sort_by_saving(Comparison& comparison);

}  // namespace sim::experiment
