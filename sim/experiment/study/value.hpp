#pragma once

#include <optional>
#include <string>

#include "sim/scenario/json/document.hpp"

namespace fastfood::experiment {

/// A value that a study tries: as JSON on one line, with numbers in their shortest form; and as a number if it is one.
struct Value {
  std::string json;
  std::optional<double> number;

  bool operator==(const Value&) const = default;
};

Value value_of(const scenario::Node& node);

Value value_of(double number);

}  // namespace fastfood::experiment
