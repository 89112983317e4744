#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::experiment {

/// Reads a scenario with the values that a study tries, to see what is wrong with them there. In a zip each value
/// stands beside those of its own point. In other designs it may need others beside it: it is wrong if it is wrong by
/// itself, beside the first values of the other parameters, and beside their last ones. What it is made of outlives it.
class ValueValidator {
 public:
  ValueValidator(const scenario::Template& scenario, Design design, const std::vector<Parameter>& parameters)
      : scenario_(&scenario), design_(design), parameters_(&parameters) {}

  /// What is wrong with `value` for a parameter, in the place of the one at `place`.
  std::vector<std::string> faults(std::size_t parameter, const Value& value, std::size_t place) const;

  /// What is wrong whatever the value is: the path leads nowhere.
  std::vector<std::string> faults_of_path(std::size_t parameter) const;

  /// The scenario as it is, with the first values and with the last ones, as far as they can be read.
  std::vector<model::CounterSpec> counters() const;

 private:
  enum class Beside { nothing, first, last, own_point };
  using Choice = std::vector<std::optional<Value>>;  // a value for each parameter that is not left as it is

  std::vector<Beside> ways() const;
  Choice choice(Beside beside, std::size_t place) const;
  std::vector<scenario::Override> overrides_of(const Choice& choice) const;
  std::vector<std::string> faults(std::size_t parameter, const Choice& choice) const;

  const scenario::Template* scenario_;
  Design design_;
  const std::vector<Parameter>* parameters_;
};

/// How many values of a parameter are there to be tried: all of a list, the ends of a range.
std::size_t count_of_values(const Parameter& parameter);

Value value_at(const Parameter& parameter, std::size_t place);

}  // namespace fastfood::experiment
