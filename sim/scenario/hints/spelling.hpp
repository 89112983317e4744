#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/json/document.hpp"

/// What to write for a value that is written in the wrong way, where it is clear what is meant; empty where it is not.
namespace fastfood::scenario {

/// A duration: `8 sec`, `5 Min`, `1h30`, `1,5 h` and the like, as `"8s"`, `"5min"`, `"90min"`, `"1.5h"`. For `1:30`,
/// which may be either, both are given.
std::string suggest_duration(std::string_view text);

/// A number in quotes.
std::string suggest_number(const Node& node);

/// A share from 0 to 1: of `90` or `"90%"`, 0.9.
std::string suggest_share(const Node& node);

/// A list of one: a text, a number or an object in brackets.
std::string suggest_brackets(const Node& node);

/// An object of a kind, by its name in the schema, of which only the main value is written: the 3 of a station becomes
/// `{"capacity": 3}`.
std::string suggest_object(std::string_view kind, const Node& node);

}  // namespace fastfood::scenario
