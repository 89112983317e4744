#include "tools/cli/command_description.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <utility>

#include "sim/scenario/schema.hpp"
#include "tools/cli/completion_script.hpp"
#include "tools/cli/examples.hpp"

namespace cli {
namespace {

struct Text {
  std::string sentence;
  std::vector<std::string> examples;
};

/// Takes apart what is shown in help: an example stands on a line of its own.
Text split_examples(const std::string& help) {
  const std::string mark = "e.g. ";
  std::istringstream lines{help};
  Text text;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(mark)) {
      text.examples.push_back(line.substr(mark.size()));
    } else {
      text.sentence += (text.sentence.empty() ? "" : " ") + line;
    }
  }
  return text;
}

template <class Named>
std::vector<std::string> names_in(const Named& range) {
  std::vector<std::string> names;
  for (const auto& named : range) {
    names.emplace_back(named.name);
  }
  return names;
}

/// All values of an argument; none if there are other values than these.
std::vector<std::string> words_for(const std::string& argument, const CLI::App& program) {
  if (argument == "COMMAND") {
    return command_names(program);
  }
  if (argument == "FORMAT") {
    return names_in(fastfood::scenario::schemas());
  }
  if (argument == "NAME") {
    return names_in(examples());
  }
  return argument == "SHELL" ? names_in(shells()) : std::vector<std::string>{};
}

bool names_json(const std::string& argument) {
  return argument == "SCENARIO" || argument == "STUDY" || argument == "FILE";
}

Completion completion_of_option(const std::string& value) {
  return value.starts_with("FILE") ? Completion::any_file : value == "DIR" ? Completion::folder : Completion::none;
}

OptionDescription describe_argument(const CLI::Option& option, const CLI::App& program) {
  auto [text, examples] = split_examples(option.get_description());
  const std::string name = option.get_name(true);
  OptionDescription argument{.names = {name}, .value = name, .text = std::move(text), .examples = std::move(examples)};
  argument.words = words_for(name, program);
  argument.completion = !argument.words.empty() ? Completion::words
                        : names_json(name)      ? Completion::json_file
                                                : Completion::any_file;
  argument.is_required = option.get_required();
  argument.is_repeatable = option.get_items_expected_max() > 1;
  return argument;
}

OptionDescription describe_option(const CLI::Option& option) {
  auto [text, examples] = split_examples(option.get_description());
  OptionDescription described{.text = std::move(text), .examples = std::move(examples)};
  for (const std::string& name : option.get_snames()) {
    described.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    described.names.push_back("--" + name);
  }
  const bool is_flag = option.get_items_expected_max() == 0;
  described.value = is_flag ? "" : option.get_type_name();
  described.completion = completion_of_option(described.value);
  described.is_required = option.get_required();
  described.is_repeatable = option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  return described;
}

CommandDescription describe_command(const CLI::App& command, const CLI::App& program) {
  auto [text, examples] = split_examples(command.get_description());
  CommandDescription described{.name = command.get_name(), .text = std::move(text), .examples = std::move(examples)};
  for (const CLI::Option* option :
       command.get_options([](const CLI::Option* it) { return !it->get_group().empty(); })) {
    if (option->get_positional()) {
      described.arguments.push_back(describe_argument(*option, program));
    } else {
      described.options.push_back(describe_option(*option));
    }
  }
  return described;
}

std::vector<const CLI::App*> listed_commands(const CLI::App& program) {
  return program.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

}  // namespace

ProgramDescription describe_program(const CLI::App& program) {
  ProgramDescription described{.itself = describe_command(program, program)};
  for (const CLI::App* command : listed_commands(program)) {
    described.commands.push_back(describe_command(*command, program));
  }
  return described;
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : listed_commands(program)) {
    names.push_back(command->get_name());
  }
  return names;
}

}  // namespace cli
