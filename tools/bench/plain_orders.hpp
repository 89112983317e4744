#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace bench {

/// Puts an order behind `text` as `fastfood::report::append_order_json` does, in the way of somebody who knows that it
/// was served by nobody in particular, with stations for all its steps and names that need no escapes.
void append_plainly(std::string& text, const fastfood::model::CounterSpec& spec,
                    const fastfood::model::OrderRecord& order);

}  // namespace bench
