#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/customers.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Reads the list of streams of customers. Two streams of one name are a fault. A stream without an end of its own is a
/// fault unless `doors_close`.
std::vector<model::StreamSpec> read_arrivals(const Field& field, const CustomersContext& context, bool doors_close);

}  // namespace fastfood::scenario
