#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/override.hpp"

namespace fastfood::experiment {

/// A parameter with these values, written as on a command line: JSON or a text.
inline Parameter listed(std::string path, const std::vector<std::string>& values) {
  Parameter parameter{.path = std::move(path)};
  for (const std::string& value : values) {
    parameter.values.push_back(value_of(scenario::make_override("", value).value.root.value()));
  }
  return parameter;
}

inline Parameter ranged(std::string path, Range range) { return {.path = std::move(path), .range = range}; }

/// A study without a scenario. Only its points matter.
inline Study study_of(Design design, std::vector<Parameter> parameters, const std::vector<std::string>& where = {}) {
  Study study{.parameters = std::move(parameters), .design = design};
  for (const std::string& condition : where) study.where.push_back(parse_requirement(condition).value());
  return study;
}

}  // namespace fastfood::experiment
