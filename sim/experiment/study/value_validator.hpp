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

/// Finds out whether the values of a study are valid in its scenario, by reading the scenario with them. In a zip, a
/// value is read together with the others of its own point. In other designs, a value may need certain values of other
/// parameters. It is therefore wrong only if it is wrong alone, together with the first values of all other parameters,
/// and together with their last values. The scenario and the parameters have to outlive the validator.
class ValueValidator {
 public:
  ValueValidator(const scenario::Template& scenario, Design design, const std::vector<Parameter>& parameters)
      : scenario_(&scenario), design_(design), parameters_(&parameters) {}

  /// Returns what is wrong with `value` for a parameter, instead of its value at `index`; or with the file that it
  /// names.
  scenario::Diagnostics faults(std::size_t parameter, const Value& value, std::size_t index) const;

  /// Returns the warnings about the file that a valid `value` names.
  scenario::Diagnostics file_warnings(std::size_t parameter, const Value& value, std::size_t index) const;

  /// Returns what is wrong with any value of a parameter, such as that its path leads nowhere.
  std::vector<std::string> faults_of_path(std::size_t parameter) const;

  /// Returns the counters of the scenario with nothing varied, with all first values and with all last values; without
  /// those that are not valid.
  std::vector<model::CounterSpec> counters() const;

 private:
  /// The values of the other parameters with which a value is read.
  enum class Context { unvaried, first, last, own_point };
  using Assignment = std::vector<std::optional<Value>>;  // of each parameter; none leaves the scenario as it is

  std::vector<Context> contexts() const;
  Assignment assignment(Context context, std::size_t index) const;
  std::vector<scenario::Override> overrides_of(const Assignment& assignment) const;
  scenario::Diagnostics faults(std::size_t parameter, const Assignment& assignment) const;

  const scenario::Template* scenario_;
  Design design_;
  const std::vector<Parameter>* parameters_;
};

/// Returns how many values of a parameter have to be validated: all of a list, or the two ends of a range.
std::size_t count_of_values(const Parameter& parameter);

/// Returns the value of a parameter at an index below `count_of_values`.
Value value_at(const Parameter& parameter, std::size_t index);

}  // namespace fastfood::experiment
