#pragma once

#include <string>
#include <string_view>

#include "sim/model/run/events.hpp"

namespace fastfood::report {

/// Returns the name of an event, as event files write it: `arrives`, `is taken`, `batch on`.
std::string_view event_name(model::EventKind what);

/// Appends one line of NDJSON to `text`: the time, the kind of event, the customer and the location.
void append_event(std::string& text, const model::Event& event);

}  // namespace fastfood::report
