#include "sim/experiment/run/best_point.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/statistics/selection.hpp"
#include "sim/model/run/randomness.hpp"

namespace fastfood::experiment {
namespace {

/// A candidate, and what its runs have shown so far.
struct Entrant {
  Candidate candidate{};
  bool is_in = true;  // it may still be the best
  bool is_random = false;
  std::vector<MetricValues> replications{};      // the values of each; empty once it is out
  MetricValues objective{};                      // of each replication
  RunningMoments score{};                        // of the objective where it is not null; more is better
  std::unique_ptr<FeasibilityCheck> check{};     // until it is decided; null without randomness
  std::unique_ptr<PairedComparison> compared{};  // the leader with this one; the same
  std::size_t pairs = 0;                         // how many replications were compared
};

/// The search for the best point. It is the plan of each of its rounds.
class BestPointSearch {
 public:
  using Outcome = RunOutcome;

  BestPointSearch(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& callbacks)
      : study_(study),
        callbacks_(callbacks),
        jobs_(jobs),
        max_replications_(max_replications_of(study)),
        first_stage_(first_stage_of(study)),
        errors_(selection_errors(points.size(), study.require.size(), study.confidence)),
        executor_([this](std::size_t index) { return counter_at(study_, entrants_[index].candidate.parameters); },
                  optimum_metrics(study)),
        objective_(MetricSet(executor_.metrics()).add(study.objective->metric)),
        required_(required_metrics(study, executor_.metrics())) {
    for (std::size_t i = 0; i != points.size(); ++i) {
      entrants_.emplace_back().candidate.parameters = points.at(i);
    }
    jobs_.on_fewer_threads = [this, report = jobs.on_fewer_threads](int threads) {
      jobs_.threads = threads;  // the next rounds do not try again
      if (report) {
        report(threads);
      }
    };
  }

  Optimum run_all() && {
    run_round(1);
    compare();
    while (is_open() && replications_ != max_replications_) {
      run_round(next_round());
      compare();
    }
    return std::move(*this).result();
  }

  Outcome run(RunId id) { return executor_.run({running_[id.point], replications_ + id.replication}); }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }

  void on_run_end(RunId, const Outcome&) const {
    if (callbacks_.on_run_end) {
      callbacks_.on_run_end();
    }
  }

  std::int64_t on_result(RunId id, Outcome outcome) {
    const std::size_t index = running_[id.point];
    Entrant& entrant = entrants_[index];
    Candidate& candidate = entrant.candidate;
    candidate.replications = replications_ + id.replication + 1;
    if (!outcome) {
      candidate.error = outcome.error();
      candidate.meets = Meets::no;
    } else {
      if (candidate.replications == 1) {
        entrant.is_random = model::is_random(**executor_.counter(index));
      }
      add(entrant, std::move(outcome).value());
    }
    if (candidate.meets == Meets::no) {
      put_out(entrant);
    }
    return entrant.is_in ? std::numeric_limits<std::int64_t>::max() : 0;
  }

  bool finished() const { return false; }

 private:
  /// Runs all candidates that are in, so many replications each. Those without randomness are run only once.
  void run_round(std::int64_t replications) {
    running_.clear();
    for (std::size_t i = 0; i != entrants_.size(); ++i) {
      const Entrant& entrant = entrants_[i];
      if (entrant.is_in && (entrant.is_random || replications_ == 0)) {
        running_.push_back(i);
      }
    }
    RunScheduler<BestPointSearch>(*this, running_.size(), {replications, replications}, jobs_).run_all();
    replications_ += replications;
  }

  /// Returns the size of the next round. Only its end decides, so an eighth of the replications may be too many.
  std::int64_t next_round() const {
    constexpr std::int64_t min = 5;
    const std::int64_t next = replications_ < first_stage_ ? first_stage_ - replications_ : replications_ / 8;
    return std::min(std::max(next, min), max_replications_ - replications_);
  }

