#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "sim/scenario/hints/nearest.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/command_description.hpp"
#include "tools/cli/print.hpp"

namespace cli {
namespace {

void check_is_command(const CLI::App& program, const std::string& name) {
  const std::vector<std::string> names = command_names(program);
  if (std::ranges::find(names, name) == names.end()) {
    const auto meant = fastfood::scenario::nearest(name, names);
    throw CLI::ValidationError(
        "COMMAND", "there is no command " + name +
                       (meant ? "; did you mean " + std::string{*meant} + "?" : "; fastfood --help lists all"));
  }
}

/// Help of `command`, as its option --help prints it; an empty name is that of the program.
std::string help_of(const CLI::App& program, const std::string& command) {
  // App::help() itself would describe the command that was parsed, which is `help`.
  const auto& format = *program.get_formatter();
  return command.empty() ? format.make_help(&program, program.get_name(), CLI::AppFormatMode::Normal)
                         : program.get_subcommand(command)->help(program.get_name());
}

}  // namespace

void add_help(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("help", "Print help, for one command or for all\ne.g. fastfood help validate");
  const auto name = std::make_shared<std::string>();
  command
      ->add_option("COMMAND", *name, "The command to explain; without it, all are listed\ne.g. fastfood help validate")
      ->type_name("");
  command->callback([&program, &action, command, name] {
    if (command->count("COMMAND") > 0) {
      check_is_command(program, *name);
    }
    action = [&program, name] { return print(help_of(program, *name)); };
  });
}

}  // namespace cli
