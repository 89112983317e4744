#pragma once

#include <functional>

#include "tools/cli/exit_code.hpp"

namespace CLI {
class App;
}

namespace cli {

/// What the command line asks for. `main` calls it once the whole command line is parsed.
using Action = std::function<ExitCode()>;

/// Adds a subcommand, which sets `action` if the command line names it.
void add_run(CLI::App& program, Action& action);
void add_sweep(CLI::App& program, Action& action);
void add_compare(CLI::App& program, Action& action);
void add_optimize(CLI::App& program, Action& action);
void add_whatif(CLI::App& program, Action& action);
void add_explain(CLI::App& program, Action& action);
void add_fit(CLI::App& program, Action& action);
void add_validate(CLI::App& program, Action& action);
void add_schema(CLI::App& program, Action& action);
void add_example(CLI::App& program, Action& action);
void add_completion(CLI::App& program, Action& action);
void add_help(CLI::App& program, Action& action);

/// Adds a command that help does not list.
void add_man(CLI::App& program, Action& action);

}  // namespace cli
