#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/value.hpp"

namespace fastfood::experiment {

/// No list of numbers with equal steps is longer.
inline constexpr std::size_t most_steps = 1'000'000;

/// Numbers with equal steps between them, each a number of JSON's grammar as it was written.
struct NumericRange {
  std::string_view from;
  std::string_view to;
  std::string_view step = "1";
};

/// The numbers, the first and those up to the last, exact in decimals: 0.1 to 0.5 by 0.1 ends with 0.5. What is wrong
/// with them, where there are none, or more than `most_steps`.
Result<std::vector<Value>, std::string> values_of(const NumericRange& steps);

}  // namespace fastfood::experiment
