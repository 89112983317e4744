#include <CLI/CLI.hpp>
#include <string>

#include "tools/cli/command.hpp"

namespace cli {
namespace {

[[noreturn]] void refuse(const std::string& name) { throw CLI::ValidationError(name, "not supported by this version"); }

}  // namespace

void refuse_commands_to_come(CLI::App& program) {
  for (const std::string name : {"sweep", "compare", "optimize", "whatif"}) {
    CLI::App* command = program.add_subcommand(name)->group("")->prefix_command();
    command->set_help_flag();
    command->callback([name] { refuse(name); });
  }
}

void refuse_options_to_come(CLI::App& run) {
  for (const std::string name : {"--replications", "--confidence", "--jobs", "--require"}) {
    run.add_option_function<std::string>(name, [name](const std::string&) { refuse(name); })->group("")->expected(0, 1);
  }
}

}  // namespace cli
