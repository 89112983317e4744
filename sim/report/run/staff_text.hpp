#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::report {

/// Returns the part of the summary about the servers and their line. Lists servers one by one if they are few,
/// otherwise group by group. Returns an empty text if there are no servers.
std::string staff_text(const model::CounterSpec& spec, const model::ServersResult& servers);

}  // namespace fastfood::report
