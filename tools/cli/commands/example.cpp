#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/hints/nearest.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/examples.hpp"
#include "tools/cli/print.hpp"

namespace cli {
namespace {

/// A line for each, its title in a column of its own.
std::string list_of_examples() {
  std::size_t width = 0;
  for (const Example& example : examples()) {
    width = std::max(width, example.name.size());
  }
  std::string list;
  for (const auto& [name, title, text] : examples()) {
    list += std::string{name} + std::string(width + 2 - name.size(), ' ') + std::string{title} + "\n";
  }
  return list;
}

/// The names that may be meant by one that does not exist: the nearest, otherwise all that contain it.
std::vector<std::string_view> names_meant_by(const std::string& unknown) {
  std::vector<std::string_view> names;
  for (const Example& example : examples()) {
    names.push_back(example.name);
  }
  if (const auto nearest = fastfood::scenario::nearest(unknown, names)) {
    return {*nearest};
  }
  std::erase_if(names, [&](std::string_view name) { return name.find(unknown) == std::string_view::npos; });
  return names;
}

[[noreturn]] void refuse_example(const std::string& unknown) {
  const std::vector<std::string_view> names = names_meant_by(unknown);
  std::string advice = names.empty() ? "; fastfood example lists all" : "; did you mean ";
  for (std::size_t index = 0; index < names.size(); ++index) {
    const bool is_last = index + 1 == names.size();
    advice += (index == 0 ? "" : is_last ? " or " : ", ") + std::string{names[index]} + (is_last ? "?" : "");
  }
  throw CLI::ValidationError("NAME", "there is no example " + unknown + advice);
}

/// Throws if there is none. The name of the file is a name, too.
std::string_view text_of_example(const std::string& name) {
  const std::string_view ending = ".json";
  const std::string stem = name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
  const auto found = std::ranges::find(examples(), stem, &Example::name);
  if (found == examples().end()) {
    refuse_example(name);
  }
  return found->text;
}

}  // namespace

void add_example(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "example",
      "Print a scenario, a study or a till's orders that come with the program, or list them all\n"
      "e.g. fastfood example burger_lunch > lunch.json");
  const auto name = std::make_shared<std::string>();
  command
      ->add_option("NAME", *name,
                   "The example to print; without it, all are listed\ne.g. fastfood example two_per_second")
      ->type_name("");
  command->callback([&action, command, name] {
    if (command->count("NAME") == 0) {
      action = [] { return print(list_of_examples()); };
    } else {
      action = [text = text_of_example(*name)] { return print(text); };
    }
  });
}

}  // namespace cli
