#include "sim/experiment/study/parsed_vary.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "sim/experiment/study/design.hpp"
#include "sim/experiment/study/numeric_range.hpp"
#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;
using scenario::NamedField;
using scenario::Node;
using scenario::Number;
using scenario::Object;

constexpr std::string_view steps_keys[] = {"from", "to", "step"};
constexpr std::string_view range_keys[] = {"min", "max"};

// Returns the digits of a number; empty if the field is none.
std::string_view read_digits(const std::optional<Field>& field) {
  if (!field) return {};
  if (const auto* number = field->as<Number>()) return number->digits;
  field->expected("a number", scenario::suggest_number(field->node()));
  return {};
}

std::vector<Value> read_value_list(const Field& field, const Node::List& list) {
  std::vector<Value> values;
  for (const Node& node : list) values.push_back(value_of(node));
  if (values.empty()) field.fault("expected at least one value, got none");
  return values;
}

std::vector<Value> read_numeric_range(const Field& field) {
  const Object object(field, {"steps", steps_keys});
  NumericRange range{.from = read_digits(object.require("from", "steps have a first number")),
                     .to = read_digits(object.require("to", "steps have a last number"))};
  if (const auto step = object.find("step")) {
    const std::size_t errors = field.faults().errors();
    scenario::read_number_above_zero(*step);
    if (field.faults().errors() != errors) return {};
    range.step = read_digits(step);
  }
  if (range.from.empty() || range.to.empty()) return {};
  auto values = values_of(range);
  if (values) return std::move(values).value();
  field.fault(values.error());
  return {};
}

std::optional<Range> read_range(const Field& field) {
  const Object object(field, {"range", range_keys});
  const std::size_t errors = field.faults().errors();
  Range range;
  const auto min = object.require("min", "a range has a least value");
  const auto max = object.require("max", "a range has a greatest value");
  if (min) range.min = scenario::read_any_number(*min);
  if (max) range.max = scenario::read_any_number(*max);
  if (field.faults().errors() != errors) return std::nullopt;
  if (range.max >= range.min) return range;
  max->fault("is below min");
  return std::nullopt;
}

std::optional<Range> read_drawn_range(const Field& field) {
  const bool is_range = field.as<Node::Object>() != nullptr && !field.find("from") && !field.find("to");
  if (is_range) return read_range(field);
  field.expected("a range {\"min\": a, \"max\": b}, from which values are drawn");
  return std::nullopt;
}

std::vector<Value> read_values(const Field& field) {
  if (const auto* list = field.as<Node::List>()) return read_value_list(field, *list);
  if (field.find("min") || field.find("max")) {
    field.fault("is a range, for the designs random and latin_hypercube; give a list, or from and to");
  } else if (field.as<Node::Object>() != nullptr) {
    return read_numeric_range(field);
  } else {
    const auto* text = field.as<std::string>();
    const bool is_value = text == nullptr || text->find(':') == std::string::npos;  // "1:3" is meant as steps
    field.expected("a list of values, or steps {\"from\": a, \"to\": b}",
                   is_value ? scenario::suggest_brackets(field.node()) : "");
  }
  return {};
}

// Returns the field of a value. All values of a numeric range share one field.
Field value_field(const Field& field, std::size_t index) {
  if (field.as<Node::List>() != nullptr) return field.element(index);
  return field.find(index == 0 ? "min" : "max").value_or(field);
}

}  // namespace

ParameterFaultSink ParsedVary::fault_sink(scenario::Diagnostics& of_files) const {
  const auto of_path = [this](std::size_t parameter, const std::string& what) {
    const NamedField& named = fields[parameter];
    named.field.faults().error(named.name_at, named.field.path(), what);
  };
  // Of a numeric range, only the first wrong value is reported.
  const auto of_value = [this, reported = std::set<std::size_t>()](std::size_t parameter, std::size_t index,
                                                                   const std::string& what) mutable {
    const Field& field = fields[parameter].field;
    const bool is_numeric_range = field.find("from").has_value();
    if (!is_numeric_range || reported.insert(parameter).second) value_field(field, index).fault(what);
  };
  return {of_path, of_value, [&of_files](const scenario::Diagnostic& fault) { of_files.push_back(fault); }};
}

ParsedVary parse_vary_field(const Field& field, Design design) {
  ParsedVary parsed;
  std::set<std::string> paths;
  for (const NamedField& named : scenario::named_fields(field)) {
    if (!paths.insert(named.name).second) continue;  // the parser has reported the duplicate key
    Parameter& parameter = parsed.parameters.emplace_back();
    parameter.path = named.name;
    parsed.fields.push_back(named);
    if (is_drawn(design)) {
      parameter.range = read_drawn_range(named.field);
    } else {
      parameter.values = read_values(named.field);
    }
  }
  const auto* object = field.as<Node::Object>();
  if (object != nullptr && object->empty()) field.fault("expected at least one path, got none");
  return parsed;
}

}  // namespace fastfood::experiment
