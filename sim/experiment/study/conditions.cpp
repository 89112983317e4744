#include "sim/experiment/study/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "sim/experiment/study/metric_paths.hpp"
#include "sim/experiment/study/parameter_checks.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;

// Returns the requirements that could be parsed, and the field of each.
template <class Parse>
std::vector<std::pair<Requirement, Field>> read_requirements(const Field& field, Parse parse) {
  std::vector<std::pair<Requirement, Field>> requirements;
  for (const Field& element :
       scenario::elements(field, "a list of texts, each PATH OP VALUE", scenario::Elements::texts)) {
    const auto* text = element.as<std::string>();
    if (text == nullptr) {
      element.expected("a text, PATH OP VALUE");
    } else if (auto parsed = parse(*text)) {
      requirements.emplace_back(std::move(parsed).value(), element);
    } else {
      element.fault(parsed.error());
    }
  }
  return requirements;
}

// Returns why values of a parameter cannot be above or below the limit: only numbers can.
std::optional<std::string> why_not_comparable(const Requirement& condition, const Parameter& parameter) {
  if (condition.relation == Relation::equal || condition.relation == Relation::unequal) return std::nullopt;
  const bool has_number = condition.limit && condition.limit_text != "true" && condition.limit_text != "false";
  const auto non_number =
      std::ranges::find_if(parameter.values, [](const Value& value) { return !number_or_seconds(value); });
  if (has_number && non_number == parameter.values.end()) return std::nullopt;
  return fmt::format("only numbers and times are above or below others, and {} is none; take == or !=",
                     scenario::excerpt(has_number ? non_number->json : condition.limit_text));
}

}  // namespace

std::vector<Requirement> read_where(const Field& field, const std::vector<Parameter>& parameters) {
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters) paths.push_back(parameter.path);
  const auto parse = [&paths](const std::string& text) { return parse_condition(text, paths); };
  std::vector<Requirement> where;
  for (auto& [condition, at] : read_requirements(field, parse)) {
    const auto found = std::ranges::find(parameters, condition.path, &Parameter::path);
    if (found == parameters.end()) {
      at.fault(not_varied_text(condition.path, parameters, at.faults().hint_budget()));
    } else if (const auto wrong = why_not_comparable(condition, *found)) {
      at.fault(*wrong);
    }
    where.push_back(std::move(condition));
  }
  return where;
}

std::vector<std::pair<std::string, std::string>> read_labels(const Field& field,
                                                             const std::vector<Parameter>& parameters) {
  std::vector<std::pair<std::string, std::string>> labels;
  for (const scenario::NamedField& label : scenario::named_fields(field)) {
    const auto is_it = [&label](const Parameter& parameter) { return parameter.path == label.name; };
    if (std::ranges::none_of(parameters, is_it)) {
      label.field.fault(not_varied_text(label.name, parameters, label.field.faults().hint_budget()));
    }
    labels.emplace_back(label.name, scenario::read_text(label.field));
  }
  return labels;
}

std::string read_metric(const Field& field, const std::vector<model::CounterSpec>& counters) {
  const auto* path = field.as<std::string>();
  if (path == nullptr) {
    field.expected("the path of a metric");
    return {};
  }
  if (const auto missing = explain_missing_metric(*path, counters, field.faults().hint_budget())) field.fault(*missing);
  return *path;
}

std::vector<std::string> read_metrics(const Field& field, const std::vector<model::CounterSpec>& counters) {
  std::vector<std::string> metrics;
  std::set<std::string> before;
  for (const Field& element : scenario::elements(field, "a list of paths of metrics", scenario::Elements::texts)) {
    std::string metric = read_metric(element, counters);
    const bool is_repeated = element.as<std::string>() != nullptr && !before.insert(metric).second;
    if (is_repeated) element.fault("is there twice; leave one of them out");
    metrics.push_back(std::move(metric));
  }
  return metrics;
}

std::vector<Requirement> read_require(const Field& field, const std::vector<model::CounterSpec>& counters) {
  std::vector<Requirement> require;
  for (auto& [requirement, at] : read_requirements(field, parse_requirement)) {
    const auto missing = explain_missing_metric(requirement.path, counters, at.faults().hint_budget());
    const auto wrong = missing ? missing : explain_wrong_limit(requirement);
    if (wrong) at.fault(*wrong);
    require.push_back(std::move(requirement));
  }
  return require;
}

}  // namespace fastfood::experiment
