#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/experiment/study.hpp"

namespace sim::report {

/// What is said of a study as a whole.
struct StudyHead {
  std::string scenario;  // its name
  std::uint64_t seed = 1;
  experiment::Design design = experiment::Design::grid;
  std::vector<std::string> parameters;  // their paths
  std::vector<std::string> metrics;     // theirs
};

}  // namespace sim::report
