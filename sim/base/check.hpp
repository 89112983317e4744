#pragma once

#include <source_location>
#include <string_view>

namespace fastfood {

/// Ends the program with `what` and the source location. Used for bugs, never for bad input.
[[noreturn]] void broken(std::string_view what, const std::source_location& where);

/// Calls `broken` unless `holds`, in every build.
inline void check(bool holds, const char* what, const std::source_location& where = std::source_location::current()) {
  if (!holds) [[unlikely]] {
    broken(what, where);
  }
}

}  // namespace fastfood
