#pragma once

#include <string_view>

#include "tools/cli/exit_code.hpp"

namespace cli {

/// Writes all of a command's result to standard output, byte for byte.
ExitCode print(std::string_view text);

}  // namespace cli