  /// Returns true if more replications may change the result: more than one candidate is in, or it is not known whether
  /// the last one meets all. The mean of the last one is worth a first stage in any case.
  bool is_open() const {
    std::size_t count = 0;
    bool is_decided = true;
    for (const Entrant& entrant : entrants_) {
      if (entrant.is_in) {
        ++count;
        is_decided = is_decided && entrant.candidate.meets == Meets::yes &&
                     (!entrant.is_random || replications_ >= first_stage_);
      }
    }
    return count > 1 || !is_decided;
  }

  /// Adds the values of the next replication.
  void add(Entrant& entrant, MetricValues values) {
    if (entrant.candidate.meets != Meets::yes) {
      decide(entrant, values);
    }
    const auto value = values[objective_];
    entrant.objective.push_back(value);
    if (value) {
      entrant.score.add(sign() * *value);
    }
    entrant.replications.push_back(std::move(values));
  }

  /// Decides whether a candidate meets the requirements, if its replications are enough for that.
  void decide(Entrant& entrant, const MetricValues& values) const {
    Candidate& candidate = entrant.candidate;
    MetricValues required;
    for (const std::size_t metric : required_) {
      required.push_back(values[metric]);
    }
    if (!entrant.is_random) {
      candidate.fails = unmet(study_.require, required);
      candidate.meets = candidate.fails.empty() ? Meets::yes : Meets::no;
      return;
    }
    if (!entrant.check) {
      const SequentialTestOptions options{errors_.of_requirement, study_.indifference, first_stage_};
      entrant.check = std::make_unique<FeasibilityCheck>(study_.require, options);
    }
    entrant.check->add(required);
    if (candidate.replications == max_replications_) {
      entrant.check->end();
    }
    if (entrant.check->meets() != Meets::unclear || candidate.replications == max_replications_) {
      candidate.meets = entrant.check->meets();
      candidate.fails = entrant.check->fails();
      candidate.undecided = entrant.check->undecided();
    }
  }

  /// Compares all candidates with the leader. If the leader is worse than one that meets all, the next one leads.
  void compare() {
    for (Entrant& entrant : entrants_) {
      const bool is_late = !entrant.is_random || replications_ >= first_stage_;
      if (entrant.is_in && entrant.score.n() == 0 && is_late) {
        put_out(entrant);  // there is nothing to compare
      }
    }
    do {
      choose_leader();
    } while (leader_ && !eliminate_worse());
  }

  void choose_leader() {
    std::optional<std::size_t> leader;
    for (std::size_t i = 0; i != entrants_.size(); ++i) {
      const Entrant& entrant = entrants_[i];
      const bool may_lead = entrant.is_in && entrant.candidate.meets == Meets::yes && entrant.score.n() != 0;
      if (may_lead && (!leader || entrant.score.mean() > entrants_[*leader].score.mean())) {
        leader = i;
      }
    }
    if (leader != leader_) {
      leader_ = leader;
      for (Entrant& entrant : entrants_) {
        entrant.compared.reset();
        entrant.pairs = 0;
      }
    }
  }

  /// Puts out all candidates that are worse than the leader. Returns false if it was the leader that had to go.
  bool eliminate_worse() {
    Entrant& leader = entrants_[*leader_];
    for (Entrant& other : entrants_) {
      if (!other.is_in || &other == &leader) {
        continue;
      }
      const auto is_at_least = compare(leader, other);
      if (is_at_least == true) {
        if (other.candidate.meets == Meets::unclear) {  // that no longer matters
          other.candidate.meets = Meets::not_needed;
          other.candidate.undecided.clear();
        }
        put_out(other);
      } else if (is_at_least == false && other.candidate.meets == Meets::yes) {
        put_out(leader);
        return false;
      }
    }
    return true;
  }

  /// Returns whether the leader is at least as good as the other; none while that is undecided.
  std::optional<bool> compare(const Entrant& leader, Entrant& other) const {
    if (!leader.is_random && !other.is_random) {
      return leader.score.mean() >= other.score.mean();
    }
    if (!other.compared) {
      const SequentialTestOptions options{errors_.of_comparison, study_.indifference, first_stage_};
      other.compared = std::make_unique<PairedComparison>(options);
    }
    for (; std::cmp_less(other.pairs, replications_) && !other.compared->is_at_least(); ++other.pairs) {
      const auto a = objective_at(leader, other.pairs);
      const auto b = objective_at(other, other.pairs);
      if (a && b) {
        other.compared->add(sign() * *a, sign() * *b);
      }
    }
    return other.compared->is_at_least();
  }

