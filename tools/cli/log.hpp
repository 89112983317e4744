#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/exit_code.hpp"

namespace cli {

/// Writes a line to standard error, made `printable`: a line feed in it comes from a name. A failure to write is
/// ignored.
void log_error(std::string_view what);

/// Writes the same, followed by a report that may have several lines, such as the model's. Names in the report are
/// printable already.
void log_error(std::string_view what, std::string_view report);

/// Writes a report for people to standard error, made safe by `printable_lines`. A failure to write is ignored.
void log_report(std::string_view report);

/// Returns `done` if there is no failure. Otherwise logs the failure and returns `failed`.
ExitCode exit_code_of(const std::optional<std::string>& failure);

/// Returns the description of an `errno` value: `no such file or directory` for ENOENT.
std::string system_error_text(int error_number);

}  // namespace cli
