#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study.hpp"

namespace fastfood::experiment {

/// Whether a point meets all requirements.
enum class Meets { yes, no, unclear, not_needed };

/// A point that might be bought.
struct Candidate {
  Point parameters;
  double cost = 0;
  Meets meets = Meets::not_needed;
  std::int64_t replications = 0;
  std::vector<Estimate> metrics;       // in the order of `Optimum::metrics`
  std::vector<std::size_t> fails;      // the places of the requirements that it does not meet
  std::optional<std::string> error;    // what kept it from being run
  std::vector<std::size_t> undecided;  // the places of the requirements of which it is unclear whether it meets them

  bool operator==(const Candidate&) const = default;
};

/// The cheapest point that meets all, and why it is that one.
struct Optimum {
  std::vector<std::string> metrics;      // those asked for, and those of the requirements
  std::vector<Candidate> candidates;     // in order of cost, then of the design
  std::optional<std::size_t> best;       // its place among them
  std::optional<std::size_t> runner_up;  // the next one that meets all, where there is one
  bool is_exact = true;                  // nothing was left to chance
  double indifference = 0.01;            // else: so close to a limit, as a share of it, a mean counts as either

  bool operator==(const Optimum&) const = default;
};

/// Those of which it is unclear whether they meet all. Each was run as often as the study allows.
struct UnclearCandidates {
  std::size_t count = 0;
  std::int64_t replications = 0;
};

UnclearCandidates unclear_among(std::span<const Candidate> candidates);

/// Is told how a search goes, by one thread at a time.
struct OptimizeCallbacks {
  std::function<void()> on_run_end;
  std::function<void(const Candidate&)> on_decision;
};

/// Finds the cheapest point of a study that meets its requirements, of which there is at least one, and the next one
/// after it. Candidates are tried in order of cost on the same customers. Where nothing is left to chance one run
/// decides; else each is run just long enough to tell, by a fully sequential feasibility check: shares by betting
/// (`ShareCheck`), others by that of Andradóttir and Kim (2010), not before `SampleSizeRule` allows it. The checks are
/// such that the selection as a whole is right with the study's confidence (see `error_of`). What is undecided after
/// the most replications that the study allows, `most_replications` where it names no number above 1, is unclear. The
/// result does not depend on the number of jobs.
Optimum optimize(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& watch = {});

inline constexpr std::int64_t most_replications = 10'000;

}  // namespace fastfood::experiment
