#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/completion_script.hpp"

namespace cli::zsh {
namespace {

/// Text within single quotes, in which zsh's `_arguments` gives colons and brackets a meaning.
std::string in_quotes(std::string_view text) {
  std::string quoted;
  for (const char letter : text) {
    quoted += letter == '\'' ? "'\\'" : letter == ':' || letter == '[' || letter == ']' || letter == '\\' ? "\\" : "";
    quoted += letter;
  }
  return quoted;
}

std::string completing(const OptionDescription& option) {
  switch (option.completion) {
    case Completion::none:
      break;
    case Completion::words:
      return fmt::format("({})", fmt::join(option.words, " "));
    case Completion::json_file:
      return "_files -g \"*.json\"";
    case Completion::any_file:
      return "_files";
    case Completion::folder:
      return "_files -/";
  }
  return " ";
}

std::string line_of_option(const OptionDescription& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) {
    names.push_back(name + (option.value.empty() ? "" : name.starts_with("--") ? "=" : "+"));
  }
  const std::string excluded = option.is_repeatable ? "*" : fmt::format("({})", fmt::join(option.names, " "));
  const std::string joined = names.size() == 1
                                 ? names.front()
                                 : fmt::format("'{{{}}}'", fmt::join(names, ","));  // braces stand outside quotes
  const std::string value =
      option.value.empty() ? "" : fmt::format(":{}:{}", in_quotes(option.value), completing(option));
  return fmt::format("'{}{}[{}]{}'", excluded, joined, in_quotes(option.text), value);
}

std::string line_of_argument(const OptionDescription& argument) {
  return fmt::format("'{}:{}:{}'",
                     argument.is_repeatable ? "*"
                     : argument.is_required ? ""
                                            : ":",
                     in_quotes(argument.value), completing(argument));
}

std::string lines_of(const CommandDescription& command, std::string_view indent) {
  std::string lines;
  for (const OptionDescription& option : command.options) {
    lines += fmt::format(" \\\n{}{}", indent, line_of_option(option));
  }
  for (const OptionDescription& argument : command.arguments) {
    lines += fmt::format(" \\\n{}{}", indent, line_of_argument(argument));
  }
  return lines;
}

}  // namespace

std::string script(const ProgramDescription& program) {
  std::string commands;
  std::string cases;
  for (const CommandDescription& command : program.commands) {
    commands += fmt::format("    '{}:{}'\n", command.name, in_quotes(command.text));
    cases += fmt::format("        {})\n          _arguments -s{}\n          ;;\n", command.name,
                         lines_of(command, "            "));
  }
  return fmt::format(
      "#compdef fastfood\n"
      "# Completes the command line of fastfood in zsh.\n\n"
      "_fastfood() {{\n"
      "  local context state state_descr line\n"
      "  local -A opt_args\n"
      "  local -a commands=(\n{}  )\n"
      "  _arguments -C{} \\\n"
      "    '1:command:->command' \\\n"
      "    '*::argument:->argument'\n"
      "  case $state in\n"
      "    command) _describe command commands ;;\n"
      "    argument)\n"
      "      case $line[1] in\n"
      "{}"
      "      esac\n"
      "      ;;\n"
      "  esac\n"
      "}}\n\n"
      "# The file defines the function where zsh loads it by name, and registers it where a shell sources it.\n"
      "if [[ $funcstack[1] == _fastfood ]]; then\n"
      "  _fastfood \"$@\"\n"
      "else\n"
      "  compdef _fastfood fastfood\n"
      "fi\n",
      commands, lines_of(program.itself, "    "), cases);
}

}  // namespace cli::zsh
