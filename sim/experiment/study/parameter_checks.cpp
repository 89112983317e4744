#include "sim/experiment/study/parameter_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <set>
#include <string_view>
#include <utility>

#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/value_validator.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/path.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::experiment {
namespace {

using Parameters = std::vector<Parameter>;

// A zip may repeat a value, together with other values of the other parameters.
void refuse_repeated_values(const Parameters& parameters, const ParameterFaultSink& faults) {
  for (std::size_t i = 0; i != parameters.size(); ++i) {
    std::set<std::string_view> before;
    const std::vector<Value>& values = parameters[i].values;
    for (std::size_t index = 0; index != values.size(); ++index) {
      if (!before.insert(values[index].json).second) faults.of_value(i, index, "is tried twice; leave one of them out");
    }
  }
}

/// Where the paths of parameters lead, in their order. Refuses a path that an earlier one makes ambiguous.
class PathTargets {
 public:
  explicit PathTargets(const scenario::Template& scenario) : scenario_(&scenario) {}

  /// Returns how a path clashes with an earlier one; none if it does not. Remembers where it leads.
  std::optional<std::string> clash_of(const std::string& path) {
    auto target = scenario::resolve_path(path, scenario_->document);
    if (!target) return std::nullopt;
    for (const auto& [earlier_path, earlier] : earlier_) {
      const std::string shown = scenario::excerpt(earlier_path, max_shown_path);
      if (earlier == *target) return fmt::format("{} leads to the same; leave one of them out", shown);
      if (target->is_prefix_of(earlier)) return fmt::format("takes back what {} sets; give this one first", shown);
    }
    earlier_.emplace_back(path, std::move(*target));
    return std::nullopt;
  }

 private:
  const scenario::Template* scenario_;
  std::vector<std::pair<std::string, scenario::Path>> earlier_;
};

// A fault of a path is reported once, and not for each value.
void check_values(const ValueValidator& validator, const Parameter& parameter, std::size_t i,
                  const ParameterFaultSink& faults) {
  const std::vector<std::string> of_path = validator.faults_of_path(i);
  for (const std::string& what : of_path) faults.of_path(i, what);
  for (std::size_t index = 0; of_path.empty() && index != count_of_values(parameter); ++index) {
    const Value value = value_at(parameter, index);
    const scenario::Diagnostics found = validator.faults(i, value, index);
    for (const scenario::Diagnostic& fault : found) {
      fault.file.empty() ? faults.of_value(i, index, fault.text) : faults.of_file(fault);
    }
    if (found.empty()) std::ranges::for_each(validator.file_warnings(i, value, index), faults.of_file);
  }
}

void refuse_unequal_lengths(const Parameters& parameters, const ParameterFaultSink& faults) {
  const std::size_t expected = parameters.front().values.size();
  for (std::size_t i = 1; i != parameters.size(); ++i) {
    const std::size_t count = parameters[i].values.size();
    if (count == 0 || expected == 0 || count == expected) continue;
    faults.of_path(i, fmt::format("expected as many values as {} has in a zip, {}, got {}",
                                  scenario::excerpt(parameters.front().path, max_shown_path), expected, count));
  }
}

void refuse_too_many_points(const Parameters& parameters, const ParameterFaultSink& faults) {
  double size = 1;
  for (const Parameter& parameter : parameters) size *= static_cast<double>(parameter.values.size());
  if (size > max_points) faults.of_path(parameters.size() - 1, "makes a grid of too many points to be numbered");
}

bool is_whole(double number) { return std::floor(number) == number; }

}  // namespace

void check_parameters(const scenario::Template& scenario, Design design, const Parameters& parameters,
                      const ParameterFaultSink& faults) {
  if (parameters.empty()) return;
  PathTargets targets(scenario);
  const ValueValidator validator(scenario, design, parameters);
  for (std::size_t i = 0; i != parameters.size(); ++i) {
    const auto clash = targets.clash_of(parameters[i].path);
    if (clash) {
      faults.of_path(i, *clash);
    } else {
      check_values(validator, parameters[i], i, faults);
    }
  }
  if (design == Design::zip) {
    refuse_unequal_lengths(parameters, faults);
  } else {
    refuse_repeated_values(parameters, faults);
  }
  if (design == Design::grid) refuse_too_many_points(parameters, faults);
}

void mark_whole_ranges(const scenario::Template& scenario, Design design, Parameters& parameters) {
  const ValueValidator validator(scenario, design, parameters);
  for (std::size_t i = 0; i != parameters.size(); ++i) {
    if (!parameters[i].range) continue;
    Range& range = *parameters[i].range;
    const bool ends_are_whole = is_whole(range.min) && is_whole(range.max) && range.min != range.max;
    range.whole = ends_are_whole && !validator.faults(i, value_of(range.min + 0.5), 0).empty();
  }
}

const Value* first_non_number(const Parameter& parameter) {
  const auto is_no_number = [](const Value& value) { return !value.number; };
  const auto found = std::ranges::find_if(parameter.values, is_no_number);
  return found == parameter.values.end() ? nullptr : &*found;
}

std::string not_varied_text(const std::string& path, const Parameters& parameters, scenario::HintBudget& budget) {
  const auto meant = scenario::nearest(path, std::views::transform(parameters, &Parameter::path), budget);
  return fmt::format(
      "{} is not varied; {}", scenario::excerpt(path, max_shown_path),
      meant ? fmt::format("did you mean {}?", scenario::excerpt(*meant, max_shown_path)) : "add it to vary");
}

}  // namespace fastfood::experiment
