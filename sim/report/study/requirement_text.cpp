#include "sim/report/study/requirement_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/path_names.hpp"

namespace fastfood::report {
namespace {

using experiment::Relation;
using experiment::Requirement;

std::string_view relation_symbol(Relation relation) {
  switch (relation) {
    case Relation::at_most:
      return "<=";
    case Relation::at_least:
      return ">=";
    case Relation::below:
      return "<";
    case Relation::above:
      return ">";
    case Relation::equal:
      return "==";
    case Relation::unequal:
      break;
  }
  return "!=";
}

/// The unit in which a metric is written with any number of digits.
struct Unit {
  std::string_view name;
  double in_one;  // multiplied by a value of the metric
};

Unit unit_of(const Requirement& requirement) {
  switch (kind_of(requirement.path)) {
    case MetricKind::time:
      return {"s", 1};
    case MetricKind::share:
      return {"%", 100};
    default:
      return {"", 1};
  }
}

/// Returns true if the rounded limit equals the limit: `5 min` for 300, but not `5 s` for 5.001.
bool reads_exactly(const Requirement& requirement) {
  const double limit = *requirement.limit;
  const MetricKind kind = kind_of(requirement.path);
  const double number =
      kind == MetricKind::time ? number_in(time_unit_of(limit), limit) : unit_of(requirement).in_one * limit;
  const double steps = kind == MetricKind::share ? 10 : 100;  // per unit
  constexpr double widest = 1e15;                             // larger numbers have no decimals
  constexpr double of_computing = 4 * std::numeric_limits<double>::epsilon();
  return std::abs(number) < widest &&
         std::abs(std::round(number * steps) / steps - number) <= of_computing * std::abs(number);
}

/// Formats `value` with all its digits. A product keeps 15: the others are rounding errors.
std::string exact_text(const Unit& unit, double value) {
  return unit.in_one == 1 ? fmt::format("{}", value) : fmt::format("{:.15g}", unit.in_one * value);
}

std::string followed_by(const std::string& number, const Unit& unit) {
  return unit.name.empty() ? number : fmt::format("{} {}", number, unit.name);
}

/// Formats the limit like its metric, but never rounded.
std::string limit_text(const Requirement& requirement) {
  const MetricKind kind = kind_of(requirement.path);
  if (!requirement.limit.has_value() || kind == MetricKind::number) {
    return requirement.limit_text;
  }
  if (reads_exactly(requirement)) {
    return format_metric(requirement.path, requirement.limit);
  }
  const Unit unit = unit_of(requirement);
  return followed_by(exact_text(unit, *requirement.limit), unit);
}

/// Returns the unit that the limit is shown in.
Unit unit_of_limit(const Requirement& requirement) {
  if (kind_of(requirement.path) != MetricKind::time || !requirement.limit.has_value() || !reads_exactly(requirement)) {
    return unit_of(requirement);
  }
  const TimeUnit unit = time_unit_of(*requirement.limit);
  return {unit.name, 1 / unit.seconds};
}

/// Formats a value of the metric in the unit of its limit.
std::string in_unit_of_limit(const Requirement& requirement, double mean, std::optional<double> half_width) {
  if (kind_of(requirement.path) != MetricKind::time) {
    return format_metric(requirement.path, mean, half_width);
  }
  const Unit unit = unit_of_limit(requirement);
  const double shown = unit.in_one * mean;
  std::string text = format_number(shown);
  if (mean != 0 && text == "0") {
    text = format_distinct(shown, 0);
  }
  if (half_width.has_value()) {
    constexpr double of_rounding = 1e-9;
    const bool is_zero = *half_width <= of_rounding * std::max(std::abs(mean), 1.0);
    text += " ± " + (is_zero ? "0" : format_distinct(unit.in_one * *half_width, 0));
  }
  return followed_by(text, unit);
}

/// Formats a mean so that it reads like the limit only if it equals the limit.
std::string format_mean(const Requirement& requirement, const experiment::Estimate& estimate) {
  if (!estimate.mean.has_value()) {
    return "none";
  }
  const double mean = *estimate.mean;
  const std::optional<double> half_width = estimate.n > 1 ? estimate.half_width : std::nullopt;
  if ((requirement.limit_text == "true" || requirement.limit_text == "false") && (mean == 0 || mean == 1)) {
    return mean == 1 ? "true" : "false";
  }
  std::string limit = limit_text(requirement);
  const std::string alone = in_unit_of_limit(requirement, mean, std::nullopt);
  const bool is_limit = mean == requirement.limit;
  const bool looks_like_limit = alone == limit || alone == format_metric(requirement.path, requirement.limit);
  if (is_limit && !half_width.has_value()) {
    return limit;
  }
  if (is_limit ? alone == limit : !looks_like_limit) {
    return in_unit_of_limit(requirement, mean, half_width);
  }
  const Unit unit = unit_of_limit(requirement);
  const std::string exactly = is_limit
                                  ? exact_text(unit, mean)
                                  : format_distinct(unit.in_one * mean, unit.in_one * requirement.limit.value_or(0));
  const std::string interval =
      half_width.has_value() ? fmt::format(" ± {}", format_distinct(unit.in_one * *half_width, 0)) : "";
  return followed_by(exactly + interval, unit);
}

}  // namespace

std::string requirement_text(const Requirement& requirement, const experiment::Estimate& estimate) {
  return fmt::format("{}: {}, needed {} {}", metric_name(requirement.path), format_mean(requirement, estimate),
                     relation_symbol(requirement.relation), limit_text(requirement));
}

}  // namespace fastfood::report
