#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/value.hpp"

namespace fastfood::experiment {

/// How a value is to stand to a limit: <= >= < > == !=.
enum class Relation { at_most, at_least, below, above, equal, unequal };

/// `PATH OP VALUE`, such as `total_time.p95 <= 5`: what a metric must be, or a varied value.
struct Requirement {
  std::string text;  // as it was written
  std::string path;
  Relation relation = Relation::at_most;
  std::string limit_text;       // as JSON
  std::optional<double> limit;  // where it is a number; true is 1, false is 0

  bool operator==(const Requirement&) const = default;
};

/// Of a metric. What is wrong with the text, where it is no requirement. The limit is JSON if it parses as JSON, else a
/// string. Before a number the last operator counts: others are in names on the path.
Result<Requirement, std::string> parse_requirement(const std::string& text);

/// Of one of `paths`: the longest that `text` begins with, before an operator. Otherwise the first operator counts.
Result<Requirement, std::string> parse_condition(const std::string& text, const std::vector<std::string>& paths);

/// Whether `value relation limit` is true.
bool stands(Relation relation, double value, double limit);

/// Whether a value meets it; null does not. Its limit is a number.
bool is_met(const Requirement& requirement, std::optional<double> value);

/// Whether it holds for a value that is tried. Two numbers compare as numbers; what else there is, is equal or not, by
/// its JSON, and never above or below.
bool holds_for(const Requirement& requirement, const Value& value);

}  // namespace fastfood::experiment
