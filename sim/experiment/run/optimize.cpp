#include "sim/experiment/run/optimize.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <numeric>
#include <utility>
#include <variant>

#include "sim/experiment/run/best_point.hpp"
#include "sim/experiment/run/open_points.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/model/run/randomness.hpp"

namespace fastfood::experiment {
namespace {

/// Returns the indexes of the points in order of cost.
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

/// Returns the candidates in order of cost, none of them tried.
std::vector<Candidate> candidates_of(const Study& study, const Points& points, std::size_t metrics) {
  std::vector<Candidate> candidates;
  for (const std::size_t point : by_cost(study, points)) {
    Candidate& candidate = candidates.emplace_back();
    candidate.parameters = points.at(point);
    candidate.cost = cost_of(study, candidate.parameters);
    candidate.metrics.resize(metrics, Estimate{{}, {}, study.confidence, 0});
  }
  return candidates;
}

/// The runs of the candidates, until two are found that meet all requirements.
class OptimizePlan {
 public:
  using Outcome = RunOutcome;

  OptimizePlan(const Study& study, const Points& points, const OptimizeCallbacks& callbacks)
      : study_(study),
        callbacks_(callbacks),
        max_replications_(max_replications_of(study)),
        first_stage_(first_stage_of(study)),
        executor_([this](std::size_t index) { return counter_at(study_, optimum_.candidates[index].parameters); },
                  optimum_metrics(study)),
        required_(required_metrics(study, executor_.metrics())),
        open_(points.size(), executor_.metrics().names().size()),
        is_random_(points.size()) {
    optimum_.metrics = executor_.metrics().names();
    optimum_.indifference = study.indifference;
    optimum_.candidates = candidates_of(study, points, optimum_.metrics.size());
  }

  Outcome run(RunId id) { return executor_.run(id); }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }

  void on_run_end(RunId, const Outcome&) const {
    if (callbacks_.on_run_end) {
      callbacks_.on_run_end();
    }
  }

  std::int64_t on_result(RunId id, Outcome outcome) {
    Candidate& candidate = optimum_.candidates[id.point];
    candidate.replications = id.replication + 1;
    if (!outcome) {
      candidate.error = outcome.error();
      candidate.meets = Meets::no;
    } else {
      open_.add(id.point, *outcome);
      decide(id.point, required_values(*outcome));
    }
    if (candidate.meets == Meets::not_needed) {
      return std::max(candidate.replications + 1, first_stage_);
    }
    settle(id.point);
    return candidate.replications;
  }

  bool finished() const { return optimum_.runner_up.has_value(); }

  Optimum result() && {
    optimum_.is_exact =
        std::none_of(is_random_.begin(), is_random_.begin() + static_cast<std::ptrdiff_t>(ranked_), std::identity());
    for (std::size_t i = ranked_; i < optimum_.candidates.size(); ++i) {
      Candidate& candidate = optimum_.candidates[i];
      candidate = {std::move(candidate.parameters), candidate.cost};
      candidate.metrics.resize(optimum_.metrics.size(), Estimate{{}, {}, study_.confidence, 0});
    }
    return std::move(optimum_);
  }

 private:
  /// Returns the value for each requirement.
  MetricValues required_values(const MetricValues& values) const {
    MetricValues required;
    for (const std::size_t metric : required_) {
      required.push_back(values[metric]);
    }
    return required;
  }

  /// Decides whether a candidate meets the requirements, if its replications are enough for that.
  void decide(std::size_t index, const MetricValues& values) {
    Candidate& candidate = optimum_.candidates[index];
    if (candidate.replications == 1 && !model::is_random(**executor_.counter(index))) {
      candidate.fails = unmet(study_.require, values);
      candidate.meets = candidate.fails.empty() ? Meets::yes : Meets::no;
      return;
    }
    FeasibilityCheck& check = check_of(index);
    check.add(values);
    if (candidate.replications == max_replications_) {
      check.end();
    }
    if (check.meets() != Meets::unclear || candidate.replications == max_replications_) {
      candidate.meets = check.meets();
      candidate.fails = check.fails();
      candidate.undecided = check.undecided();
    }
  }

  FeasibilityCheck& check_of(std::size_t index) {
    const auto found = checks_.find(index);
    if (found != checks_.end()) {
      return found->second;
    }
    is_random_[index] = true;
    const double error = requirement_error(index, is_random_.size(), study_.require.size(), study_.confidence);
    const SequentialTestOptions options{error, study_.indifference, first_stage_};
    return checks_.try_emplace(index, study_.require, options).first->second;
  }

  void settle(std::size_t index) {
    Candidate& candidate = optimum_.candidates[index];
    candidate.metrics = open_.settle(index, study_.confidence, Stopping::by_mean);
    checks_.erase(index);
    for (; ranked_ != open_.settled_in_order() && !finished(); ++ranked_) {
      if (optimum_.candidates[ranked_].meets == Meets::yes) {
        (optimum_.best ? optimum_.runner_up : optimum_.best) = ranked_;
      }
    }
    if (callbacks_.on_decision) {
      callbacks_.on_decision(candidate);
    }
  }

  const Study& study_;
  const OptimizeCallbacks& callbacks_;
  std::int64_t max_replications_;
  std::int64_t first_stage_;
  RunExecutor executor_;
  std::vector<std::size_t> required_;  // of each requirement the index of its metric
  Optimum optimum_;
  OpenPoints open_;
  std::map<std::size_t, FeasibilityCheck> checks_;  // of open candidates with randomness
  std::vector<bool> is_random_;
  std::size_t ranked_ = 0;  // how many candidates, from the cheapest, are settled; none behind the runner-up
};

}  // namespace

Optimum optimize(const Study& study, const Points& points, const Jobs& jobs, const OptimizeCallbacks& callbacks) {
  if (study.objective) {
    return best_point(study, points, jobs, callbacks);
  }
  OptimizePlan plan(study, points, callbacks);
  RunScheduler<OptimizePlan>(plan, points.size(), {1, max_replications_of(study)}, jobs).run_all();
  return std::move(plan).result();
}

std::int64_t max_replications_of(const Study& study) {
  constexpr std::int64_t default_max = 10'000;
  if (const auto* precision = std::get_if<Precision>(&study.replications)) {
    return precision->max;
  }
  const std::int64_t number = std::get<std::int64_t>(study.replications);
  return number > 1 ? number : default_max;
}

std::int64_t first_stage_of(const Study& study) {
  return std::clamp<std::int64_t>(max_replications_of(study), 2, SequentialTestOptions{}.first_stage);
}

MetricSet optimum_metrics(const Study& study) {
  MetricSet metrics(study.metrics);
  for (const Requirement& requirement : study.require) {
    metrics.add(requirement.path);
  }
  if (study.objective) {
    metrics.add(study.objective->metric);
  }
  return metrics;
}

std::vector<std::size_t> required_metrics(const Study& study, MetricSet metrics) {
  std::vector<std::size_t> indexes;
  for (const Requirement& requirement : study.require) {
    indexes.push_back(metrics.add(requirement.path));
  }
  return indexes;
}

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

}  // namespace fastfood::experiment
