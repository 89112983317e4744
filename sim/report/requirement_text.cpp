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

/// With as many digits as it takes to tell it from a limit that it is not.
std::string told_apart(const Requirement& requirement, double value) {
  constexpr int most_digits = 17;
  std::string text;
  for (int digits = 4; digits <= most_digits; ++digits) {
    text = fmt::format("{:.{}g}", value, digits);
    if (text != fmt::format("{:.{}g}", *requirement.limit, digits)) {
      break;
    }
  }
  return is_time(requirement) ? text + " s" : text;
}

std::string value_text(const Requirement& requirement, const experiment::Estimate& estimate) {
  if (!estimate.mean.has_value()) {
    return "none";
  }
  const auto text = [&](double value) { return is_time(requirement) ? rounded_time(value) : rounded(value); };
  const bool looks_like_limit = requirement.limit.has_value() && *estimate.mean != *requirement.limit &&
                                text(*estimate.mean) == text(*requirement.limit);
  const std::string mean = looks_like_limit ? told_apart(requirement, *estimate.mean) : text(*estimate.mean);
  const bool is_estimated = estimate.n > 1 && estimate.half_width.has_value();
  return is_estimated ? with_half_width(mean, text(*estimate.half_width)) : mean;
}

}  // namespace

std::string shown_text(const Requirement& requirement, const experiment::Estimate& estimate) {
  return fmt::format("{} {}, needed {} {}", short_names({requirement.path}).front(), value_text(requirement, estimate),
                     word(requirement.relation), limit_text(requirement));
}

}  // namespace sim::report
