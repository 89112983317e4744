#include "sim/experiment/study/varied.hpp"

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

constexpr std::size_t longest_path = 200;

using Parameters = std::vector<Parameter>;

// In a zip a value may come again, beside others.
void refuse_repeated_values(const Parameters& parameters, const VariedFaults& faults) {
  for (std::size_t at = 0; at != parameters.size(); ++at) {
    std::set<std::string_view> before;
    const std::vector<Value>& values = parameters[at].values;
    for (std::size_t place = 0; place != values.size(); ++place) {
      if (!before.insert(values[place].json).second)
        faults.of_value(at, place, "is tried twice; leave one of them out");
    }
  }
}

/// Where the paths of parameters lead to, one after the other.
class Targets {
 public:
  explicit Targets(const scenario::Template& scenario) : scenario_(&scenario) {}

  /// What is wrong with a path after those before it.
  std::optional<std::string> clash_of(const std::string& path) {
    auto target = scenario::resolve_path(path, scenario_->document);
    if (!target) return std::nullopt;
    for (const auto& [earlier_path, earlier] : earlier_) {
      const std::string shown = scenario::excerpt(earlier_path, longest_path);
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

// What is wrong with a path is one fault, whatever is tried there.
void check_values(const ValueValidator& tryout, const Parameter& parameter, std::size_t at,
                  const VariedFaults& faults) {
  const std::vector<std::string> of_path = tryout.faults_of_path(at);
  for (const std::string& what : of_path) faults.of_path(at, what);
  for (std::size_t place = 0; of_path.empty() && place != count_of_values(parameter); ++place) {
    for (const std::string& what : tryout.faults(at, value_at(parameter, place), place)) {
      faults.of_value(at, place, what);
    }
  }
}

void refuse_unequal_lengths(const Parameters& parameters, const VariedFaults& faults) {
  const std::size_t wanted = parameters.front().values.size();
  for (std::size_t at = 1; at != parameters.size(); ++at) {
    const std::size_t count = parameters[at].values.size();
    if (count == 0 || wanted == 0 || count == wanted) continue;
    faults.of_path(at, fmt::format("expected as many values as {} has in a zip, {}, got {}",
                                   scenario::excerpt(parameters.front().path, longest_path), wanted, count));
  }
}

void refuse_too_many_points(const Parameters& parameters, const VariedFaults& faults) {
  double size = 1;
  for (const Parameter& parameter : parameters) size *= static_cast<double>(parameter.values.size());
  if (size > max_points) faults.of_path(parameters.size() - 1, "makes a grid of too many points to be numbered");
}

bool is_whole(double number) { return std::floor(number) == number; }

}  // namespace

void check_varied(const scenario::Template& scenario, Design design, const Parameters& parameters,
                  const VariedFaults& faults) {
  if (parameters.empty()) return;
  Targets targets(scenario);
  const ValueValidator tryout(scenario, design, parameters);
  for (std::size_t at = 0; at != parameters.size(); ++at) {
    const auto clash = targets.clash_of(parameters[at].path);
    if (clash) {
      faults.of_path(at, *clash);
    } else {
      check_values(tryout, parameters[at], at, faults);
    }
  }
  if (design == Design::zip) {
    refuse_unequal_lengths(parameters, faults);
  } else {
    refuse_repeated_values(parameters, faults);
  }
  if (design == Design::grid) refuse_too_many_points(parameters, faults);
}

void find_whole_ranges(const scenario::Template& scenario, Design design, Parameters& parameters) {
  const ValueValidator tryout(scenario, design, parameters);
  for (std::size_t at = 0; at != parameters.size(); ++at) {
    if (!parameters[at].range) continue;
    Range& range = *parameters[at].range;
    const bool ends_are_whole = is_whole(range.min) && is_whole(range.max) && range.min != range.max;
    range.whole = ends_are_whole && !tryout.faults(at, value_of(range.min + 0.5), 0).empty();
  }
}

const Value* first_without_number(const Parameter& parameter) {
  const auto has_none = [](const Value& value) { return !value.number; };
  const auto found = std::ranges::find_if(parameter.values, has_none);
  return found == parameter.values.end() ? nullptr : &*found;
}

std::string why_not_varied(const std::string& path, const Parameters& parameters, scenario::HintBudget& budget) {
  const auto meant = scenario::nearest(path, std::views::transform(parameters, &Parameter::path), budget);
  return fmt::format(
      "{} is not varied; {}", scenario::excerpt(path, longest_path),
      meant ? fmt::format("did you mean {}?", scenario::excerpt(*meant, longest_path)) : "add it to vary");
}

}  // namespace fastfood::experiment
