#include "sim/experiment/study/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "sim/experiment/study/metric_paths.hpp"
#include "sim/experiment/study/varied.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;

// Those that can be understood, and where each stands.
template <class Parse>
std::vector<std::pair<Requirement, Field>> read_list(const Field& field, Parse parse) {
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

// Only numbers are less or more than others.
std::optional<std::string> why_not_comparable(const Requirement& condition, const Parameter& parameter) {
  if (condition.relation == Relation::equal || condition.relation == Relation::unequal) return std::nullopt;
  const bool has_number = condition.limit && condition.limit_text != "true" && condition.limit_text != "false";
  const Value* odd = first_without_number(parameter);
  if (has_number && odd == nullptr) return std::nullopt;
  return fmt::format("only numbers are above or below others, and {} is none; take == or !=",
                     scenario::excerpt(has_number ? odd->json : condition.limit_text));
}

}  // namespace

std::vector<Requirement> read_where(const Field& field, const std::vector<Parameter>& parameters) {
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters) paths.push_back(parameter.path);
  const auto parse = [&paths](const std::string& text) { return parse_condition(text, paths); };
  std::vector<Requirement> where;
  for (auto& [condition, place] : read_list(field, parse)) {
    const auto found = std::ranges::find(parameters, condition.path, &Parameter::path);
    if (found == parameters.end()) {
      place.fault(why_not_varied(condition.path, parameters, place.faults().hint_budget()));
    } else if (const auto wrong = why_not_comparable(condition, *found)) {
      place.fault(*wrong);
    }
    where.push_back(std::move(condition));
  }
  return where;
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
    const bool is_there = element.as<std::string>() != nullptr && !before.insert(metric).second;
    if (is_there) element.fault("is there twice; leave one of them out");
    metrics.push_back(std::move(metric));
  }
  return metrics;
}

std::vector<Requirement> read_require(const Field& field, const std::vector<model::CounterSpec>& counters) {
  std::vector<Requirement> require;
  for (auto& [requirement, place] : read_list(field, parse_requirement)) {
    const auto missing = explain_missing_metric(requirement.path, counters, place.faults().hint_budget());
    if (missing) place.fault(*missing);
    if (!requirement.limit) {
      place.fault(fmt::format("expected a number to compare with, got {}", scenario::excerpt(requirement.limit_text)));
    }
    require.push_back(std::move(requirement));
  }
  return require;
}

}  // namespace fastfood::experiment
