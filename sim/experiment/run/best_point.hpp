#pragma once

#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/run/optimize.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study.hpp"

namespace fastfood::experiment {

/// Finds the best point by the objective of a study, which it has to have, among those that meet all requirements.
///
/// All candidates are run in rounds, on the same customers. After each round, those that fail a requirement are out,
/// and so is each that is worse than a leader: the candidate with the best mean of those found to meet all (see
/// `PairedComparison` and `selection_errors`). Comparisons with a new leader begin with the first replication, so a
/// comparison never depends on when it was made, and only those with leaders cost time. Candidates without randomness
/// need one replication.
///
/// A candidate that is out before it is known whether it meets the requirements is `not_needed`. If the largest number
/// of replications does not tell some candidates from the best, they are `undistinguished`; the best is then the one
/// with the best mean.
Optimum best_point(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& callbacks);

}  // namespace fastfood::experiment
