#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::report {

/// The part of the summary that tells of those who serve: one by one where they are few, else group by group; and of
/// the line before them. Nothing where there are none.
std::string staff_text(const model::CounterSpec& spec, const model::ServersResult& servers);

}  // namespace fastfood::report
