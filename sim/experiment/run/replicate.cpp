#include "sim/experiment/run/replicate.hpp"

#include <optional>

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::experiment {
namespace {

/// A run, and what it has shown.
struct Ended {
  model::RunStatistics tallies;
  model::RunResult seen;
};

/// Runs one point so and so often, and pools as it goes.
class ReplicatePlan {
 public:
  using Outcome = Result<Ended, model::RunFailure>;

  ReplicatePlan(const model::CounterSpec& spec, std::int64_t replications, const MakeRunOptions& watch)
      : spec_(spec), replications_(replications), watch_(watch) {}

  Outcome run(RunId id) const {
    const auto replication = static_cast<std::uint64_t>(id.replication);
    auto run = model::collect_statistics(spec_, watch_(replication));
    if (!run) {
      return Unexpected(std::move(run).error());
    }
    model::RunResult seen = model::summarize(spec_, *run);
    return Ended{std::move(run).value(), std::move(seen)};
  }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }
  void finished(RunId, const Outcome&) const {}

  std::int64_t take(RunId id, Outcome outcome) {
    if (!outcome) {
      const std::string which = replications_ == 1 ? "" : "replication " + std::to_string(id.replication) + ": ";
      failure_ = which + outcome.error().what;
    } else if (outcome->tallies.elapsed > Duration::max() - pooled_.elapsed) {
      failure_ = "all replications together last longer than 292 years; run fewer of them";
    } else {
      each_.push_back(std::move(outcome->seen));
      if (id.replication == 0) {
        pooled_ = std::move(outcome->tallies);
      } else {
        pooled_.merge(outcome->tallies);
      }
    }
    return replications_;
  }

  bool is_over() const { return failure_.has_value(); }

  Result<Replicated, std::string> result() && {
    if (failure_) {
      return Unexpected(*std::move(failure_));
    }
    return Replicated{each_.size() == 1 ? each_.front() : model::summarize(spec_, pooled_), std::move(each_)};
  }

 private:
  const model::CounterSpec& spec_;
  std::int64_t replications_;
  const MakeRunOptions& watch_;
  model::RunStatistics pooled_;
  std::vector<model::RunResult> each_;
  std::optional<std::string> failure_;
};

std::string path_text(const model::MetricPath& names) {
  scenario::Path path;
  for (const std::string& name : names) {
    path = path / name;
  }
  return path.str();
}

}  // namespace

Result<Replicated, std::string> replicate(const model::CounterSpec& spec, std::int64_t replications, const Jobs& jobs,
                                          const MakeRunOptions& watch) {
  ReplicatePlan plan(spec, replications, watch);
  RunScheduler<ReplicatePlan>(plan, 1, {replications, replications}, jobs).run_all();
  return std::move(plan).result();
}

std::vector<std::pair<std::string, Estimate>> estimates(const Replicated& runs, double confidence) {
  std::vector<std::pair<std::string, Estimate>> all;
  for (const model::MetricPath& path : model::estimated_metrics(runs.pooled)) {
    MetricValues values;
    for (const model::RunResult& run : runs.each) {
      values.push_back(model::metric(run, path));
    }
    all.emplace_back(path_text(path), estimate(values, confidence));
  }
  return all;
}

}  // namespace fastfood::experiment
