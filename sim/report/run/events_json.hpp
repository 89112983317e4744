#pragma once

#include <string>
#include <string_view>

#include "sim/model/run/events.hpp"

namespace fastfood::report {

/// What happens, in the words of the command line: `arrives`, `is taken`, `batch on`.
std::string_view event_name(model::EventKind what);

/// Puts one line of NDJSON behind `text`: when, what, to whom and where.
void append_event(std::string& text, const model::Event& event);

}  // namespace fastfood::report
