#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/base/time.hpp"
#include "sim/scenario/json/diagnostics.hpp"

namespace fastfood::experiment {

/// The times in a column of a CSV text, in their order.
struct TimesColumn {
  std::vector<Duration> times;  // at least one
  std::size_t empty = 0;        // fields without a value
};

/// Reads a column of numbers of seconds or durations with units. Returns all faults if there are any.
Result<TimesColumn, scenario::Diagnostics> read_times(std::string_view csv, std::string_view column);

}  // namespace fastfood::experiment
