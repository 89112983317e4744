#pragma once

#include <optional>
#include <string>

#include "sim/base/result.hpp"

namespace sim::experiment {

/// How a value is to stand to a limit: <= >= < > == !=.
enum class Comparison { at_most, at_least, below, above, equal, unequal };

/// `PATH OP VALUE`, such as `total_time.p95 <= 5`: what a metric must be, or a varied value.
struct Requirement {
  std::string text;  // as it was written
  std::string path;
  Comparison comparison = Comparison::at_most;
  std::string limit_text;       // as JSON
  std::optional<double> limit;  // where it is a number; true is 1, false is 0

  bool operator==(const Requirement&) const = default;
};

/// What is wrong with the text, where it is no requirement.
Result<Requirement, std::string> parse_requirement(const std::string& text);

/// Whether a value meets it; null does not. Its limit is a number.
bool is_met(const Requirement& requirement, std::optional<double> value);

}  // namespace sim::experiment
