#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/reader.hpp"

/// What a study varies, held against its scenario.
namespace fastfood::experiment {

/// Who is told what is wrong with what is varied: with a parameter's path, or with one of its values (of a range, 0 is
/// the least and 1 the most).
struct VariedFaults {
  std::function<void(std::size_t parameter, const std::string& what)> of_path;
  std::function<void(std::size_t parameter, std::size_t place, const std::string& what)> of_value;
};

/// Sees whether each path leads somewhere, whether each value is right there, and whether the design makes sense. Of a
/// scenario that is no JSON, only the last.
void check_varied(const scenario::Template& scenario, Design design, const std::vector<Parameter>& parameters,
                  const VariedFaults& faults);

/// Finds out which ranges are of whole numbers: those between whose ends, which are right, half a number is wrong.
void find_whole_ranges(const scenario::Template& scenario, Design design, std::vector<Parameter>& parameters);

/// The first value tried that is no number; null where all are.
const Value* first_without_number(const Parameter& parameter);

/// What to say of a path that is to be varied, and is not.
std::string why_not_varied(const std::string& path, const std::vector<Parameter>& parameters,
                           scenario::HintBudget& budget);

}  // namespace fastfood::experiment
