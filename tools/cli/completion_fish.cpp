#include <fmt/format.h>

#include <string>
#include <string_view>

#include "tools/cli/completion_script.hpp"

namespace cli::fish {
namespace {

constexpr const char* head = R"(# Completes the command line of fastfood in fish.

# Whether no command is given yet.
function __fastfood_without_command
    test (count (commandline -opc)) -eq 1
end

# Whether the command is $argv[1].
function __fastfood_with_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test $words[2] = $argv[1]
end

complete -c fastfood -f
)";

/// Text within single quotes.
std::string in_quotes(std::string_view text) {
  std::string quoted;
  for (const char letter : text) {
    quoted += letter == '\'' || letter == '\\' ? "\\" : "";
    quoted += letter;
  }
  return quoted;
}

/// How the value of an option is completed: with files only if it is a file.
std::string completing_value(const OptionDescription& option) {
  switch (option.completion) {
    case Completion::none:
      break;
    case Completion::words:
      return fmt::format(" -x -a '{}'", fmt::join(option.words, " "));
    case Completion::json_file:
      return " -x -k -a '(__fish_complete_suffix .json)'";
    case Completion::any_file:
      return " -r -F";
    case Completion::folder:
      return " -x -a '(__fish_complete_directories)'";
  }
  return " -x";
}

std::string completing_argument(const OptionDescription& argument) {
  return argument.completion == Completion::any_file ? " -F" : completing_value(argument).substr(sizeof " -x" - 1);
}

std::string line_of_option(const std::string& condition, const OptionDescription& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  return fmt::format("complete -c fastfood -n '{}'{}{} -d '{}'\n", condition, names,
                     option.value.empty() ? "" : completing_value(option), in_quotes(option.text));
}

std::string lines_of(const CommandDescription& command) {
  const std::string condition = "__fastfood_with_command " + command.name;
  std::string lines = fmt::format("\ncomplete -c fastfood -n __fastfood_without_command -a {} -d '{}'\n", command.name,
                                  in_quotes(command.text));
  for (const OptionDescription& option : command.options) {
    lines += line_of_option(condition, option);
  }
  if (!command.arguments.empty()) {
    lines += fmt::format("complete -c fastfood -n '{}'{}\n", condition, completing_argument(command.arguments.front()));
  }
  return lines;
}

}  // namespace

std::string script(const ProgramDescription& program) {
  std::string script = head;
  for (const OptionDescription& option : program.itself.options) {
    script += line_of_option("__fastfood_without_command", option);
  }
  for (const CommandDescription& command : program.commands) {
    script += lines_of(command);
  }
  return script;
}

}  // namespace cli::fish
