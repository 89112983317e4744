#include "sim/experiment/study/requirement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"
#include "sim/base/time.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/path.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::experiment {
namespace {

constexpr std::pair<std::string_view, Relation> operators[] = {{"<=", Relation::at_most}, {">=", Relation::at_least},
                                                               {"<", Relation::below},    {">", Relation::above},
                                                               {"==", Relation::equal},   {"!=", Relation::unequal}};

// Common misspellings of operators, and what they mean.
constexpr std::pair<std::string_view, std::string_view> misspellings[] = {
    {"=", "=="}, {"=<", "<="}, {"=>", ">="}, {"===", "=="}, {"<>", "!="}, {"!", "!="}, {"=!", "!="}, {"!==", "!="}};

constexpr std::string_view operator_characters = "<>=!";

/// A text cut at one of its operators.
struct Parts {
  std::string_view path;
  std::string_view relation;
  std::string_view limit;
};

Parts cut_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find_first_not_of(operator_characters, begin), text.size());
  return {scenario::trim(text.substr(0, begin)), text.substr(begin, end - begin), scenario::trim(text.substr(end))};
}

Parts cut_at_first(std::string_view text) {
  return cut_at(text, std::min(text.find_first_of(operator_characters), text.size()));
}

bool is_operator_character(char letter) { return operator_characters.find(letter) != std::string_view::npos; }

std::optional<double> parse_time(std::string_view text) {
  const auto time = scenario::parse_with_unit(text);
  return time ? std::optional(in_seconds(time.value())) : std::nullopt;
}

std::optional<double> parse_percent(std::string_view text) {
  if (!text.ends_with('%') || text.find_first_of("eE") != std::string_view::npos) return std::nullopt;
  const auto number = scenario::parse_decimal(text.substr(0, text.size() - 1));
  if (!number) return std::nullopt;
  return scenario::to_double(std::string(text.substr(0, text.size() - 1)) + "e-2");  // rounded once
}

bool is_number_or_truth(std::string_view text) {
  return text == "true" || text == "false" || scenario::parse_decimal(text) || parse_time(text) || parse_percent(text);
}

// A number has no operator in it, but a name on the path may. So the last operator is the one.
Parts cut_before_number(std::string_view text) {
  const std::size_t last = text.find_last_of(operator_characters);
  if (last == text.npos) return cut_at_first(text);
  const std::size_t before = text.find_last_not_of(operator_characters, last);
  const Parts parts = cut_at(text, before == text.npos ? 0 : before + 1);
  const bool is_cut_right =
      is_number_or_truth(parts.limit) && !parts.path.empty() && !is_operator_character(parts.path.back());
  return is_cut_right ? parts : cut_at_first(text);
}

Parts cut_after_path(std::string_view text, const std::vector<std::string>& paths) {
  for (std::size_t i = text.size(); i-- > 0;) {
    if (is_operator_character(text[i]) && std::ranges::count(paths, scenario::trim(text.substr(0, i))) > 0)
      return cut_at(text, i);
  }
  return cut_at_first(text);
}

std::string explain_operator(std::string_view wrong) {
  const auto* misspelling =
      std::ranges::find(misspellings, wrong, &std::pair<std::string_view, std::string_view>::first);
  const std::string advice = misspelling == std::end(misspellings)
                                 ? "take one of <= >= < > == !="
                                 : fmt::format("did you mean {}?", misspelling->second);
  return fmt::format("there is no operator {}; {}", scenario::excerpt(wrong), advice);
}

std::string missing_part(std::string_view what, const std::string& text) {
  return fmt::format("expected PATH OP VALUE, got {}; {} is missing", scenario::in_quotes(text), what);
}

/// A limit as a number.
struct Limit {
  std::optional<double> number;
  LimitUnit unit = LimitUnit::none;
};

// true is 1 and false 0, as in metrics.
Limit limit_of(const scenario::Node& node) {
  if (const auto* truth = std::get_if<bool>(&node.value)) return {*truth ? 1.0 : 0.0};
  if (const auto* text = std::get_if<std::string>(&node.value)) {
    if (const auto seconds = parse_time(*text)) return {seconds, LimitUnit::time};
    if (const auto share = parse_percent(*text)) return {share, LimitUnit::percent};
  }
  return {value_of(node).number};
}

