#include "sim/report/requirement_text.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "sim/report/metric_text.hpp"
#include "sim/report/path_names.hpp"
#include "sim/report/rounded.hpp"

namespace sim::report {
namespace {

using experiment::Relation;
using experiment::Requirement;

std::string_view word(Relation relation) {
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

bool is_time(const Requirement& requirement) { return kind_of(requirement.path) == MetricKind::time; }

std::string limit_text(const Requirement& requirement) {
  const bool as_time = is_time(requirement) && requirement.limit.has_value();
  return as_time ? rounded_time(requirement.limit) : requirement.limit_text;
}

/// A mean that is its limit looks like it, and no other does.
std::string mean_text(const Requirement& requirement, double mean) {
  if (!requirement.limit.has_value()) {
    return rounded(mean);
  }
  return mean == *requirement.limit ? requirement.limit_text : rounded_apart(mean, *requirement.limit);
}

std::string value_text(const Requirement& requirement, const experiment::Estimate& estimate) {
  if (!estimate.mean.has_value()) {
    return "none";
  }
  const double mean = *estimate.mean;
  const std::optional<double> half_width = estimate.n > 1 ? estimate.half_width : std::nullopt;
  const bool looks_like_limit = mean != requirement.limit && rounded_time(mean) == limit_text(requirement);
  if (is_time(requirement) && !looks_like_limit) {
    return rounded_metric(requirement.path, mean, half_width);
  }
  const std::string interval = half_width.has_value() ? fmt::format(" ± {}", rounded(half_width)) : "";
  return mean_text(requirement, mean) + interval + (is_time(requirement) ? " s" : "");
}

}  // namespace

std::string shown_text(const Requirement& requirement, const experiment::Estimate& estimate) {
  return fmt::format("{} {}, needed {} {}", short_names({requirement.path}).front(), value_text(requirement, estimate),
                     word(requirement.relation), limit_text(requirement));
}

}  // namespace sim::report
