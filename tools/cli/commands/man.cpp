#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>

#include "tools/cli/command.hpp"
#include "tools/cli/command_description.hpp"
#include "tools/cli/man_page.hpp"
#include "tools/cli/print.hpp"

namespace cli {
namespace {

std::string list_of_pages(const ProgramDescription& program) {
  std::string list;
  for (const std::string& name : man_page_names(program)) {
    list += name + "\n";
  }
  return list;
}

/// The page of that name. Throws if there is none.
std::string page_named(const std::string& name, const ProgramDescription& program) {
  const auto names = man_page_names(program);
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) {
    throw CLI::ValidationError("PAGE", "there is no manual page " + name + "; fastfood man lists all");
  }
  // The first is that of the program, and the others are those of its commands, in their order.
  const auto index = static_cast<std::size_t>(found - names.begin());
  return index == 0 ? man_page(program) : man_page(program, program.commands[index - 1]);
}

}  // namespace

void add_man(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "man", "Print a manual page in roff, or list all\ne.g. fastfood man fastfood-run | man -l -");
  command->group("");  // the build makes the pages with it; users call man
  const auto name = std::make_shared<std::string>();
  command->add_option("PAGE", *name, "The page to print; without it, all are listed")->type_name("");
  command->callback([&program, &action, command, name] {
    const ProgramDescription described = describe_program(program);
    const std::string text = command->count("PAGE") == 0 ? list_of_pages(described) : page_named(*name, described);
    action = [text] { return print(text); };
  });
}

}  // namespace cli
