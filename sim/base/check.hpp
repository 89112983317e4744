#pragma once

#include <source_location>
#include <string_view>

namespace fastfood {

/// Ends the program with `what` and the place in the source: the code is broken, not its input.
[[noreturn]] void broken(std::string_view what, const std::source_location& where);

/// States what must hold; where it does not, `broken`, in every build.
inline void check(bool holds, const char* what, const std::source_location& where = std::source_location::current()) {
  if (!holds) [[unlikely]] {
    broken(what, where);
  }
}

}  // namespace fastfood
