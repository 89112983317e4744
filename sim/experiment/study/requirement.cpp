#include "sim/experiment/study/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::experiment {
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

Parts cut_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find_first_not_of(letters_of_operators, begin), text.size());
  return {scenario::trim(text.substr(0, begin)), text.substr(begin, end - begin), scenario::trim(text.substr(end))};
}

Parts cut_at_first(std::string_view text) {
  return cut_at(text, std::min(text.find_first_of(letters_of_operators), text.size()));
}

bool is_operator(char letter) { return letters_of_operators.find(letter) != std::string_view::npos; }

bool is_number(std::string_view text) {
  return text == "true" || text == "false" || scenario::parse_decimal(text).has_value();
}

// A limit that is a number has no operator in it, but a name on the path may: the last one counts.
Parts cut_before_number(std::string_view text) {
  const std::size_t last = text.find_last_of(letters_of_operators);
  if (last == text.npos) return cut_at_first(text);
  const std::size_t before = text.find_last_not_of(letters_of_operators, last);
  const Parts parts = cut_at(text, before == text.npos ? 0 : before + 1);
  const bool is_clear = is_number(parts.limit) && !parts.path.empty() && !is_operator(parts.path.back());
  return is_clear ? parts : cut_at_first(text);
}

Parts cut_after_path(std::string_view text, const std::vector<std::string>& paths) {
  for (std::size_t at = text.size(); at-- > 0;) {
    if (is_operator(text[at]) && std::ranges::count(paths, scenario::trim(text.substr(0, at))) > 0)
      return cut_at(text, at);
  }
  return cut_at_first(text);
}

std::string explain_operator(std::string_view wrong) {
  const auto* slip = std::ranges::find(slips, wrong, &std::pair<std::string_view, std::string_view>::first);
  const std::string advice =
      slip == std::end(slips) ? "take one of <= >= < > == !=" : fmt::format("did you mean {}?", slip->second);
  return fmt::format("there is no operator {}; {}", scenario::excerpt(wrong), advice);
}

std::string missing(std::string_view what, const std::string& text) {
  return fmt::format("expected PATH OP VALUE, got {}; {} is missing", scenario::in_quotes(text), what);
}

// true is 1 and false 0, as in metrics.
std::optional<double> number_of(const scenario::Node& node) {
  if (const auto* truth = std::get_if<bool>(&node.value)) return *truth ? 1 : 0;
  return value_of(node).number;
}

Result<Requirement, std::string> parsed(const std::string& text, const Parts& parts) {
  const auto& [path, relation, limit] = parts;
  if (relation.empty()) return Unexpected(missing("the operator, one of <= >= < > == !=,", text));
  const auto* found = std::ranges::find(operators, relation, &std::pair<std::string_view, Relation>::first);
  if (found == std::end(operators)) return Unexpected(explain_operator(relation));
  if (path.empty()) return Unexpected(missing("the path", text));
  if (limit.empty()) return Unexpected(missing("the value", text));
  if (limit.find_first_of(letters_of_operators) == 0) {
    return Unexpected(
        fmt::format("expected PATH OP VALUE, got {}, which has two operators", scenario::in_quotes(text)));
  }
  const scenario::Override given = scenario::make_override(std::string(path), limit);
  return Requirement{.text = text,
                     .path = given.path,
                     .relation = found->second,
                     .limit_text = value_of(*given.value.root).json,
                     .limit = number_of(*given.value.root)};
}

}  // namespace

Result<Requirement, std::string> parse_requirement(const std::string& text) {
  return parsed(text, cut_before_number(text));
}

Result<Requirement, std::string> parse_condition(const std::string& text, const std::vector<std::string>& paths) {
  return parsed(text, cut_after_path(text, paths));
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

}  // namespace fastfood::experiment
