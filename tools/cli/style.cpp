#include "tools/cli/style.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "sim/scenario/json/number.hpp"

namespace cli {
namespace {

enum class ColorChoice { automatic, always, never };

/// The choice of the command line, which holds for the whole program.
ColorChoice& color_choice() {
  static ColorChoice choice = ColorChoice::automatic;
  return choice;
}

bool has_color(int stream) {
  const char* no_color = std::getenv("NO_COLOR");
  const bool is_wanted = (no_color == nullptr || *no_color == '\0') && is_terminal(stream);
  return color_choice() == ColorChoice::always || (color_choice() == ColorChoice::automatic && is_wanted);
}

std::optional<std::size_t> width_by_environment() {
  const char* columns = std::getenv("COLUMNS");
  return columns == nullptr ? std::nullopt : fastfood::scenario::parse_number<std::size_t>(columns);
}

fastfood::report::TextStyle style_of(int stream) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t min_width = 60;  // sentences need some room
  constexpr std::size_t max_width = 10'000;
  const std::optional<std::size_t> chosen = width_by_environment();
  const std::size_t width = chosen && *chosen > 0 ? *chosen : terminal_width(stream).value_or(usual);
  return {std::clamp(width, min_width, max_width), has_color(stream)};
}

}  // namespace

void add_color(CLI::App& command) {
  const auto set = [](const std::string& when) {
    color_choice() = when == "always"  ? ColorChoice::always
                     : when == "never" ? ColorChoice::never
                                       : ColorChoice::automatic;
    if (when != "always" && when != "never" && when != "auto") {
      throw CLI::ValidationError("--color", "expected auto, always or never, got " + (when.empty() ? "nothing" : when));
    }
  };
  command
      .add_option_function<std::string>(
          "--color", set,
          "Use colours: auto (on a terminal, unless NO_COLOR is set), always or never\ne.g. --color never")
      ->type_name("WHEN");
}

fastfood::report::TextStyle standard_output_style() { return style_of(STDOUT_FILENO); }

fastfood::report::TextStyle standard_error_style() { return style_of(STDERR_FILENO); }

bool is_terminal(int stream) {
  const char* kind = std::getenv("TERM");
  return ::isatty(stream) != 0 && kind != nullptr && std::string_view{kind} != "dumb";
}

std::optional<std::size_t> terminal_width(int stream) {
  winsize size{};
  const bool is_known = ::isatty(stream) != 0 && ::ioctl(stream, TIOCGWINSZ, &size) == 0;
  return is_known && size.ws_col > 1 ? std::optional<std::size_t>(size.ws_col) : std::nullopt;
}

bool has_colored_messages() { return has_color(STDERR_FILENO); }

}  // namespace cli
