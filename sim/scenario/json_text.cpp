#include "sim/scenario/json_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

#include "sim/scenario/decimal.hpp"

namespace sim::scenario {
namespace {

using nlohmann::json;

std::string quoted(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);  // what is no UTF-8 becomes U+FFFD
}

// A whole number keeps all its digits: a seed has more than a double.
std::string shortest(const std::string& digits) {
  const auto decimal = parse_decimal(digits);
  const auto whole = decimal && is_whole(*decimal) ? rounded(*decimal) : std::nullopt;
  if (whole) return fmt::format("{}{}", decimal->negative && *whole != 0 ? "-" : "", *whole);
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return fmt::format("{}", number + 0.0);  // -0 becomes 0
}

struct Text {
  std::string operator()(Null) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const Number& number) const { return shortest(number.digits); }
  std::string operator()(const std::string& text) const { return quoted(text); }

  std::string operator()(const Node::List& list) const {
    std::string text;
    for (const Node& node : list) text += fmt::format("{}{}", text.empty() ? "[" : ",", json_text(node));
    return text.empty() ? "[]" : text + "]";
  }

  std::string operator()(const Node::Object& object) const {
    std::string text;
    for (const Member& member : object) {
      text += fmt::format("{}{}:{}", text.empty() ? "{" : ",", quoted(member.key), json_text(member.value));
    }
    return text.empty() ? "{}" : text + "}";
  }
};

}  // namespace

std::string json_text(const Node& node) { return std::visit(Text{}, node.value); }

}  // namespace sim::scenario
