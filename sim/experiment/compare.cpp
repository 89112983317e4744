#include "sim/experiment/compare.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

#include "sim/base/printable.hpp"
#include "sim/experiment/campaign.hpp"
#include "sim/experiment/paired.hpp"
#include "sim/experiment/trials.hpp"
#include "sim/model/randomness.hpp"

namespace sim::experiment {
namespace {

/// Each contender is a point; of each metric its values, in order of replication.
class ComparisonRuns {
 public:
  using Outcome = RunOutcome;

  ComparisonRuns(const std::vector<Contender>& contenders, const std::vector<std::string>& metrics,
                 std::int64_t replications)
      : contenders_(contenders),
        replications_(replications),
        trials_([&contenders](std::size_t point) -> Trials::Counter { return contenders[point].spec; },
                Figures(metrics)),
        values_(contenders.size(), std::vector<Values>(metrics.size())) {}

  Outcome run(RunId id) { return trials_.run(id); }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }
  void finished(RunId, const Outcome&) const {}

  std::int64_t take(RunId id, Outcome outcome) {
    if (!outcome) {
      failures_[id.point] = outcome.error();
      return 0;
    }
    for (std::size_t metric = 0; metric != outcome->size(); ++metric) {
      values_[id.point][metric].push_back((*outcome)[metric]);
    }
    return replications_;
  }

  bool is_over() const { return false; }

  /// Why the first of those that failed did.
  std::optional<std::string> failure() const {
    return failures_.empty() ? std::nullopt
                             : std::optional(printable(contenders_[failures_.begin()->first].name) + ": " +
                                             failures_.begin()->second);
  }

  const Values& values(std::size_t contender, std::size_t metric) const { return values_[contender][metric]; }

 private:
  const std::vector<Contender>& contenders_;
  std::int64_t replications_;
  Trials trials_;
  std::vector<std::vector<Values>> values_;
  std::map<std::size_t, std::string> failures_;
};

}  // namespace

Result<Comparison, std::string> compare(std::vector<Contender> contenders, const ComparisonPlan& plan) {
  for (Contender& contender : contenders) {
    contender.spec.seed = contenders.front().spec.seed;
  }
  const bool exact = std::ranges::none_of(contenders, [](const Contender& it) { return model::is_random(it.spec); });
  const std::int64_t replications = exact ? 1 : plan.replications;
  ComparisonRuns runs(contenders, plan.metrics, replications);
  Campaign<ComparisonRuns>(runs, contenders.size(), {replications, replications}, plan.jobs).carry_out();
  if (const auto failure = runs.failure()) {
    return Unexpected(*failure);
  }

  Comparison comparison{contenders.front().name, plan.metric, plan.confidence, plan.metrics, {}, exact};
  const double each = bonferroni(plan.confidence, contenders.size() - 1);
  for (std::size_t i = 1; i != contenders.size(); ++i) {
    Difference& difference = comparison.differences.emplace_back();
    difference.name = contenders[i].name;
    difference.change = contenders[i].change;
    for (std::size_t metric = 0; metric != plan.metrics.size(); ++metric) {
      const Values& baseline = runs.values(0, metric);
      const Values& value = runs.values(i, metric);
      difference.metrics.push_back(exact ? exact_difference_of(baseline.front(), value.front())
                                         : difference_of(baseline, value, each));
    }
  }
  return comparison;
}

}  // namespace sim::experiment
