#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/value.hpp"

namespace fastfood::experiment {

/// How a value has to compare with a limit: <= >= < > == !=.
enum class Relation { at_most, at_least, below, above, equal, unequal };

/// The unit that a limit is written with: of time, as in `5min`, or a percent sign.
enum class LimitUnit { none, time, percent };

/// `PATH OP VALUE`, such as `total_time.p95 <= 5min`: a requirement on a metric, or a condition on a varied value.
struct Requirement {
  std::string text;  // as the user wrote it
  std::string path;
  Relation relation = Relation::at_most;
  std::string limit_text;       // as JSON
  std::optional<double> limit;  // none if it is no number; true is 1, false is 0, times are in seconds, 90% is 0.9
  LimitUnit unit = LimitUnit::none;

  bool operator==(const Requirement&) const = default;
};

/// Parses a requirement on a metric. Returns what is wrong with the text if it is none. The limit is JSON if it parses
/// as JSON, and otherwise a string. If the limit is a number, the last operator separates path and limit, since names
/// on the path may have operators in them. Otherwise the first one does.
Result<Requirement, std::string> parse_requirement(const std::string& text);

/// Returns what is wrong with the limit of a requirement on an existing metric: it is no number, or has a unit that the
/// metric does not have.
std::optional<std::string> explain_wrong_limit(const Requirement& requirement);

/// Parses a condition on one of `paths`. The longest of them that `text` begins with, before an operator, is its path.
/// If there is none, the first operator separates path and limit.
Result<Requirement, std::string> parse_condition(const std::string& text, const std::vector<std::string>& paths);

/// Returns whether `value relation limit` is true.
bool satisfies(Relation relation, double value, double limit);

/// Returns whether the value of a metric meets a requirement, whose limit has to be a number. Null meets none.
bool is_met(const Requirement& requirement, std::optional<double> value);

/// Returns the number of seconds of a time with a unit, and any other number as it is; nothing for other values.
std::optional<double> number_or_seconds(const Value& value);

/// Returns whether a condition holds for a value that is tried. Numbers and times with a unit are compared as numbers.
/// Anything else is compared as JSON: it is equal or unequal, and never above or below.
bool holds_for(const Requirement& condition, const Value& value);

}  // namespace fastfood::experiment
