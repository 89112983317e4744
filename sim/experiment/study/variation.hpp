#pragma once

#include <string>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/experiment/study/varied.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// What `vary` holds, also what is wrong in it, as far as it could be understood; and where it stands.
struct ParsedVary {
  std::vector<Parameter> parameters;
  std::vector<scenario::NamedField> fields;  // of each parameter

  /// Puts the faults of what is varied where it stands. They outlive neither this nor the faults of the study.
  VariedFaults faults() const;
};

/// Numbers with equal steps become their values.
ParsedVary read_vary(const scenario::Field& field, Design design);

}  // namespace fastfood::experiment
