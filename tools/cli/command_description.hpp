#pragma once

#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): as the library is called
class App;
}

namespace cli {

/// How a shell completes a value.
enum class Completion { none, words, json_file, any_file, folder };

/// An option or an argument of a command.
struct OptionDescription {
  std::vector<std::string> names;  // `-q` and `--quiet`; the one name of an argument is `SCENARIO`
  std::string value;               // what the value is called in help, such as `FILE|-`; empty for a flag
  std::string text;
  std::vector<std::string> examples;
  Completion completion = Completion::none;
  std::vector<std::string> words;  // all values, if the completion is `words`
  bool is_required = false;
  bool is_repeatable = false;
};

struct CommandDescription {
  std::string name;
  std::string text;
  std::vector<std::string> examples;
  std::vector<OptionDescription> options;
  std::vector<OptionDescription> arguments;
};

/// The program's own name and options, and all commands that help lists.
struct ProgramDescription {
  CommandDescription itself;
  std::vector<CommandDescription> commands;
};

/// Reads the description from the definitions that parse the command line.
ProgramDescription describe_program(const CLI::App& program);

/// The commands that help lists, in its order.
std::vector<std::string> command_names(const CLI::App& program);

}  // namespace cli
