#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::scenario {

/// A place in a text, counted from 1; a column is a character, however many bytes it has. In line 0 are the values that
/// come from elsewhere.
struct Position {
  int line = 1;
  int column = 1;

  auto operator<=>(const Position&) const = default;
};

/// An error keeps a file from being used; a warning is about what is legal but odd.
enum class Severity { error, warning };

/// One thing to say about a file: `text` begins with the path of what it is about. Line 0: the file as a whole, or what
/// an override has set; its path is not repeated in the text then.
struct Diagnostic {
  Severity severity = Severity::error;
  int line = 0;
  int column = 0;
  std::string text;
  std::string override_path;     // as it was given; empty where the file is to blame
  std::string option = "--set";  // of the command line, by which it was given

  bool operator==(const Diagnostic&) const = default;
};

/// In order of line and column.
using Diagnostics = std::vector<Diagnostic>;

/// The one line that a person reads: `lunch.json:12:17: error: menu: expected an object, got 3`, or of an override
/// `--set menu: expected an object, got 3`.
std::string format(const std::string& file, const Diagnostic& diagnostic);

/// Gathers what is found while a file is read, in any order.
class Faults {
 public:
  /// The place of a value that is not in the text, because an override has set it. `given` is its path as it was
  /// given, `path` what readers call it.
  Position add_override(const std::string& given, const Path& path);

  void error(Position at, const Path& path, std::string_view what);
  void warning(Position at, const Path& path, std::string_view what);

  /// How many errors there are so far.
  std::size_t errors() const { return errors_; }

  /// For the names that were probably meant, of all faults together.
  HintBudget& hint_budget() { return hint_budget_; }

  /// All of them, in order of line and column; those at one place in the order in which they were found.
  Diagnostics in_order() const;

 private:
  struct OverridePath {
    std::string given;
    Path path;
  };

  Diagnostic about(Severity severity, Position at, const Path& path, std::string_view what) const;

  std::vector<OverridePath> overrides_;
  std::multimap<Position, Diagnostic> found_;
  std::size_t errors_ = 0;
  HintBudget hint_budget_;
};

}  // namespace fastfood::scenario
