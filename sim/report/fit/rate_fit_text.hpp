#pragma once

#include <string>

#include "sim/experiment/fit/rate_fit.hpp"
#include "sim/report/format/text_style.hpp"

namespace fastfood::report {

/// Tells how many orders each slot had, how sure its rate is, whether days differ, what is odd about the time stamps,
/// and what the scenario needs into which the stream is pasted.
std::string rate_fit_text(const experiment::RateFit& fit, const experiment::Till& till, double confidence,
                          const TextStyle& style);

}  // namespace fastfood::report
