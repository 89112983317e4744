#pragma once

#include <string>
#include <vector>

#include "sim/experiment/compare.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/template.hpp"

namespace sim::experiment {

/// The counter as it is, first, and with one more of this and that.
struct OneMore {
  std::vector<Contender> contenders;
  std::vector<std::string> left_out;  // what there cannot be more of, and why
};

/// The counter as it is, `today`, and with one more unit of each station and one more server of each group, one at a
/// time. Where there are none at some times by a schedule, there are none then.
OneMore one_more_of_each(const scenario::Template& scenario, const model::CounterSpec& today);

/// Whether more of a metric is better: of customers served or satisfied, or of profit. Of most there is better less.
bool is_more_better(const std::string& metric);

/// Puts first what betters the comparison's metric most.
void sort_by_help(Comparison& comparison);

}  // namespace sim::experiment
