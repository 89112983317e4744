#include "sim/scenario/read/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/hints/synonyms.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/customers.hpp"
#include "sim/scenario/read/schedule.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

/// Reads the parameters of one distribution from its object. A missing one is a fault, and gets a harmless value.
class Parameters {
 public:
  Parameters(Object object, std::string_view name) : object_(std::move(object)), name_(name) {}

  Duration time(std::string_view key) const {
    const auto field = find(key);
    return field ? read_duration(*field) : Duration{};
  }

  Duration time_above_zero(std::string_view key) const {
    const auto field = find(key);
    return field ? read_duration_above_zero(*field) : Duration{1};
  }

  /// Reads a time of at least `min`, which stands at `min_key`.
  Duration time_from(std::string_view key, std::string_view min_key, Duration min) const {
    const auto field = find(key);
    if (!field) return min;
    const std::size_t errors = field->faults().errors();
    const Duration time = read_duration(*field);
    if (time < min && field->faults().errors() == errors) field->fault(fmt::format("is below {}", min_key));
    return std::max(time, min);
  }

  double number_above_zero(std::string_view key) const {
    const auto field = find(key);
    return field ? read_number_above_zero(*field) : 1;
  }

  std::int64_t count(std::string_view key) const {
    const auto field = find(key);
    return field ? read_count(*field) : 1;
  }

  std::vector<Duration> times(std::string_view key) const {
    std::vector<Duration> times;
    if (const auto list = find(key)) {
      for (const Field& element : elements(*list, "a list of durations", Elements::values))
        times.push_back(read_duration(element));
      refuse_empty(*list);
    }
    if (times.empty()) times.emplace_back();
    return times;
  }

  /// Reads `count` weights.
  std::vector<double> weights(std::string_view key, std::size_t count) const {
    std::vector<double> weights;
    if (const auto list = find(key)) {
      const std::size_t errors = list->faults().errors();
      for (const Field& element : elements(*list, "a list of numbers", Elements::values))
        weights.push_back(read_number(element));
      if (list->faults().errors() == errors && weights.size() != count) {
        list->fault(fmt::format("expected as many weights as values, {}, got {}", count, weights.size()));
      }
      if (list->faults().errors() == errors) check_weights(weights, *list);
      if (list->faults().errors() == errors) return weights;
    }
    return std::vector<double>(count, 1);
  }

 private:
  static void refuse_empty(const Field& list) {
    const auto* nodes = list.as<Node::List>();
    if (nodes != nullptr && nodes->empty()) list.fault("expected at least one, got none");
  }

  std::optional<Field> find(std::string_view key) const {
    return object_.require(key, fmt::format("{} needs it", name_));
  }

  Object object_;
  std::string_view name_;
};

random::Distribution read_constant(const Parameters& of) { return random::Constant{of.time("value")}; }

random::Distribution read_uniform(const Parameters& of) {
  const Duration min = of.time("min");
  return random::Uniform{min, of.time_from("max", "min", min)};
}

random::Distribution read_triangular(const Parameters& of) {
  const Duration min = of.time("min");
  const Duration mode = of.time_from("mode", "min", min);
  return random::Triangular{min, mode, of.time_from("max", "mode", mode)};
}

random::Distribution read_pert(const Parameters& of) {
  const Duration min = of.time("min");
  const Duration mode = of.time_from("mode", "min", min);
  return random::Pert{min, mode, of.time_from("max", "mode", mode)};
}

random::Distribution read_exponential(const Parameters& of) { return random::Exponential{of.time_above_zero("mean")}; }

random::Distribution read_erlang(const Parameters& of) {
  const std::int64_t k = of.count("k");
  return random::Erlang{k, of.time_above_zero("mean")};
}

random::Distribution read_gamma(const Parameters& of) {
  const double shape = of.number_above_zero("shape");
  return random::Gamma{shape, of.time_above_zero("scale")};
}

random::Distribution read_normal(const Parameters& of) {
  const Duration mean = of.time("mean");
  return random::Normal{mean, of.time("sd")};
}

random::Distribution read_lognormal(const Parameters& of) {
  const Duration mean = of.time_above_zero("mean");
  return random::Lognormal{mean, of.time("sd")};
}

