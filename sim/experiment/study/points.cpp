#include "sim/experiment/study/points.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"

namespace fastfood::experiment {
namespace {

bool keeps_value(const std::vector<Requirement>& where, std::string_view path, const Value& value) {
  return std::ranges::all_of(
      where, [&](const Requirement& requirement) { return requirement.path != path || holds_for(requirement, value); });
}

bool keeps_point(const Study& study, const Point& point) {
  for (std::size_t i = 0; i != point.size(); ++i) {
    if (!keeps_value(study.where, study.parameters[i].path, point[i])) return false;
  }
  return true;
}

/// Returns how many points a zip has: the shortest list of values decides.
std::size_t zip_length(const Study& study) {
  const auto shortest = std::ranges::min_element(study.parameters, {},
                                                 [](const Parameter& parameter) { return parameter.values.size(); });
  return shortest == study.parameters.end() ? 0 : shortest->values.size();
}

/// Returns the lowest and the highest value of a parameter.
std::pair<double, double> bounds_of(const Parameter& parameter) {
  if (parameter.range) return {parameter.range->min, parameter.range->max};
  const auto [min, max] = std::ranges::minmax(parameter.values, {}, &Value::number);
  return {*min.number, *max.number};
}

/// What a value costs more than the cheapest one that is tried.
class ExtraCost {
 public:
  ExtraCost(const Parameter& parameter, const Value& value) : parameter_(parameter), value_(value) {}

  // If the price is negative, the highest value is the cheapest.
  double operator()(double price) const {
    const auto [min, max] = bounds_of(parameter_);
    return price * (*value_.number - (price < 0 ? max : min));
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
  if (study.design == Design::zip) return static_cast<double>(zip_length(study));
  if (study.design != Design::grid) return static_cast<double>(study.points);
  double size = 1;
  for (const Parameter& parameter : study.parameters) size *= static_cast<double>(parameter.values.size());
  return size;
}

Points::Points(const Study& study, std::uint64_t seed) : study_(&study), sampler_(study, seed) {
  check(size_of_design(study) <= max_points, "a study of more points than can be numbered");
  if (study.design == Design::grid) {
    filter_values();
  } else if (!study.where.empty()) {
    filter_points();
  }
}

// Each condition is about one parameter. So what all of them keep of a grid is a grid of fewer values.
void Points::filter_values() {
  for (const Parameter& parameter : study_->parameters) {
    std::vector<std::size_t>& kept = kept_values_.emplace_back();
    for (std::size_t i = 0; i != parameter.values.size(); ++i) {
      if (keeps_value(study_->where, parameter.path, parameter.values[i])) kept.push_back(i);
    }
  }
}

void Points::filter_points() {
  kept_points_.emplace();
  const auto size = static_cast<std::size_t>(size_of_design(*study_));
  for (std::size_t number = 0; number != size; ++number) {
    if (keeps_point(*study_, point_of_design(number))) kept_points_->push_back(number);
  }
}

std::size_t Points::size() const {
  if (kept_points_) return kept_points_->size();
  if (study_->design != Design::grid) return static_cast<std::size_t>(size_of_design(*study_));
  std::size_t size = 1;
  for (const auto& kept : kept_values_) size *= kept.size();
  return size;
}

Point Points::at(std::size_t index) const {
  check(index < size(), "a point that the study does not have");
  if (study_->design == Design::grid) return point_of_grid(index);
  return point_of_design(kept_points_ ? (*kept_points_)[index] : index);
}

// Writes the index in digits, one for each parameter. The last one changes fastest.
Point Points::point_of_grid(std::size_t index) const {
  Point point(kept_values_.size());
  for (std::size_t i = point.size(); i-- > 0;) {
    const std::vector<std::size_t>& kept = kept_values_[i];
    point[i] = study_->parameters[i].values[kept[index % kept.size()]];
    index /= kept.size();
  }
  return point;
}

Point Points::point_of_design(std::size_t number) const {
  Point point;
  for (std::size_t i = 0; i != study_->parameters.size(); ++i) {
    const bool listed = study_->design == Design::zip;
    point.push_back(listed ? study_->parameters[i].values[number] : value_of(sampler_.at(i, number)));
  }
  return point;
}

std::vector<scenario::Override> overrides_of(const Study& study, const Point& point) {
  std::vector<scenario::Override> overrides;
  for (std::size_t i = 0; i != point.size(); ++i) {
    overrides.push_back(scenario::make_override(study.parameters[i].path, point[i].json));
  }
  return overrides;
}

double cost_of(const Study& study, const Point& point) {
  double cost = 0;
  for (std::size_t i = 0; i != point.size(); ++i) {
    const Parameter& parameter = study.parameters[i];
    if (parameter.prices) cost += std::visit(ExtraCost(parameter, point[i]), *parameter.prices);
  }
  return cost;
}

}  // namespace fastfood::experiment