// Returns the limit that was probably meant: `5min` for `5 min` or `5m`, `90%` for `90 %`, `0.9` for `0,9`.
std::string suggest_limit(const std::string& text) {
  std::string tight;
  for (const char letter : text) {
    if (letter != ' ') tight += letter == ',' ? '.' : letter;
  }
  const bool is_minutes = tight.ends_with('m') && !tight.ends_with("min");
  const std::string duration = scenario::suggest_duration(is_minutes ? tight + "in" : tight);
  if (is_number_or_truth(tight)) return tight;
  return is_minutes && is_number_or_truth(tight + "in") ? tight + "in" : duration;
}

Result<Requirement, std::string> parse_parts(const std::string& text, const Parts& parts) {
  const auto& [path, relation, limit] = parts;
  if (relation.empty()) return Unexpected(missing_part("the operator, one of <= >= < > == !=,", text));
  const auto* found = std::ranges::find(operators, relation, &std::pair<std::string_view, Relation>::first);
  if (found == std::end(operators)) return Unexpected(explain_operator(relation));
  if (path.empty()) return Unexpected(missing_part("the path", text));
  if (limit.empty()) return Unexpected(missing_part("the value", text));
  if (limit.find_first_of(operator_characters) == 0) {
    return Unexpected(
        fmt::format("expected PATH OP VALUE, got {}, which has two operators", scenario::in_quotes(text)));
  }
  const scenario::Override given = scenario::make_override(std::string(path), limit);
  const Limit parsed = limit_of(*given.value.root);
  return Requirement{.text = text,
                     .path = given.path,
                     .relation = found->second,
                     .limit_text = value_of(*given.value.root).json,
                     .limit = parsed.number,
                     .unit = parsed.unit};
}

}  // namespace

Result<Requirement, std::string> parse_requirement(const std::string& text) {
  return parse_parts(text, cut_before_number(text));
}

std::optional<std::string> explain_wrong_limit(const Requirement& requirement) {
  const model::MetricKind kind = model::metric_kind(scenario::split_path(requirement.path));
  const std::string written = scenario::excerpt(requirement.limit_text);
  if (!requirement.limit) {
    const auto node = scenario::parse_document(requirement.limit_text).root;
    const auto* text = node ? std::get_if<std::string>(&node->value) : nullptr;
    const std::string meant = text != nullptr ? suggest_limit(*text) : "";
    return fmt::format("expected a number to compare with, got {}; {}", written,
                       meant.empty() ? "write it as 5, 5min or 90%" : fmt::format("write {}", meant));
  }
  if (requirement.unit == LimitUnit::time && kind != model::MetricKind::time) {
    return fmt::format("{} is no time; write {} without a unit", scenario::excerpt(requirement.path), written);
  }
  if (requirement.unit == LimitUnit::percent && kind != model::MetricKind::share) {
    return fmt::format("{} is no share; write {} without a percent sign", scenario::excerpt(requirement.path), written);
  }
  return std::nullopt;
}

Result<Requirement, std::string> parse_condition(const std::string& text, const std::vector<std::string>& paths) {
  return parse_parts(text, cut_after_path(text, paths));
}

bool satisfies(Relation relation, double value, double limit) {
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
  check_failed("a relation that is none", std::source_location::current());
}

bool is_met(const Requirement& requirement, std::optional<double> value) {
  check(requirement.limit.has_value(), "a requirement of a metric without a number");
  return value && satisfies(requirement.relation, *value, *requirement.limit);
}

std::optional<double> number_or_seconds(const Value& value) {
  if (value.number || !value.json.starts_with('"')) return value.number;
  const scenario::Document document = scenario::parse_document(value.json);
  const auto* text = document.root ? std::get_if<std::string>(&document.root->value) : nullptr;
  return text != nullptr ? parse_time(*text) : std::nullopt;
}

bool holds_for(const Requirement& condition, const Value& value) {
  const bool is_truth = condition.limit_text == "true" || condition.limit_text == "false";
  const std::optional<double> number = number_or_seconds(value);
  if (number && condition.limit && !is_truth) return is_met(condition, number);
  const bool equal = value.json == condition.limit_text;
  return (condition.relation == Relation::equal && equal) || (condition.relation == Relation::unequal && !equal);
}

}  // namespace fastfood::experiment
