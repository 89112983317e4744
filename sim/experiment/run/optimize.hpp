#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/experiment/statistics/feasibility.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study.hpp"

/// Finds the cheapest point of a study that meets all of its requirements, or the best one by its objective.
///
/// The points are candidates. They are tried in order of cost, on the same customers. If a scenario has no randomness,
/// one replication decides. Otherwise each candidate is run just long enough to tell, by a fully sequential feasibility
/// check (see `FeasibilityCheck`). If the study has an objective, all candidates are tried (see `best_point`).
///
/// Thread safety: `optimize` starts threads of its own and joins them before it returns. Several optimizations may run
/// at the same time.
///
/// Invariants:
/// 1. The result depends on the study, its points and its seed alone, not on the number of threads.
/// 2. The selection as a whole is correct with the confidence of the study (see `requirement_error` and
///    `selection_errors`). Means closer to a limit, or to the best, than the `indifference` of the study count as
///    either side.
/// 3. A candidate that is still undecided after `max_replications_of` the study is unclear.
///
/// Example:
///
///     const Optimum optimum = optimize(study, Points(study, seed), 2);
///     if (optimum.best) {
///       std::cout << "The cheapest costs " << optimum.candidates[*optimum.best].cost.value() << '\n';
///     }
namespace fastfood::experiment {

/// A point that might be bought.
struct Candidate {
  Point parameters;
  std::optional<double> cost;  // with an objective its mean, on the same customers as the best; none without a value
  Meets meets = Meets::not_needed;
  std::int64_t replications = 0;
  std::vector<Estimate> metrics;       // in the order of `Optimum::metrics`
  std::vector<std::size_t> fails;      // indexes of the requirements that it does not meet
  std::optional<std::string> error;    // why it could not be run
  std::vector<std::size_t> undecided;  // indexes of the requirements of which it is unclear whether it meets them

  bool operator==(const Candidate&) const = default;
};

/// The best candidate that meets all requirements, and all that were tried on the way. The best is the cheapest if
/// there is no objective.
struct Optimum {
  std::vector<std::string> metrics;  // those of the study, then those of the requirements and of the objective
  std::vector<Candidate>
      candidates;  // in order of cost or of the objective, the lowest cost or best value first; then of the design
  std::optional<std::size_t> best;       // index of the best that meets all
  std::optional<std::size_t> runner_up;  // index of the next that meets all; none with an objective
  bool is_exact = true;                  // no candidate that was tried has randomness
  double indifference = 0.01;            // of the study: half the width of the indifference zone
  std::optional<Objective> objective{};  // of the study

  /// Indexes of the candidates that meet all and may be better than the best: the replications did not decide it.
  std::vector<std::size_t> undistinguished{};

  bool operator==(const Optimum&) const = default;
};

/// Functions that a search calls, each by one thread at a time. Either may be empty.
struct OptimizeCallbacks {
  std::function<void()> on_run_end;
  std::function<void(const Candidate&)> on_decision;
};

/// Searches until the best candidate, the runner-up and all that are cheaper are decided; with an objective, until the
/// best one is known. The study has at least one requirement or an objective.
Optimum optimize(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& callbacks = {});

/// Returns how many replications a candidate gets at most: the `max` of the study's precision, or its number of
/// replications if that is above 1; otherwise 10,000.
std::int64_t max_replications_of(const Study& study);

/// Returns the number of values before the first decision about a candidate with randomness.
std::int64_t first_stage_of(const Study& study);

/// Returns the metrics of the study, then those of its requirements and of its objective.
MetricSet optimum_metrics(const Study& study);

/// Returns the index of each requirement's metric among `metrics`, which have to include it.
std::vector<std::size_t> required_metrics(const Study& study, MetricSet metrics);

/// The candidates of which it is unclear whether they meet all requirements.
struct UnclearCandidates {
  std::size_t count = 0;
  std::int64_t replications = 0;  // of each of them
};

UnclearCandidates unclear_among(std::span<const Candidate> candidates);

}  // namespace fastfood::experiment
