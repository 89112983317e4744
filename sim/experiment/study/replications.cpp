#include "sim/experiment/study/replications.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/experiment/study/conditions.hpp"
#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;
using scenario::Object;

constexpr std::string_view precision_keys[] = {"min", "max", "relative_precision", "metric", "confidence"};
constexpr std::string_view reason = "to be precise takes min, max, relative_precision and metric";

// `min` is at least 2: an interval needs two values.
void read_limits(const Object& object, Precision& precision) {
  const auto min = object.require("min", reason);
  const auto max = object.require("max", reason);
  const std::size_t errors = object.field().faults().errors();
  if (min) precision.min = scenario::read_whole_number_from(2, *min);
  if (max) precision.max = scenario::read_count(*max);
  const bool are_valid = min && max && object.field().faults().errors() == errors;
  if (are_valid && precision.max < precision.min) max->fault("is below min");
}

Precision read_precision(const Object& object, double confidence, const std::vector<model::CounterSpec>& counters) {
  Precision precision{.confidence = confidence};
  read_limits(object, precision);
  const auto relative = object.require("relative_precision", reason);
  if (relative) precision.relative_precision = scenario::read_number_above_zero(*relative);
  if (const auto metric = object.require("metric", reason)) precision.metric = read_metric(*metric, counters);
  if (const auto own = object.find("confidence")) precision.confidence = read_confidence(*own);
  return precision;
}

}  // namespace

double read_confidence(const Field& field) {
  const double confidence = value_of(field.node()).number.value_or(0);
  if (confidence > 0 && confidence < 1) return confidence;
  field.expected("a number between 0 and 1", scenario::suggest_share(field.node()));
  return 0.95;
}

Replications read_replications(const Field& field, double confidence, const std::vector<model::CounterSpec>& counters) {
  if (field.as<scenario::Number>() != nullptr) return scenario::read_count(field);
  if (field.as<scenario::Node::Object>() != nullptr) {
    return read_precision(Object(field, {"precision", precision_keys}), confidence, counters);
  }
  field.expected("a whole number of at least 1, or how precise the result is to be",
                 scenario::suggest_number(field.node()));
  return std::int64_t{1};
}

}  // namespace fastfood::experiment
