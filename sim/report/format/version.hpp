#pragma once

#include <string_view>

namespace fastfood::report {

/// Returns the program's version, as results state it: `0.1.0`.
std::string_view program_version();

}  // namespace fastfood::report
