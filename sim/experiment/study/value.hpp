#pragma once

#include <optional>
#include <string>

#include "sim/scenario/json/document.hpp"

namespace fastfood::experiment {

/// A value that is tried: as JSON on one line, numbers in their shortest form, and as a number where it is one.
struct Value {
  std::string json;
  std::optional<double> number;

  bool operator==(const Value&) const = default;
};

Value value_of(const scenario::Node& node);

Value value_of(double number);

}  // namespace fastfood::experiment
