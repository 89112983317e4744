#pragma once

#include <optional>
#include <string>

#include "tools/cli/exit_code.hpp"

namespace cli {

/// Says one thing on standard error, on lines of its own. Where no one can hear it, nothing more can be done.
void say(const std::string& what);

/// `failed`, having said why, where there is a failure.
ExitCode done_or_failed(const std::optional<std::string>& failure);

/// What went wrong, in words: `no such file or directory` for ENOENT.
std::string reason(int error_number);

}  // namespace cli
