#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/value.hpp"

namespace fastfood::experiment {

/// Numbers at equal steps, from one to another. Each of the three is a number of JSON's grammar, as the user wrote it.
struct NumericRange {
  std::string_view from;
  std::string_view to;
  std::string_view step = "1";
};

/// No range has more numbers.
inline constexpr std::size_t max_range_values = 1'000'000;

/// Returns the numbers, exact in decimals: 0.1 to 0.5 by 0.1 ends with 0.5. The last one is not above `to`. Returns
/// what is wrong if there are none, or more than `max_range_values`.
Result<std::vector<Value>, std::string> values_of(const NumericRange& range);

}  // namespace fastfood::experiment
