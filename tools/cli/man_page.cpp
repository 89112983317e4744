#include "tools/cli/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "sim/report/format/version.hpp"

namespace cli {
namespace {

constexpr const char* exit_status = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
A run failed, or a result could not be written.
.TP
.B 2
The command line or a file is wrong.
.TP
.B 3
A requirement was not met.
.TP
.B 130
The user interrupted the program. Finished runs of a study are kept in its journal.
.TP
.B 141
The reader of the output closed the pipe.
)";

/// Text that roff shows as it is.
std::string escaped(std::string_view text) {
  std::string roff;
  for (const char letter : text) {
    switch (letter) {
      case '\\':
        roff += "\\e";
        break;
      case '-':
        roff += "\\-";
        break;
      case '\'':
        roff += "\\(aq";
        break;
      default:
        roff += letter;
    }
  }
  return roff.starts_with('.') ? "\\&" + roff : roff;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }

std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

std::string page_name(const ProgramDescription& program, const CommandDescription& command) {
  return program.itself.name + "-" + command.name;
}

/// The title, and the sentence that `apropos` finds.
std::string page_head(const std::string& name, std::string sentence) {
  std::string title = name;
  std::ranges::transform(title, title.begin(), [](unsigned char letter) { return std::toupper(letter); });
  sentence.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(sentence.front())));
  if (sentence.ends_with('.')) {
    sentence.pop_back();
  }
  return fmt::format(".TH {} 1 \"\" \"fastfood {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n", escaped(title),
                     fastfood::report::program_version(), escaped(name), escaped(sentence));
}

std::string synopsis_of(const ProgramDescription& program, const CommandDescription& command) {
  std::string line = fmt::format("{} [{}]", bold(program.itself.name + " " + command.name), italic("OPTIONS"));
  for (const OptionDescription& argument : command.arguments) {
    const std::string name = italic(argument.value) + (argument.is_repeatable ? "..." : "");
    line += argument.is_required ? " " + name : " [" + name + "]";
  }
  return ".SH SYNOPSIS\n" + line + "\n";
}

std::string entry_of(const OptionDescription& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names += (names.empty() ? "" : ", ") + (name.starts_with('-') ? bold(name) : italic(name));
  }
  const bool has_value = option.names.front() != option.value && !option.value.empty();
  std::string entry =
      fmt::format(".TP\n{}{}\n{}\n", names, has_value ? " " + italic(option.value) : "", escaped(option.text));
  for (const std::string& example : option.examples) {
    entry += fmt::format(".br\ne.g. {}\n", bold(example));
  }
  return entry;
}

std::string section(const std::string& title, const std::vector<OptionDescription>& options) {
  std::string text = options.empty() ? "" : ".SH " + title + "\n";
  for (const OptionDescription& option : options) {
    text += entry_of(option);
  }
  return text;
}

std::string examples_of(const CommandDescription& command) {
  std::string text = command.examples.empty() ? "" : ".SH EXAMPLES\n.nf\n";
  for (const std::string& example : command.examples) {
    text += bold(example) + "\n";
  }
  return text + (command.examples.empty() ? "" : ".fi\n");
}

std::string list_of_commands(const ProgramDescription& program) {
  std::string text = ".SH COMMANDS\n";
  for (const CommandDescription& command : program.commands) {
    text += fmt::format(".TP\n{}(1)\n{}\n", bold(page_name(program, command)), escaped(command.text));
  }
  return text;
}

}  // namespace

std::vector<std::string> man_page_names(const ProgramDescription& program) {
  std::vector<std::string> names{program.itself.name};
  for (const CommandDescription& command : program.commands) {
    names.push_back(page_name(program, command));
  }
  return names;
}

std::string man_page(const ProgramDescription& program) {
  const CommandDescription& itself = program.itself;
  return page_head(itself.name, itself.text) +
         fmt::format(".SH SYNOPSIS\n{} {} [{}]\n.SH DESCRIPTION\n{}\n", bold(itself.name), italic("COMMAND"),
                     italic("OPTIONS"), escaped(itself.text)) +
         list_of_commands(program) + section("OPTIONS", itself.options) + exit_status;
}

std::string man_page(const ProgramDescription& program, const CommandDescription& command) {
  return page_head(page_name(program, command), command.text) + synopsis_of(program, command) +
         fmt::format(".SH DESCRIPTION\n{}.\n", escaped(command.text)) + section("ARGUMENTS", command.arguments) +
         section("OPTIONS", command.options) + examples_of(command) + exit_status +
         fmt::format(".SH SEE ALSO\n{}(1)\n", bold(program.itself.name));
}

}  // namespace cli
