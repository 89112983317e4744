#pragma once

#include "sim/scenario/diagnostics.hpp"
#include "sim/scenario/tokens.hpp"

namespace sim::scenario {

/// What JSON's grammar has next, after the tokens read so far.
enum class Awaited { value, first_element, element, comma_in_list, first_key, key, colon, comma_in_object, end };

/// Says what is wrong with a text that is no JSON: `cursor` stands after the last key, value or bracket that was
/// right, and `awaited` is what had to follow. Also for a number that no double holds.
Diagnostic explain_syntax(Cursor cursor, Awaited awaited);

}  // namespace sim::scenario
