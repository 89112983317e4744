#include "sim/experiment/study/points.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"

namespace fastfood::experiment {
namespace {

bool holds(const std::vector<Requirement>& where, std::string_view path, const Value& value) {
  return std::ranges::all_of(
      where, [&](const Requirement& requirement) { return requirement.path != path || holds_for(requirement, value); });
}

bool holds(const Study& study, const Point& point) {
  for (std::size_t at = 0; at != point.size(); ++at) {
    if (!holds(study.where, study.parameters[at].path, point[at])) return false;
  }
  return true;
}

std::size_t count_of_values(const Study& study) {
  const auto shortest = std::ranges::min_element(study.parameters, {},
                                                 [](const Parameter& parameter) { return parameter.values.size(); });
  return shortest == study.parameters.end() ? 0 : shortest->values.size();
}

/// The ends between which a parameter is tried.
std::pair<double, double> span_of(const Parameter& parameter) {
  if (parameter.range) return {parameter.range->min, parameter.range->max};
  const auto [least, most] = std::ranges::minmax(parameter.values, {}, &Value::number);
  return {*least.number, *most.number};
}

/// What a value costs over the cheapest one that is tried.
class Extra {
 public:
  Extra(const Parameter& parameter, const Value& value) : parameter_(parameter), value_(value) {}

  // Where more is cheaper, the cheapest is the most.
  double operator()(double price) const {
    const auto [least, most] = span_of(parameter_);
    return price * (*value_.number - (price < 0 ? most : least));
  }

  double operator()(const std::vector<std::pair<Value, double>>& prices) const {
    double cheapest = std::numeric_limits<double>::infinity();
    for (const Value& tried : parameter_.values) cheapest = std::min(cheapest, price_of(tried, prices));
    return price_of(value_, prices) - cheapest;
  }

 private:
  static double price_of(const Value& value, const std::vector<std::pair<Value, double>>& prices) {
    const auto found = std::ranges::find(prices, value, &std::pair<Value, double>::first);
    check(found != prices.end(), "a value without a price");
    return found->second;
  }

  const Parameter& parameter_;
  const Value& value_;
};

}  // namespace

double size_of_design(const Study& study) {
  if (study.design == Design::zip) return static_cast<double>(count_of_values(study));
  if (study.design != Design::grid) return static_cast<double>(study.points);
  double size = 1;
  for (const Parameter& parameter : study.parameters) size *= static_cast<double>(parameter.values.size());
  return size;
}

Points::Points(const Study& study, std::uint64_t seed) : study_(&study), sample_(study, seed) {
  check(size_of_design(study) <= max_points, "a study of more points than can be numbered");
  if (study.design == Design::grid) {
    keep_values();
  } else if (!study.where.empty()) {
    keep_points();
  }
}

// A condition is about one parameter: what it keeps of a grid is a grid of fewer values.
void Points::keep_values() {
  for (const Parameter& parameter : study_->parameters) {
    std::vector<std::size_t>& kept = choices_.emplace_back();
    for (std::size_t at = 0; at != parameter.values.size(); ++at) {
      if (holds(study_->where, parameter.path, parameter.values[at])) kept.push_back(at);
    }
  }
}

void Points::keep_points() {
  kept_.emplace();
  const auto size = static_cast<std::size_t>(size_of_design(*study_));
  for (std::size_t number = 0; number != size; ++number) {
    if (holds(*study_, made(number))) kept_->push_back(number);
  }
}

std::size_t Points::size() const {
  if (kept_) return kept_->size();
  if (study_->design != Design::grid) return static_cast<std::size_t>(size_of_design(*study_));
  std::size_t size = 1;
  for (const auto& kept : choices_) size *= kept.size();
  return size;
}

Point Points::at(std::size_t index) const {
  check(index < size(), "a point that the study does not have");
  if (study_->design == Design::grid) return made_of_choices(index);
  return made(kept_ ? (*kept_)[index] : index);
}

// The index in digits, one for each parameter; the last one counts fastest.
Point Points::made_of_choices(std::size_t index) const {
  Point point(choices_.size());
  for (std::size_t at = point.size(); at-- > 0;) {
    const std::vector<std::size_t>& kept = choices_[at];
    point[at] = study_->parameters[at].values[kept[index % kept.size()]];
    index /= kept.size();
  }
  return point;
}

Point Points::made(std::size_t number) const {
  Point point;
  for (std::size_t at = 0; at != study_->parameters.size(); ++at) {
    const bool listed = study_->design == Design::zip;
    point.push_back(listed ? study_->parameters[at].values[number] : value_of(sample_.at(at, number)));
  }
  return point;
}

std::vector<scenario::Override> overrides_of(const Study& study, const Point& point) {
  std::vector<scenario::Override> overrides;
  for (std::size_t at = 0; at != point.size(); ++at) {
    overrides.push_back(scenario::make_override(study.parameters[at].path, point[at].json));
  }
  return overrides;
}

double cost_of(const Study& study, const Point& point) {
  double cost = 0;
  for (std::size_t at = 0; at != point.size(); ++at) {
    const Parameter& parameter = study.parameters[at];
    if (parameter.prices) cost += std::visit(Extra(parameter, point[at]), *parameter.prices);
  }
  return cost;
}

}  // namespace fastfood::experiment
