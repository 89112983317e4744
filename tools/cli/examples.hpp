#pragma once

#include <span>
#include <string_view>

namespace cli {

/// A scenario or a study that comes with the program: the very text of `configs/NAME.json`; or the orders of a
/// scenario, whose name ends in `.csv`.
struct Example {
  std::string_view name;
  std::string_view title;
  std::string_view text;
};

/// All of them, by name.
std::span<const Example> examples();

}  // namespace cli
