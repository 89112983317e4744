#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/path.hpp"

namespace sim::scenario {

/// A place in a text, counted from 1; a column is a character, however many bytes it has.
struct Position {
  int line = 1;
  int column = 1;

  auto operator<=>(const Position&) const = default;
};

/// An error keeps a file from being used; a warning is about what is legal but odd.
enum class Severity { error, warning };

/// One thing to say about a file: `text` begins with the path of what it is about. Line 0: the file as a whole.
struct Diagnostic {
  Severity severity = Severity::error;
  int line = 0;
  int column = 0;
  std::string text;

  bool operator==(const Diagnostic&) const = default;
};

/// In order of line and column.
using Diagnostics = std::vector<Diagnostic>;

/// The one line that a person reads: `lunch.json:12:17: error: menu: expected an object, got 3`.
std::string format(const std::string& file, const Diagnostic& diagnostic);

/// Gathers what is found while a file is read, in any order.
class Faults {
 public:
  void error(Position at, const Path& path, std::string_view what);
  void warning(Position at, const Path& path, std::string_view what);

  /// How many errors there are so far.
  std::size_t errors() const { return errors_; }

  /// All of them, in order of line and column; those at one place in the order in which they were found.
  Diagnostics in_order() const;

 private:
  std::multimap<Position, Diagnostic> found_;
  std::size_t errors_ = 0;
};

}  // namespace sim::scenario
