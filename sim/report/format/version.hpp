#pragma once

#include <string_view>

namespace fastfood::report {

/// The program's version, as results carry it: `0.1.0`.
std::string_view program_version();

}  // namespace fastfood::report
