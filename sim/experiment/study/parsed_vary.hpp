#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/parameter_checks.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// The parameters that the key `vary` of a study lists, as far as they could be parsed, and the field of each.
struct ParsedVary {
  std::vector<Parameter> parameters;
  std::vector<scenario::NamedField> fields;  // in the order of the parameters

  /// Returns a sink that reports faults at the fields, and appends findings about other files to `of_files`. It must
  /// not outlive this object, the faults of the study or `of_files`.
  ParameterFaultSink fault_sink(scenario::Diagnostics& of_files) const;
};

/// Parses `vary`. A numeric range becomes the list of its values.
ParsedVary parse_vary_field(const scenario::Field& field, Design design);

}  // namespace fastfood::experiment
