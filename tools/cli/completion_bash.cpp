#include <fmt/format.h>

#include <string>
#include <vector>

#include "tools/cli/completion_script.hpp"

namespace cli::bash {
namespace {

constexpr const char* head = R"(# Completes the command line of fastfood in bash.

_fastfood_offer() {
  local offered
  offered=$(compgen "$@" -- "$current") && mapfile -t COMPREPLY <<< "$offered"
}

_fastfood_words() {
  _fastfood_offer -W "$1"
}

_fastfood_paths() {
  compopt -o filenames 2> /dev/null
  _fastfood_offer "$@"
}

_fastfood() {
  local command=${COMP_WORDS[1]} current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  # To bash, --json=FILE is three words.
  if [[ $current == "=" ]]; then
    current=
  elif [[ $before == "=" ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  COMPREPLY=()
)";

constexpr const char* foot = R"(      esac
      ;;
  esac
}

complete -F _fastfood fastfood
)";

std::string names_of(const std::vector<OptionDescription>& options) {
  std::string names;
  for (const OptionDescription& option : options) {
    for (const std::string& name : option.names) {
      names += (names.empty() ? "" : " ") + name;
    }
  }
  return names;
}

std::string completing(const OptionDescription& option) {
  switch (option.completion) {
    case Completion::none:
      break;
    case Completion::words:
      return fmt::format("_fastfood_words '{}' ", fmt::join(option.words, " "));
    case Completion::json_file:
      return "_fastfood_paths -f -X '!*.json' -o plusdirs ";
    case Completion::any_file:
      return "_fastfood_paths -f ";
    case Completion::folder:
      return "_fastfood_paths -d ";
  }
  return "";
}

/// What follows an option that takes a value.
std::string values_of(const CommandDescription& command) {
  std::string cases;
  for (const OptionDescription& option : command.options) {
    if (option.value.empty()) {
      continue;
    }
    std::string pattern;
    for (const std::string& name : option.names) {
      pattern += fmt::format("{}'{} {}'", pattern.empty() ? "" : " | ", command.name, name);
    }
    cases += fmt::format("    {}) {};;\n", pattern, completing(option));
  }
  return cases;
}

/// What the shell suggests at the cursor: an option or an argument.
std::string candidates(const CommandDescription& command) {
  std::string cases =
      fmt::format("        '{} -'*) _fastfood_words '{}' ;;\n", command.name, names_of(command.options));
  if (!command.arguments.empty()) {
    cases += fmt::format("        '{} '*) {};;\n", command.name, completing(command.arguments.front()));
  }
  return cases;
}

}  // namespace

std::string script(const ProgramDescription& program) {
  std::string names;
  std::string values;
  std::string words;
  for (const CommandDescription& command : program.commands) {
    names += command.name + " ";
    values += values_of(command);
    words += candidates(command);
  }
  return fmt::format(
      "{}  if ((COMP_CWORD == 1)); then\n"
      "    _fastfood_words '{}{}'\n"
      "    return\n"
      "  fi\n"
      "  case \"$command $before\" in\n"
      "{}"
      "    *)\n"
      "      case \"$command $current\" in\n"
      "{}{}",
      head, names, names_of(program.itself.options), values, words, foot);
}

}  // namespace cli::bash
