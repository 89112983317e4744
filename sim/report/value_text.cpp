#include "sim/report/value_text.hpp"

#include <variant>

#include "sim/scenario/document.hpp"

namespace sim::report {

std::string value_text(const experiment::Value& value) {
  if (!value.json.starts_with('"')) {
    return value.json;
  }
  const scenario::Document document = scenario::parse_document(value.json);
  const auto* text = document.root.has_value() ? std::get_if<std::string>(&document.root->value) : nullptr;
  return text != nullptr ? *text : value.json;
}

}  // namespace sim::report