  /// Returns the objective's value in a replication. Those of a candidate without randomness are all the same.
  static std::optional<double> objective_at(const Entrant& entrant, std::size_t replication) {
    return entrant.objective[entrant.is_random ? replication : 0];
  }

  double sign() const { return study_.objective->direction == Direction::maximize ? 1 : -1; }

  void put_out(Entrant& entrant) {
    entrant.is_in = false;
    settle(entrant);
  }

  /// Estimates the metrics of a candidate, and frees their values.
  void settle(Entrant& entrant) {
    Candidate& candidate = entrant.candidate;
    for (std::size_t i = 0; i != executor_.metrics().names().size(); ++i) {
      MetricValues values;
      for (const MetricValues& replication : entrant.replications) {
        values.push_back(replication[i]);
      }
      candidate.metrics.push_back(estimate(values, study_.confidence, Stopping::by_mean));
    }
    candidate.cost = candidate.metrics[objective_].mean;
    entrant.replications = {};
    entrant.check.reset();
    entrant.compared.reset();
    if (callbacks_.on_decision) {
      callbacks_.on_decision(candidate);
    }
  }

  /// Estimates the mean of the objective of a candidate that was out before the best was known: that of the best, and
  /// the mean difference on the customers that both have seen. Otherwise a candidate might look better than the best
  /// because only the best has seen the bad days.
  void adjust(Candidate& candidate, const Entrant& entrant) const {
    const Entrant& best = entrants_[*leader_];
    RunningMoments differences;
    for (std::size_t i = 0; i != entrant.objective.size(); ++i) {
      if (entrant.objective[i] && best.objective[i]) {
        differences.add(*entrant.objective[i] - *best.objective[i]);
      }
    }
    if (differences.n() > 0) {
      candidate.cost = sign() * best.score.mean() + differences.mean();
    }
  }

  /// Returns the indexes of the candidates in order of the objective. Those without a value are last.
  std::vector<std::size_t> by_objective() const {
    std::vector<std::size_t> order(entrants_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t index) {
      const auto& cost = entrants_[index].candidate.cost;
      return cost ? -sign() * *cost : std::numeric_limits<double>::infinity();
    });
    return order;
  }

  Optimum result() && {
    for (Entrant& entrant : entrants_) {
      if (entrant.is_in) {
        settle(entrant);
      } else if (leader_ && entrant.is_random && entrants_[*leader_].is_random) {
        adjust(entrant.candidate, entrant);
      }
    }
    Optimum optimum{.metrics = executor_.metrics().names(), .indifference = study_.indifference};
    optimum.objective = study_.objective;
    for (const std::size_t index : by_objective()) {
      Entrant& entrant = entrants_[index];
      if (leader_ == index) {
        optimum.best = optimum.candidates.size();
      } else if (entrant.is_in && entrant.candidate.meets == Meets::yes) {
        optimum.undistinguished.push_back(optimum.candidates.size());
      }
      optimum.is_exact = optimum.is_exact && !entrant.is_random;
      optimum.candidates.push_back(std::move(entrant.candidate));
    }
    return optimum;
  }

  const Study& study_;
  const OptimizeCallbacks& callbacks_;
  Jobs jobs_;
  std::int64_t max_replications_;
  std::int64_t first_stage_;
  SelectionErrors errors_;
  RunExecutor executor_;
  std::size_t objective_;              // the index of its metric
  std::vector<std::size_t> required_;  // of each requirement the index of its metric
  std::vector<Entrant> entrants_;      // in the order of the design
  std::vector<std::size_t> running_;   // indexes of those in this round
  std::int64_t replications_ = 0;      // made in the rounds before this one
  std::optional<std::size_t> leader_;
};

}  // namespace

Optimum best_point(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& callbacks) {
  check(study.objective.has_value(), "a study without an objective");
  return BestPointSearch(study, points, jobs, callbacks).run_all();
}

}  // namespace fastfood::experiment
