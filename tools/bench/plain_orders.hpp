#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace bench {

/// Appends an order to `text` as `fastfood::report::OrderFormat::append_json` does, in a loop written for this case: no
/// server, a station for every step, and names that need no escapes.
void append_plainly(std::string& text, const fastfood::model::CounterSpec& spec,
                    const fastfood::model::OrderRecord& order);

}  // namespace bench