random::Distribution read_weibull(const Parameters& of) {
  const double shape = of.number_above_zero("shape");
  return random::Weibull{shape, of.time_above_zero("scale")};
}

random::Distribution read_discrete(const Parameters& of) {
  std::vector<Duration> values = of.times("values");
  std::vector<double> weights = of.weights("weights", values.size());
  return random::Discrete{std::move(values), std::move(weights)};
}

random::Distribution read_empirical(const Parameters& of) { return random::Empirical{of.times("samples")}; }

struct DistributionKind {
  std::string_view name;
  std::array<std::string_view, 4> keys;  // padded with empty ones
  random::Distribution (*read)(const Parameters&);
};

constexpr std::string_view name_key = "distribution";

constexpr DistributionKind distribution_kinds[] = {
    {"constant", {name_key, "value"}, read_constant},
    {"uniform", {name_key, "min", "max"}, read_uniform},
    {"triangular", {name_key, "min", "mode", "max"}, read_triangular},
    {"pert", {name_key, "min", "mode", "max"}, read_pert},
    {"exponential", {name_key, "mean"}, read_exponential},
    {"erlang", {name_key, "k", "mean"}, read_erlang},
    {"gamma", {name_key, "shape", "scale"}, read_gamma},
    {"normal", {name_key, "mean", "sd"}, read_normal},
    {"lognormal", {name_key, "mean", "sd"}, read_lognormal},
    {"weibull", {name_key, "shape", "scale"}, read_weibull},
    {"discrete", {name_key, "values", "weights"}, read_discrete},
    {"empirical", {name_key, "samples"}, read_empirical},
};

void refuse_unknown_name(const Field& field) {
  std::vector<std::string_view> names;
  for (const DistributionKind& kind : distribution_kinds) names.push_back(kind.name);
  const auto* text = field.as<std::string>();
  const Synonym* synonym = text == nullptr ? nullptr : find_synonym("distribution_name", *text, names);
  if (synonym != nullptr && synonym->key.empty()) {
    field.fault(fmt::format("there is no distribution {}; {}", in_quotes(*text), synonym->advice));
    return;
  }
  auto meant = synonym == nullptr ? std::nullopt : std::optional(synonym->key);
  if (text != nullptr && !meant) meant = nearest(*text, names, field.faults().hint_budget());
  if (meant) {
    field.fault(fmt::format("there is no distribution {}; did you mean {}?", in_quotes(*text), *meant));
  } else {
    field.expected(fmt::format("one of {}", fmt::join(names, ", ")));
  }
}

// Does not read the parameters: the name decides which there are.
void refuse_missing_name(const Field& field, const Node::Object& members) {
  const auto is_synonym = [](const Member& member) {
    const Synonym* synonym = find_synonym("distribution", member.key, {&name_key, 1});
    return synonym != nullptr && synonym->key == name_key;
  };
  const auto meant = std::ranges::find_if(members, is_synonym);
  if (meant != members.end()) {
    field.faults().error(meant->key_at, field.path() / meant->key,
                         fmt::format("unknown key; did you mean {}?", name_key));
  } else {
    field.faults().error(field.node().at, field.path() / name_key,
                         "missing; a time is a duration, or has the name of its distribution");
  }
}

}  // namespace

random::Distribution read_task_time(const Field& field) {
  const auto* members = field.as<Node::Object>();
  if (members == nullptr) return read_duration(field);
  const auto name = std::ranges::find(*members, name_key, &Member::key);
  if (name == members->end()) {
    refuse_missing_name(field, *members);
    return {};
  }
  const auto* text = std::get_if<std::string>(&name->value.value);
  const auto* kind = text == nullptr ? std::end(distribution_kinds)
                                     : std::find_if(std::begin(distribution_kinds), std::end(distribution_kinds),
                                                    [text](const DistributionKind& it) { return it.name == *text; });
  if (kind == std::end(distribution_kinds)) {
    refuse_unknown_name(Field(name->value, field.path() / name_key, field.faults()));
    return {};
  }
  const auto last = std::ranges::find(kind->keys, "");
  return kind->read(Parameters(Object(field, {kind->name, {kind->keys.begin(), last}}), kind->name));
}

}  // namespace fastfood::scenario
