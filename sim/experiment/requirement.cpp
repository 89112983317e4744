#include "sim/experiment/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"
#include "sim/experiment/trimmed.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/quote.hpp"

namespace sim::experiment {
namespace {

constexpr std::pair<std::string_view, Relation> operators[] = {{"<=", Relation::at_most}, {">=", Relation::at_least},
                                                               {"<", Relation::below},    {">", Relation::above},
                                                               {"==", Relation::equal},   {"!=", Relation::unequal}};

// What people write, and what they mean by it.
constexpr std::pair<std::string_view, std::string_view> slips[] = {
    {"=", "=="}, {"=<", "<="}, {"=>", ">="}, {"===", "=="}, {"<>", "!="}, {"!", "!="}, {"=!", "!="}, {"!==", "!="}};

constexpr std::string_view letters_of_operators = "<>=!";

/// A text cut at its first operator.
struct Parts {
  std::string_view path;
  std::string_view relation;
  std::string_view limit;
};

Parts cut(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_of(letters_of_operators), text.size());
  const std::size_t end = std::min(text.find_first_not_of(letters_of_operators, begin), text.size());
  return {trimmed(text.substr(0, begin)), text.substr(begin, end - begin), trimmed(text.substr(end))};
}

std::string explain_operator(std::string_view wrong) {
  const auto* slip = std::ranges::find(slips, wrong, &std::pair<std::string_view, std::string_view>::first);
  const std::string advice =
      slip == std::end(slips) ? "take one of <= >= < > == !=" : fmt::format("did you mean {}?", slip->second);
  return fmt::format("there is no operator {}; {}", scenario::printable(wrong), advice);
}

std::string missing(std::string_view what, const std::string& text) {
  return fmt::format("expected PATH OP VALUE, got {}; {} is missing", scenario::in_quotes(text), what);
}

// true is 1 and false 0, as in metrics.
std::optional<double> number_of(const scenario::Node& node) {
  if (const auto* truth = std::get_if<bool>(&node.value)) return *truth ? 1 : 0;
  return value_of(node).number;
}

}  // namespace

Result<Requirement, std::string> parse_requirement(const std::string& text) {
  const auto [path, relation, limit] = cut(text);
  if (relation.empty()) return Unexpected(missing("the operator, one of <= >= < > == !=,", text));
  const auto* found = std::ranges::find(operators, relation, &std::pair<std::string_view, Relation>::first);
  if (found == std::end(operators)) return Unexpected(explain_operator(relation));
  if (path.empty()) return Unexpected(missing("the path", text));
  if (limit.empty()) return Unexpected(missing("the value", text));
  if (limit.find_first_of(letters_of_operators) == 0) {
    return Unexpected(
        fmt::format("expected PATH OP VALUE, got {}, which has two operators", scenario::in_quotes(text)));
  }
  const scenario::Override given = scenario::override_of(std::string(path), limit);
  return Requirement{.text = text,
                     .path = given.path,
                     .relation = found->second,
                     .limit_text = value_of(*given.value.root).json,
                     .limit = number_of(*given.value.root)};
}

bool stands(Relation relation, double value, double limit) {
  switch (relation) {
    case Relation::at_most:
      return value <= limit;
    case Relation::at_least:
      return value >= limit;
    case Relation::below:
      return value < limit;
    case Relation::above:
      return value > limit;
    case Relation::equal:
      return value == limit;
    case Relation::unequal:
      return value != limit;
  }
  broken("a relation that is none", std::source_location::current());
}

bool is_met(const Requirement& requirement, std::optional<double> value) {
  check(requirement.limit.has_value(), "a requirement of a metric without a number");
  return value && stands(requirement.relation, *value, *requirement.limit);
}

bool holds_for(const Requirement& requirement, const Value& value) {
  const bool is_truth = requirement.limit_text == "true" || requirement.limit_text == "false";
  if (value.number && requirement.limit && !is_truth) return is_met(requirement, value.number);
  const bool equal = value.json == requirement.limit_text;
  return (requirement.relation == Relation::equal && equal) || (requirement.relation == Relation::unequal && !equal);
}

}  // namespace sim::experiment
