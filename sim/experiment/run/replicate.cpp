#include "sim/experiment/run/replicate.hpp"

#include <optional>
#include <utility>

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/study/metric_paths.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/model/results/summarize.hpp"

namespace fastfood::experiment {
namespace {

/// What is left of a run: its raw statistics for pooling, and its own result.
struct EndedRun {
  model::RunStatistics statistics;
  model::RunResult result;
};

/// Runs one point several times, and pools as it goes.
class ReplicatePlan {
 public:
  using Outcome = Result<EndedRun, model::RunFailure>;

  ReplicatePlan(const model::CounterSpec& spec, std::int64_t replications, const MakeRunOptions& make_options,
                const std::function<void()>& on_run_end)
      : spec_(spec), replications_(replications), make_options_(make_options), on_run_end_(on_run_end) {}

  Outcome run(RunId id) const {
    auto statistics = model::collect_statistics(spec_, make_options_(static_cast<std::uint64_t>(id.replication)));
    if (!statistics) {
      return Unexpected(std::move(statistics).error());
    }
    auto why = replications_ > 1 ? std::exchange(statistics->why, std::nullopt) : std::nullopt;  // only pooled
    model::RunResult result = model::summarize(spec_, *statistics);
    if (why) {
      statistics->why = std::move(why);
    }
    return EndedRun{std::move(statistics).value(), std::move(result)};
  }

  std::optional<Outcome> recall(RunId) const { return std::nullopt; }
  void on_run_end(RunId, const Outcome&) const { on_run_end_(); }

  std::int64_t on_result(RunId id, Outcome outcome) {
    if (!outcome) {
      const std::string which = replications_ == 1 ? "" : "replication " + std::to_string(id.replication) + ": ";
      failure_ = which + outcome.error().what;
    } else if (outcome->statistics.elapsed > Duration::max() - pooled_.elapsed) {
      failure_ = "all replications together last longer than 292 years; run fewer of them";
    } else {
      each_.push_back(std::move(outcome->result));
      if (id.replication == 0) {
        pooled_ = std::move(outcome->statistics);
      } else {
        pooled_.merge(outcome->statistics);
      }
    }
    return replications_;
  }

  bool finished() const { return failure_.has_value(); }

  Result<Replicated, std::string> result() && {
    if (failure_) {
      return Unexpected(*std::move(failure_));
    }
    return Replicated{each_.size() == 1 ? each_.front() : model::summarize(spec_, pooled_), std::move(each_)};
  }

 private:
  const model::CounterSpec& spec_;
  std::int64_t replications_;
  const MakeRunOptions& make_options_;
  const std::function<void()>& on_run_end_;
  model::RunStatistics pooled_;
  std::vector<model::RunResult> each_;
  std::optional<std::string> failure_;
};

}  // namespace

Result<Replicated, std::string> replicate(const model::CounterSpec& spec, std::int64_t replications, const Jobs& jobs,
                                          const MakeRunOptions& make_options, const std::function<void()>& on_run_end) {
  ReplicatePlan plan(spec, replications, make_options, on_run_end);
  RunScheduler<ReplicatePlan>(plan, 1, {replications, replications}, jobs).run_all();
  return std::move(plan).result();
}

std::vector<std::pair<std::string, Estimate>> estimates(const Replicated& runs, double confidence) {
  std::vector<std::pair<std::string, Estimate>> all;
  for (const model::MetricPath& keys : model::estimated_metrics(runs.pooled)) {
    MetricValues values;
    for (const model::RunResult& run : runs.each) {
      values.push_back(model::metric(run, keys));
    }
    all.emplace_back(metric_path_text(keys), estimate(values, confidence));
  }
  return all;
}

}  // namespace fastfood::experiment
