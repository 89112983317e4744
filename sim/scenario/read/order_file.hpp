#pragma once

#include <string_view>
#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/read/customers.hpp"

namespace fastfood::scenario {

/// A file keeps no more errors than this. The others are counted.
inline constexpr std::size_t max_errors_of_order_file = 20;

/// Reads the orders of a till from CSV: a header, and a row for each order. The columns are the keys of an
/// order; columns of other names are ignored with a warning. `items` are names joined by `+`, each perhaps with a
/// count, as in `2*burger+soda`. `at` may also be a date and a clock time; all dates have to be the same. An empty
/// field is as if it were not written. Reports what is wrong to `faults`, which are those of the file.
std::vector<model::OrderSpec> read_order_file(std::string_view text, const CustomersContext& context, Faults& faults);

}  // namespace fastfood::scenario
