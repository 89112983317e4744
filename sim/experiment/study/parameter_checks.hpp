#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/reader.hpp"

/// Checks the parameters of a study against its scenario.
namespace fastfood::experiment {

/// Receives the faults of parameters: those of a path, those of one of its values, and those of a file that a value
/// names, with warnings. Of a range, value 0 is the minimum and 1 the maximum.
struct ParameterFaultSink {
  std::function<void(std::size_t parameter, const std::string& what)> of_path;
  std::function<void(std::size_t parameter, std::size_t index, const std::string& what)> of_value;
  std::function<void(const scenario::Diagnostic& finding)> of_file;
};

/// Checks that each path leads to a value, that each value is valid there, and that the design fits the values. If the
/// scenario is no valid JSON, checks only the design.
void check_parameters(const scenario::Template& scenario, Design design, const std::vector<Parameter>& parameters,
                      const ParameterFaultSink& faults);

/// Sets `whole` of the ranges that allow whole numbers only: both ends are valid, and a number halfway between two
/// whole ones is not.
void mark_whole_ranges(const scenario::Template& scenario, Design design, std::vector<Parameter>& parameters);

/// Returns the first value of a parameter that is no number; null if all are numbers.
const Value* first_non_number(const Parameter& parameter);

/// Returns the message that `path` is not the path of a parameter, with a hint.
std::string not_varied_text(const std::string& path, const std::vector<Parameter>& parameters,
                            scenario::HintBudget& budget);

}  // namespace fastfood::experiment
