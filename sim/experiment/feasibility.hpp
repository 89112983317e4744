#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sim/experiment/mean_check.hpp"
#include "sim/experiment/optimize.hpp"
#include "sim/experiment/share_check.hpp"

namespace sim::experiment {

/// Decides whether one candidate meets all requirements, replication by replication in their order. Where nothing is
/// left to chance, one replication and `is_met` do instead. Metrics that are shares are checked as shares.
class FeasibilityCheck {
 public:
  /// The limits of the requirements are numbers. `certainty` is that of each requirement.
  FeasibilityCheck(std::span<const Requirement> requirements, const Certainty& certainty);

  /// The metrics of the next replication, in the order of the requirements. A null tells nothing.
  void add(std::span<const std::optional<double>> values);

  /// No more replications come: a metric that was null in all of them does not meet its requirement.
  void end();

  /// `yes` or `no` once that is decided, `unclear` while it is not: one requirement that is not met makes it `no`.
  Meets meets() const;

  /// The places of the requirements that are known not to be met.
  std::vector<std::size_t> fails() const { return places_of(false); }

  /// The places of those of which that is not known yet.
  std::vector<std::size_t> undecided() const { return places_of(std::nullopt); }

 private:
  using Check = std::variant<MeanCheck, ShareCheck>;

  static std::optional<bool> is_met(const Check& check);
  std::vector<std::size_t> places_of(std::optional<bool> answer) const;

  std::vector<Check> checks_;
};

/// The error that is allowed to each requirement of the candidate at `place`, from 0, in order of cost, such that the
/// first of `candidates` found to meet its `requirements`, at least 1, is with this confidence the right one: it meets
/// them, and none that is cheaper does, means in the indifference zone counting as either.
///
/// Of the j-th candidate, e_j to each of m requirements. A cheaper candidate is taken only if a requirement that it
/// does not meet is decided wrongly; the right one is dropped only if one of m is. So the errors add up, whatever
/// depends on whatever (Boole's inequality: the same customers come to all), to e_1 + … + e_(b-1) + m e_b where the
/// right one is the b-th, and those behind it cost nothing. That is below 1 - confidence for every b if e_j is that
/// times 1 / (k - 1 + m), best where the right one comes late among k, or times m / ((j + m - 1)(j + m)), best where it
/// comes early (a spending of alpha: Foster and Stine 2008). It is half of each here: never far from the better one.
double error_of(std::size_t place, std::size_t candidates, std::size_t requirements, double confidence);

}  // namespace sim::experiment
