#include "sim/experiment/run/optimize.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <numeric>
#include <utility>
#include <variant>

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/statistics/feasibility.hpp"
#include "sim/model/run/randomness.hpp"

namespace fastfood::experiment {
namespace {

std::int64_t most_of(const Study& study) {
  if (const auto* precision = std::get_if<Precision>(&study.replications)) {
    return precision->max;
  }
  const std::int64_t number = std::get<std::int64_t>(study.replications);
  return number > 1 ? number : most_replications;
}

MetricSet measured_metrics(const Study& study) {
  MetricSet figures(study.metrics);
  for (const Requirement& requirement : study.require) {
    figures.add(requirement.path);
  }
  return figures;
}

/// The numbers of the points in order of cost.
std::vector<std::size_t> by_cost(const Study& study, const Points& points) {
  std::vector<double> costs;
  for (std::size_t i = 0; i != points.size(); ++i) {
    costs.push_back(cost_of(study, points.at(i)));
  }
  std::vector<std::size_t> order(costs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&costs](std::size_t point) { return costs[point]; });
  return order;
}

/// The runs of the candidates, in order of cost, until two are found that meet all requirements.
class OptimizePlan {
 public:
  using Outcome = RunOutcome;

  OptimizePlan(const Study& study, const Points& points, const OptimizeCallbacks& watch)
      : study_(study),
        watch_(watch),
        most_(most_of(study)),
        first_stage_(std::clamp<std::int64_t>(most_, 2, SequentialTestOptions{}.first_stage)),
        trials_([this](std::size_t place) { return counter_at(study_, optimum_.candidates[place].parameters); },
                measured_metrics(study)) {
    optimum_.metrics = trials_.figures().names();
    optimum_.indifference = study.indifference;
    for (const std::size_t point : by_cost(study, points)) {
      Candidate& candidate = optimum_.candidates.emplace_back();
      candidate.parameters = points.at(point);
      candidate.cost = cost_of(study, candidate.parameters);
      candidate.metrics.resize(optimum_.metrics.size(), Estimate{{}, {}, study.confidence, 0});
    }
    for (const Requirement& requirement : study.require) {
      places_.push_back(MetricSet(optimum_.metrics).add(requirement.path));
    }
    is_settled_.resize(size());
    is_random_.resize(size());
  }

  std::size_t size() const { return optimum_.candidates.size(); }
  Replicate replicate() const { return {1, most_}; }

  Outcome run(RunId id) { return trials_.run(id); }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }
  void finished(RunId, const Outcome&) const {
    if (watch_.on_run_end) {
      watch_.on_run_end();
    }
  }

  std::int64_t take(RunId id, Outcome outcome) {
    Candidate& candidate = optimum_.candidates[id.point];
    candidate.replications = id.replication + 1;
    Open& open = open_.try_emplace(id.point, optimum_.metrics.size()).first->second;
    if (!outcome) {
      candidate.error = outcome.error();
      candidate.meets = Meets::no;
    } else {
      for (std::size_t i = 0; i != outcome->size(); ++i) {
        open.metrics[i].push_back((*outcome)[i]);
      }
      decide(id.point, open, required(*outcome));
    }
    const bool is_undecided = candidate.meets == Meets::not_needed;
    if (!is_undecided) {
      settle(id.point, open);
    }
    return is_undecided ? std::max(candidate.replications + 1, first_stage_) : candidate.replications;
  }

  /// Whether the best and the next one are known, and all that are cheaper.
  bool is_over() const { return optimum_.runner_up.has_value(); }

  Optimum result() && {
    optimum_.is_exact =
        std::none_of(is_random_.begin(), is_random_.begin() + static_cast<std::ptrdiff_t>(settled_), std::identity());
    for (std::size_t i = settled_; i < optimum_.candidates.size(); ++i) {
      Candidate& candidate = optimum_.candidates[i];
      candidate = {std::move(candidate.parameters), candidate.cost};
      candidate.metrics.resize(optimum_.metrics.size(), Estimate{{}, {}, study_.confidence, 0});
    }
    return std::move(optimum_);
  }

 private:
  /// A candidate that is being run.
  struct Open {
    explicit Open(std::size_t figures) : metrics(figures) {}

    std::vector<MetricValues> metrics;      // of each its values, in order of replication
    std::optional<FeasibilityCheck> check;  // where something is left to chance
  };

  /// What the requirements are about, in their order.
  MetricValues required(const MetricValues& values) const {
    MetricValues required;
    for (const std::size_t place : places_) {
      required.push_back(values[place]);
    }
    return required;
  }

  void decide(std::size_t place, Open& open, const MetricValues& values) {
    Candidate& candidate = optimum_.candidates[place];
    if (candidate.replications == 1 && !model::is_random(**trials_.counter(place))) {
      decide_exactly(candidate, values);
      return;
    }
    if (!open.check) {
      is_random_[place] = true;
      const double error = error_of(place, size(), study_.require.size(), study_.confidence);
      open.check.emplace(study_.require, SequentialTestOptions{error, study_.indifference, first_stage_});
    }
    open.check->add(values);
    if (candidate.replications == most_) {
      open.check->end();
    }
    if (open.check->meets() != Meets::unclear || candidate.replications == most_) {
      candidate.meets = open.check->meets();
      candidate.fails = open.check->fails();
      candidate.undecided = open.check->undecided();
    }
  }

  void decide_exactly(Candidate& candidate, const MetricValues& values) const {
    for (std::size_t i = 0; i != values.size(); ++i) {
      if (!is_met(study_.require[i], values[i])) {
        candidate.fails.push_back(i);
      }
    }
    candidate.meets = candidate.fails.empty() ? Meets::yes : Meets::no;
  }

  void settle(std::size_t place, const Open& open) {
    Candidate& candidate = optimum_.candidates[place];
    for (std::size_t i = 0; i != candidate.metrics.size(); ++i) {
      candidate.metrics[i] = estimate(open.metrics[i], study_.confidence, Stopping::by_mean);
    }
    open_.erase(place);
    is_settled_[place] = true;
    for (; settled_ != size() && is_settled_[settled_] && !is_over(); ++settled_) {
      if (optimum_.candidates[settled_].meets == Meets::yes) {
        (optimum_.best ? optimum_.runner_up : optimum_.best) = settled_;
      }
    }
    if (watch_.on_decision) {
      watch_.on_decision(candidate);
    }
  }

  const Study& study_;
  const OptimizeCallbacks& watch_;
  std::int64_t most_;
  std::int64_t first_stage_;
  RunExecutor trials_;
  Optimum optimum_;
  std::vector<std::size_t> places_;  // of the metric of each requirement
  std::map<std::size_t, Open> open_;
  std::vector<bool> is_settled_;
  std::vector<bool> is_random_;
  std::size_t settled_ = 0;  // the first so many are
};

}  // namespace

UnclearCandidates unclear_among(std::span<const Candidate> candidates) {
  UnclearCandidates unclear;
  for (const Candidate& candidate : candidates) {
    if (candidate.meets == Meets::unclear) {
      ++unclear.count;
      unclear.replications = candidate.replications;
    }
  }
  return unclear;
}

Optimum optimize(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& watch) {
  OptimizePlan plan(study, points, watch);
  RunScheduler<OptimizePlan>(plan, plan.size(), plan.replicate(), jobs).run_all();
  return std::move(plan).result();
}

}  // namespace fastfood::experiment
