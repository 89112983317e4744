#pragma once

#include <string>
#include <vector>

#include "tools/cli/command_description.hpp"

namespace cli {

/// The names of all manual pages: `fastfood`, and one for each command, `fastfood-run`.
std::vector<std::string> man_page_names(const ProgramDescription& program);

/// The manual page of the program, in roff.
std::string man_page(const ProgramDescription& program);

/// The manual page of one of its commands, in roff.
std::string man_page(const ProgramDescription& program, const CommandDescription& command);

}  // namespace cli
