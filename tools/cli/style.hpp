#pragma once

#include <cstddef>
#include <optional>

#include "sim/report/format/text_style.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): as the library is called
class App;
}

/// How text for people looks: the width of a line, and colours.
namespace cli {

/// Adds `--color` to a command. Its value holds for the whole program.
void add_color(CLI::App& command);

/// Returns the style of standard output: as wide as `COLUMNS` says, or the terminal, or 80 columns elsewhere. Has
/// colours as `--color` says: by default only on a terminal, and not if `NO_COLOR` is set.
fastfood::report::TextStyle standard_output_style();

/// Returns the same for standard error.
fastfood::report::TextStyle standard_error_style();

/// Returns whether a stream is a terminal that understands escape sequences.
bool is_terminal(int stream);

/// Returns the number of columns of a terminal; none if the stream is none.
std::optional<std::size_t> terminal_width(int stream);

/// Returns whether messages on standard error have colours.
bool has_colored_messages();

}  // namespace cli
