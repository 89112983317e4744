#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/estimate.hpp"
#include "sim/experiment/points.hpp"
#include "sim/experiment/study.hpp"

namespace sim::experiment {

/// Whether a point meets all requirements.
enum class Meets { yes, no, unclear, not_needed };

/// A point that might be bought.
struct Candidate {
  Point parameters;
  double cost = 0;
  Meets meets = Meets::not_needed;
  std::int64_t replications = 0;
  std::vector<Estimate> metrics;     // in the order of `Optimum::metrics`
  std::vector<std::size_t> fails;    // the places of the requirements that it does not meet
  std::optional<std::string> error;  // what kept it from being run

  bool operator==(const Candidate&) const = default;
};

/// The cheapest point that meets all, and why it is that one.
struct Optimum {
  std::vector<std::string> metrics;      // those asked for, and those of the requirements
  std::vector<Candidate> candidates;     // in order of cost, then of the design
  std::optional<std::size_t> best;       // its place among them
  std::optional<std::size_t> runner_up;  // the next one that meets all, where there is one
  bool is_exact = false;                 // nothing is left to chance

  bool operator==(const Optimum&) const = default;
};

}  // namespace sim::experiment
