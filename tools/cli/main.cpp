#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/format/version.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/command_description.hpp"
#include "tools/cli/exit_code.hpp"
#include "tools/cli/files/output.hpp"
#include "tools/cli/help_format.hpp"
#include "tools/cli/log.hpp"

namespace {

using cli::ExitCode;

constexpr const char* first_step =
    "Help for one command:\n"
    "  fastfood run --help\n"
    "A first step:\n"
    "  fastfood example two_per_second | fastfood run -\n";

/// Opens standard streams that the caller has closed, so that no file opened later gets their numbers. Writes to them
/// fail.
void occupy_standard_streams() {
  while (true) {
    const int descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (descriptor > 2 || descriptor < 0) {
      ::close(descriptor);
      return;
    }
  }
}

void describe(CLI::App& program) {
  program.formatter(cli::help_format());
  program.set_version_flag("--version", "fastfood " + std::string{fastfood::report::program_version()},
                           "Print the version\ne.g. fastfood --version");
  program.set_help_flag("-h,--help", "Print this help\ne.g. fastfood --help");
}

ExitCode print_text(const std::string& text) {
  cli::Output out = cli::Output::standard();
  out.print(text);
  return cli::exit_code_of(out.finish());
}

/// Returns CLI11's message. An option takes one value here, so a wrong number of values gets a text of ours.
std::string message(const CLI::ParseError& error) {
  const std::string words = error.what();
  const bool wrong_count = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  return wrong_count ? words.substr(0, words.find(':')) + ": expected exactly one value" : words;
}

/// Returns the long options of a command that help lists.
std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option :
       command.get_options([](const CLI::Option* it) { return !it->get_group().empty(); })) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

/// Returns the option of `names` that an unknown one probably stands for: one that it is the beginning of, one with
/// that first letter, one with another name, or the nearest.
std::optional<std::string> meant_option(const std::string& unknown, const std::vector<std::string>& names) {
  constexpr std::pair<std::string_view, std::string_view> synonyms[] = {
      {"--runs", "--replications"}, {"--samples", "--replications"},
      {"--threads", "--jobs"},      {"--output", "--out"},
      {"--param", "--set"},         {"--csv", "--tables"}};
  const bool is_short = !unknown.starts_with("--");
  const std::string beginning = is_short ? "--" + unknown.substr(1, 1) : unknown;
  const auto begun = std::ranges::find_if(names, [&](const std::string& it) { return it.starts_with(beginning); });
  if (beginning.size() > 2 && begun != names.end()) {
    return *begun;
  }
  for (const auto& [other, name] : synonyms) {
    if (unknown == other && std::ranges::count(names, name) > 0) {
      return std::string{name};
    }
  }
  const auto nearest = is_short ? std::nullopt : fastfood::scenario::nearest(unknown, names);
  return nearest ? std::optional{std::string{*nearest}} : std::nullopt;
}

/// Returns the first command that has an option of this name.
std::optional<std::string> command_with_option(const CLI::App& program, const std::string& name) {
  for (const CLI::App* command : program.get_subcommands([](const CLI::App* it) { return !it->get_group().empty(); })) {
    if (std::ranges::count(option_names(*command), name) > 0) {
      return command->get_name();
    }
  }
  return std::nullopt;
}

/// Returns the message about the first argument that nothing accepts.
std::string unknown_argument_message(const CLI::App& program, const CLI::App& command) {
  const std::string unknown = program.remaining(true).front();
  const bool is_option = unknown.starts_with('-');
  const std::vector<std::string> names = is_option ? option_names(command) : cli::command_names(program);
  if (is_option && std::ranges::count(names, unknown) > 0) {
    return unknown + " must follow its command: fastfood " + command.get_name() + " " + unknown;
  }
  if (is_option) {
    const std::string name = unknown.substr(0, unknown.find('='));
    const auto meant = meant_option(name, names);
    const auto owner = command_with_option(program, name);
    return "there is no option " + unknown +
           (owner   ? "; fastfood " + *owner + " has it"
            : meant ? "; did you mean " + *meant + "?"
                    : "");
  }
  if (&command != &program) {
    return "fastfood " + command.get_name() + " takes no further argument, but got " + unknown;
  }
  if (unknown.ends_with(".json")) {
    return "there is no command " + unknown + "; did you mean fastfood run " + unknown + "?";
  }
  const auto meant = fastfood::scenario::nearest(unknown, names);
  return "there is no command " + unknown + (meant ? "; did you mean " + std::string{*meant} + "?" : "");
}

ExitCode refuse_usage(const CLI::App& program, const CLI::ParseError& error) {
  const auto commands = program.get_subcommands(
      [](const CLI::App* command) { return command->parsed() && !command->get_group().empty(); });
  const CLI::App& command = commands.empty() ? program : *commands.front();
  const bool missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  const bool unknown = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr ||
                       (missing && !program.remaining(true).empty());  // the missing argument may be this one, misspelt
  cli::log_error("fastfood: error: " + (unknown ? unknown_argument_message(program, command) : message(error)));
  cli::log_error("For help: fastfood " + (commands.empty() ? "" : command.get_name() + " ") + "--help");
  return ExitCode::refused;
}

ExitCode run(int argc, char** argv) {
  CLI::App program{"Simulates a fast-food counter, event by event.", "fastfood"};
  cli::Action action = [&program] { return print_text(program.help()); };
  describe(program);
  cli::add_run(program, action);
  cli::add_sweep(program, action);
  cli::add_compare(program, action);
  cli::add_optimize(program, action);
  cli::add_whatif(program, action);
  cli::add_explain(program, action);
  cli::add_fit(program, action);
  cli::add_validate(program, action);
  cli::add_schema(program, action);
  cli::add_example(program, action);
  cli::add_completion(program, action);
  cli::add_help(program, action);
  program.require_subcommand(0, 1);  // the names of commands are words like others behind one: fastfood help run
  program.footer(first_step);
  for (CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    command->group("Commands");
    command->set_help_flag("-h,--help", "Print this help");
  }
  cli::add_man(program, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return print_text(program.help());
  } catch (const CLI::CallForVersion& version) {
    return print_text(std::string{version.what()} + "\n");
  } catch (const CLI::ParseError& error) {
    return refuse_usage(program, error);
  }
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  // A closed pipe makes `write` fail instead of ending the program, so that no incomplete file is left behind. A file
  // that exceeds the size limit fails like any other write.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  occupy_standard_streams();
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const cli::BrokenPipe&) {
    return static_cast<int>(ExitCode::broken_pipe);
  } catch (const std::bad_alloc&) {
    cli::log_error("fastfood: error: out of memory");
  } catch (const std::exception&) {
    cli::log_error(
        "fastfood: error: this is a fault of the program itself; please report it with what it was called with");
  }
  return static_cast<int>(ExitCode::failed);
}
