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

/// A position in a text, counted from 1. A column is a character, however many bytes it has. Values that overrides have
/// set are in line 0.
struct Position {
  int line = 1;
  int column = 1;

  auto operator<=>(const Position&) const = default;
};

/// A file with an error cannot be used. A warning is about something that is legal but probably a mistake.
enum class Severity { error, warning };

/// One finding about a file. `text` begins with the path of the value that it is about. Line 0 means the file as a
/// whole, or a value that an override has set; the text does not repeat the path of an override.
struct Diagnostic {
  Severity severity = Severity::error;
  int line = 0;
  int column = 0;
  std::string text;
  std::string override_path;     // as the user wrote it; empty if the finding is about the file
  std::string option = "--set";  // the command-line option of the override

  bool operator==(const Diagnostic&) const = default;
};

/// Sorted by line and column.
using Diagnostics = std::vector<Diagnostic>;

/// Returns the one line that users read: `lunch.json:12:17: error: menu: expected an object, got 3`, or for an override
/// `--set menu: expected an object, got 3`.
std::string format(const std::string& file, const Diagnostic& diagnostic);

/// Collects the findings about one file, in any order.
class Faults {
 public:
  /// Registers an override, and returns the position that the values it sets have. `given` is its path as the user
  /// wrote it, `path` the path that readers use.
  Position add_override(const std::string& given, const Path& path);

  void error(Position at, const Path& path, std::string_view what);
  void warning(Position at, const Path& path, std::string_view what);

  /// Returns the number of errors so far.
  std::size_t errors() const { return errors_; }

  /// Returns the budget that all hints of this file share.
  HintBudget& hint_budget() { return hint_budget_; }

  /// Returns all findings, sorted by line and column. Findings at one position stay in the order in which they came.
  Diagnostics in_order() const;

 private:
  struct OverridePath {
    std::string given;
    Path path;
  };

  Diagnostic make_diagnostic(Severity severity, Position at, const Path& path, std::string_view what) const;

  std::vector<OverridePath> overrides_;
  std::multimap<Position, Diagnostic> found_;
  std::size_t errors_ = 0;
  HintBudget hint_budget_;
};

}  // namespace fastfood::scenario
