#pragma once

#include <source_location>
#include <string_view>

namespace fastfood {

/// Ends the program with `what` and the source location. Used for bugs, never for bad input.
[[noreturn]] void check_failed(std::string_view what, const std::source_location& where);

/// Calls `check_failed` unless `holds`, in every build.
inline void check(bool holds, const char* what, const std::source_location& where = std::source_location::current()) {
  if (!holds) [[unlikely]] {
    check_failed(what, where);
  }
}

}  // namespace fastfood
