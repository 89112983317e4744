#include "tools/cli/help_format.hpp"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <sstream>
#include <string>

namespace cli {
namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t names_width = 22;

/// Wraps one line at blanks.
std::string broken(const std::string& line, std::size_t width) {
  std::istringstream words{line};
  std::string text;
  std::size_t used = 0;
  for (std::string word; words >> word;) {
    const bool fits = used + 1 + word.size() <= width;
    text += used == 0 ? "" : fits ? " " : "\n";
    used = (used != 0 && fits ? used + 1 : 0) + word.size();
    text += word;
  }
  return text;
}

std::string wrapped(const std::string& text, std::size_t width) {
  std::istringstream lines{text};
  std::string all;
  for (std::string line; std::getline(lines, line);) {
    all += (all.empty() ? "" : "\n") + broken(line, width);
  }
  return all;
}

class HelpFormat : public CLI::Formatter {
 public:
  HelpFormat() {
    column_width(names_width);
    label("REQUIRED", "");  // the usage line shows it
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
  }

  std::string make_description(const CLI::App* app) const override {
    return wrapped(app->get_description(), line_width) + "\n\n";
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    return wrapped(option->get_description(), line_width - names_width);
  }

  std::string make_subcommand(const CLI::App* command) const override {
    std::ostringstream out;
    CLI::detail::format_help(out, command->get_name(), wrapped(command->get_description(), line_width - names_width),
                             names_width);
    return out.str();
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_format() { return std::make_shared<HelpFormat>(); }

}  // namespace cli
