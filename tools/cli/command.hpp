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
void add_sweep(CLI::App& program, Action& action);
void add_compare(CLI::App& program, Action& action);
void add_optimize(CLI::App& program, Action& action);
void add_whatif(CLI::App& program, Action& action);
void add_validate(CLI::App& program, Action& action);
void add_schema(CLI::App& program, Action& action);

}  // namespace cli
