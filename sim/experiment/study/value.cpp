#include "sim/experiment/study/value.hpp"

#include <fmt/format.h>

#include <variant>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/number.hpp"

namespace fastfood::experiment {
Value value_of(const scenario::Node& node) {
  Value value{scenario::json_text(node), std::nullopt};
  if (const auto* number = std::get_if<scenario::Number>(&node.value))
    value.number = scenario::to_double(number->digits);
  return value;
}

Value value_of(double number) { return value_of({{}, scenario::Number{fmt::format("{}", number)}}); }

}  // namespace fastfood::experiment
