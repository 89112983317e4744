#pragma once

#include <functional>

#include "tools/cli/exit_code.hpp"

namespace CLI {
class App;
}

namespace cli {

/// What the command line asks for; it is done once the whole line is understood.
using Action = std::function<ExitCode()>;

/// Each adds its subcommand, which sets `action` where it is asked for.
void add_run(CLI::App& program, Action& action);
void add_validate(CLI::App& program, Action& action);
void add_schema(CLI::App& program, Action& action);

/// The commands and the options of `run` that are part of the command line, but not of this version: asking for one
/// is refused in so many words, not as if it were misspelt.
void refuse_commands_to_come(CLI::App& program);
void refuse_options_to_come(CLI::App& run);

}  // namespace cli
