#pragma once

#include <cstddef>
#include <string>

#include "sim/experiment/fit/distribution_fit.hpp"
#include "sim/report/format/text_style.hpp"

namespace fastfood::report {

/// Tells what the data are like, how well each candidate fits, and what is concluded. `empty` is the number of fields
/// that had no value.
std::string distribution_fit_text(const experiment::DistributionFit& fit, std::size_t empty, double confidence,
                                  const TextStyle& style);

}  // namespace fastfood::report
