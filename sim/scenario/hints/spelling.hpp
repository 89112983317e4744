#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/json/document.hpp"

/// What a user should write instead of a value in the wrong form. All functions return an empty text if it is not clear
/// what was meant.
namespace fastfood::scenario {

/// Corrects a duration: `8 sec`, `5 Min`, `1h30`, `1,5 h` become `"8s"`, `"5min"`, `"90min"`, `"1.5h"`. `1:30` is
/// ambiguous: the result names both readings.
std::string suggest_duration(std::string_view text);

/// Corrects a number in quotes.
std::string suggest_number(const Node& node);

/// Corrects a fraction from 0 to 1: `90` and `"90%"` become 0.9.
std::string suggest_share(const Node& node);

/// Puts a text, a number or an object in brackets, to make a list of it.
std::string suggest_brackets(const Node& node);

/// Completes an object of which only the main value is written: the 3 of a station becomes `{"capacity": 3}`. `kind` is
/// the object's name in the schema.
std::string suggest_object(std::string_view kind, const Node& node);

}  // namespace fastfood::scenario
