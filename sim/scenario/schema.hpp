#pragma once

#include <span>
#include <string_view>

namespace fastfood::scenario {

/// The JSON Schema (draft 7) of one file format, byte for byte that of `configs/NAME.schema.json`.
struct Schema {
  std::string_view name;
  std::string_view text;
};

/// Returns the schemas of scenarios, studies and results.
std::span<const Schema> schemas();

}  // namespace fastfood::scenario
