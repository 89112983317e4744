#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/exit_code.hpp"

namespace cli {

/// Says one thing on standard error, on a line of its own, as `printable` shows it: a line feed in it comes from a
/// name. Where no one can hear it, nothing more can be done.
void log_error(std::string_view what);

/// The same with a report that may have several lines, as those of the model have; names in it are printable already.
void log_error(std::string_view what, std::string_view report);

/// `failed`, having said why, where there is a failure.
ExitCode exit_code_of(const std::optional<std::string>& failure);

/// What went wrong, in words: `no such file or directory` for ENOENT.
std::string system_error_text(int error_number);

}  // namespace cli
