#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>

#include "tools/cli/command.hpp"
#include "tools/cli/command_description.hpp"
#include "tools/cli/completion_script.hpp"
#include "tools/cli/print.hpp"

namespace cli {
namespace {

/// Throws if there is none.
const Shell& shell_named(const std::string& name) {
  const auto found = std::ranges::find(shells(), name, &Shell::name);
  if (found == shells().end()) {
    throw CLI::ValidationError("SHELL", "there is no completion for " + name + "; there are bash, zsh and fish");
  }
  return *found;
}

}  // namespace

void add_completion(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "completion", "Print a script that completes command lines in a shell\ne.g. source <(fastfood completion bash)");
  const auto name = std::make_shared<std::string>();
  command->add_option("SHELL", *name, "bash, zsh or fish")->required()->type_name("");
  command->callback([&program, &action, name] {
    action = [&program, &shell = shell_named(*name)] { return print(shell.script(describe_program(program))); };
  });
}

}  // namespace cli
