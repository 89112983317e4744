#include "sim/experiment/study/value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <variant>

#include "sim/scenario/json/document.hpp"

namespace fastfood::experiment {
namespace {

// 0 where it is too small for a double.
double number_of(const std::string& digits) {
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number + 0.0;  // -0 becomes 0
}

}  // namespace

Value value_of(const scenario::Node& node) {
  Value value{scenario::json_text(node), std::nullopt};
  if (const auto* number = std::get_if<scenario::Number>(&node.value)) value.number = number_of(number->digits);
  return value;
}

Value value_of(double number) { return value_of({{}, scenario::Number{fmt::format("{}", number)}}); }

}  // namespace fastfood::experiment
