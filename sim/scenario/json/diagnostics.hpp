#pragma once

#include <compare>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
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
/// whole, or a value that an override has set; the text does not repeat the path of an override. A finding about a file
/// that the scenario names has its `file`, and the override that names it, if one does.
struct Diagnostic {
  Severity severity = Severity::error;
  int line = 0;
  int column = 0;
  std::string text;
  std::string override_path;     // as the user wrote it; empty if the finding is about the file
  std::string option = "--set";  // the command-line option of the override
  std::string file{};            // as the scenario names it; empty if the finding is about the scenario itself

  bool operator==(const Diagnostic&) const = default;
};

/// Sorted by line and column.
using Diagnostics = std::vector<Diagnostic>;

/// Returns the one line that users read: `lunch.json:12:17: error: menu: expected an object, got 3`, or for an override
/// `--set menu: expected an object, got 3`. A file that the scenario names is beside `file`.
std::string format(const std::string& file, const Diagnostic& diagnostic);

/// Returns the path of a file that the one at `path` names: relative to it.
std::string path_beside(const std::string& path, const std::string& name);

/// Returns what diagnostics are sorted by: those of the file itself first, each file's by line and column.
std::tuple<std::string_view, int, int> sort_key(const Diagnostic& diagnostic);

/// Collects the findings about one file, in any order.
class Faults {
 public:
  /// Registers an override, and returns the position that the values it sets have. `given` is its path as the user
  /// wrote it, `path` the path that readers use.
  Position add_override(const std::string& given, const Path& path);

  /// Keeps no more than `max` errors, and spends no more hints on the others.
  void limit_errors(std::size_t max) { max_errors_ = max; }

  void error(Position at, const Path& path, std::string_view what);
  void warning(Position at, const Path& path, std::string_view what);

  /// Adds the findings about another file, which the value at `at` names `file`.
  void add_file(Position at, const std::string& file, const Faults& findings);

  /// Returns the number of errors so far.
  std::size_t errors() const { return errors_; }

  /// Returns the budget that all hints of this file share.
  HintBudget& hint_budget() { return hint_budget_; }

  /// Returns all findings, sorted by line and column. Findings at one position stay in the order in which they came.
  /// Findings about other files come last.
  Diagnostics in_order() const;

 private:
  struct OverridePath {
    std::string given;
    Path path;
  };

  Diagnostic make_diagnostic(Severity severity, Position at, const Path& path, std::string_view what) const;

  std::vector<OverridePath> overrides_;
  std::multimap<Position, Diagnostic> found_;
  Diagnostics of_other_files_;
  std::size_t errors_ = 0;
  std::size_t max_errors_ = std::numeric_limits<std::size_t>::max();
  HintBudget hint_budget_;
};

}  // namespace fastfood::scenario
