#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sim::scenario {

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one of the other.
/// Capitals count as small letters.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The one of `names` that was probably meant by `word`, the first of several alike; nothing where none is close:
/// a third of the letters may be wrong, and three at most.
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& names);

}  // namespace sim::scenario
