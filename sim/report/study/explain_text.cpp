#include "sim/report/study/explain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/run/whatif.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/experiment/study/space_names.hpp"
#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/format/version.hpp"
#include "sim/report/run/target_text.hpp"
#include "sim/report/run/why_json.hpp"
#include "sim/report/run/why_table.hpp"
#include "sim/report/run/why_text.hpp"
#include "sim/report/study/difference_text.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::MetricDifference;
using experiment::Verdict;

/// The mean of a metric over the runs, as `run` shows it.
std::optional<double> mean_over_runs(const ScenarioResult& result, const model::MetricPath& path) {
  if (result.by_replication.empty()) {
    return model::metric(result.pooled, path);
  }
  std::vector<std::optional<double>> values;
  for (const model::RunResult& run : result.by_replication) {
    values.push_back(model::metric(run, path));
  }
  constexpr double any_confidence = 0.95;
  return experiment::estimate(values, any_confidence).mean;
}

/// `285 customers came (average of 30 runs): 94.6 % were served, 5.4 % gave up in line.`
std::string customers_sentence(const ScenarioResult& result) {
  const model::CustomerCounts& customers = result.pooled.customers;
  const std::size_t runs = result.by_replication.size();
  const double per_run = static_cast<double>(customers.arrived) / static_cast<double>(std::max<std::size_t>(runs, 1));
  constexpr double rounded_from = 20;
  std::string text = fmt::format(
      "{} {} came{}", per_run < rounded_from ? format_number(per_run) : fmt::format("{:.0f}", per_run),
      per_run == 1 ? "customer" : "customers", runs > 1 ? fmt::format(" (average of {} runs): ", runs) : ": ");
  const auto share = [&](std::int64_t count) {
    return format_share(static_cast<double>(count) / static_cast<double>(customers.arrived));
  };
  text += share(customers.served) + " were served";
  text += customers.balked == 0 ? "" : ", " + share(customers.balked) + " did not join the line as it was too long";
  text += customers.reneged == 0 ? "" : ", " + share(customers.reneged) + " gave up in line";
  text += customers.unfinished == 0 ? "" : ", " + share(customers.unfinished) + " were still there at the end";
  return text + ".";
}

/// `Of those served, 6 % found no place at tables for two, and left.` for each stop where that happened.
std::string no_place_sentences(const ScenarioResult& result, const TextStyle& style) {
  std::string text;
  for (const model::CustomerLineResult& line : result.pooled.lines) {
    for (const model::StopResult& stop : line.stops) {
      if (stop.left != 0) {
        const double share = static_cast<double>(stop.left) /
                             static_cast<double>(std::max<std::int64_t>(result.pooled.customers.served, 1));
        text += wrapped(fmt::format("Of those served, {} found no place at {}, and left.", format_share(share),
                                    one_line(experiment::stop_name(line.name, stop.name))),
                        style.width);
      }
    }
  }
  return text;
}

/// `Of all who came, 88.1 % were served within 5 min; the aim, 90 %, is not met over all; 12 of the 30 runs met it.`
std::string target_sentence(const ScenarioResult& result, const TargetGroup& group, const TextStyle& style) {
  const model::Satisfied& satisfied = group.satisfied;
  model::MetricPath fraction = group.path;
  fraction.emplace_back("fraction");
  const std::string who = !group.stream.empty()     ? group.stream
                          : group.all_have_a_target ? "all who came"
                                                    : "those who have a target";
  std::string text = fmt::format("Of {}, {} were served within {}", who, format_share(mean_over_runs(result, fraction)),
                                 group.all_have_a_target ? group.within : "it");
  if (satisfied.met) {
    const std::size_t runs = result.by_replication.size();
    text += fmt::format(
        "; the aim, {}, is {}{}", format_share(satisfied.aim), met_text(satisfied, style),
        runs > 1 ? fmt::format(" over all; {} of the {} runs met it", runs_that_met(result, group), runs) : "");
  }
  return text + ".";
}

/// One sentence for each group that has customers.
std::string target_sentences(const ScenarioResult& result, const TextStyle& style) {
  std::string text;
  for (const TargetGroup& group : target_groups(result)) {
    text += group.satisfied.fraction ? wrapped(target_sentence(result, group, style), style.width) : "";
  }
  return text;
}

const std::string profit_metric = "money.profit";

/// How one change does, by the main metric. `elsewhere` does nothing there, but helps otherwise; a trade-off is worse
/// there, but helps otherwise.
enum class Help { certain, elsewhere, unsure, none, harm, trade_off };

/// What would help, as sentences.
class Advice {
 public:
  /// `satisfied` is what customers get today; none without a target.
  Advice(const Comparison& comparison, const std::optional<model::Satisfied>& satisfied, const TextStyle& style)
      : comparison_(comparison), satisfied_(satisfied), style_(style) {}

  std::string text() const;

 private:
  const MetricDifference& main(const Difference& it) const {
    return difference_in(comparison_, it, comparison_.metric);
  }

  bool has(const std::string& metric) const {
    return std::ranges::find(comparison_.metrics, metric) != comparison_.metrics.end();
  }

  Help help_of(const Difference& it) const;
  std::vector<std::string> other_gains(const Difference& it) const;
  std::vector<const Difference*> with(Help help) const;
  std::string effect(const std::string& metric, const MetricDifference& it) const;
  std::string heading(const Difference& it) const;
  std::string effects(const Difference& it) const;
  std::string item(const Difference& it) const;
  std::string names_of(const std::vector<const Difference*>& changes) const;
  std::string list() const;
  std::string aim() const;
  std::string note() const;

  const Comparison& comparison_;
  const std::optional<model::Satisfied>& satisfied_;
  const TextStyle& style_;
};

Help Advice::help_of(const Difference& it) const {
  const MetricDifference& difference = main(it);
  const bool helps_otherwise = !other_gains(it).empty();
  if (is_negligible(difference) || difference.difference.value_or(0) == 0) {
    return helps_otherwise ? Help::elsewhere : Help::none;
  }
  if (difference.verdict == Verdict::not_distinguishable) {
    return Help::unsure;
  }
  if ((difference.verdict == Verdict::higher) == experiment::higher_is_better(comparison_.metric)) {
    return Help::certain;
  }
  return helps_otherwise ? Help::trade_off : Help::harm;
}

/// Returns what else certainly gets better, and noticeably.
std::vector<std::string> Advice::other_gains(const Difference& it) const {
  std::vector<std::string> gains;
  for (const std::string& metric : comparison_.metrics) {
    const bool is_told =
        metric == "total_time.mean" || metric == "customers.served" || experiment::counts_who_left_a_stop(metric);
    if (is_told && metric != comparison_.metric) {
      const MetricDifference& other = difference_in(comparison_, it, metric);
      const Verdict better = experiment::higher_is_better(metric) ? Verdict::higher : Verdict::lower;
      if (other.verdict == better && !is_negligible(other)) {
        gains.push_back(effect(metric, other));
      }
    }
  }
  return gains;
}

std::vector<const Difference*> Advice::with(Help help) const {
  std::vector<const Difference*> found;
  for (const Difference& it : comparison_.differences) {
    if (help_of(it) == help) {
      found.push_back(&it);
    }
  }
  return found;
}

/// `2.4 ± 0.8 points more within target`, `8.1 ± 3.4 s less total time on average`, `3.4 ± 0.8 fewer customers served`
std::string Advice::effect(const std::string& metric, const MetricDifference& it) const {
  const bool falls = it.difference.value_or(0) < 0;
  const model::MetricKind kind = kind_of(metric);
  const bool is_share = kind == model::MetricKind::share;
  const bool is_count = metric == "customers.served" || experiment::counts_who_left_a_stop(metric);
  const std::string name = metric == "total_time.mean" ? "total time on average" : metric_name(metric);
  if (it.difference == 0 && it.half_width.value_or(0) == 0) {
    return (is_share || is_count ? "no more " : "no change of ") + name;
  }
  const NumberCells number = number_cells(kind, {difference_number(it, falls ? -1 : 1)});
  const std::string unit = is_share ? "points" : std::string{number.unit};
  return fmt::format("{}{} {} {}", number.cells.front(), unit.empty() ? "" : " " + unit,
                     !falls     ? "more"
                     : is_count ? "fewer"
                                : "less",
                     name);
}

/// `grill: 1 → 2 (16.00 an hour)`
std::string Advice::heading(const Difference& it) const {
  std::string text = one_line(display_name(it));
  if (it.cost_per_hour) {
    text += fmt::format(" ({} an hour)", format_money(*it.cost_per_hour));
  } else if (has(profit_metric)) {
    text += " (its cost is not given)";
  }
  return text;
}

/// The effect on the main metric and what it becomes, other certain gains, and the profit.
std::string Advice::effects(const Difference& it) const {
  std::string text =
      fmt::format("{}, to {}", effect(comparison_.metric, main(it)), format_metric(comparison_.metric, main(it).value));
  for (const std::string& gain : other_gains(it)) {
    text += "; " + gain;
  }
  if (has(profit_metric) && comparison_.metric != profit_metric) {
    const MetricDifference& money = difference_in(comparison_, it, profit_metric);
    const bool may_be_chance = money.verdict == Verdict::not_distinguishable && money.half_width.value_or(0) != 0;
    text += "; " + effect(profit_metric, money) + (may_be_chance ? " (may be chance)" : "");
  }
  return text;
}

std::string Advice::item(const Difference& it) const { return heading(it) + ": " + effects(it) + "."; }

std::string Advice::names_of(const std::vector<const Difference*>& changes) const {
  std::string names;
  for (const Difference* it : changes) {
    names += (names.empty() ? "" : "; ") + one_line(display_name(*it));
  }
  return names;
}

/// A numbered list of the changes that certainly help.
std::string Advice::list() const {
  std::string text;
  std::vector<std::string> known;  // effects
  for (const Difference* it : with(Help::certain)) {
    const std::string its_effects = effects(*it);
    const auto same = std::ranges::find(known, its_effects);  // as of one more of what is only closed too long
    text += wrapped(
        fmt::format("{}. {}", known.size() + 1,
                    same == known.end() ? item(*it)
                                        : fmt::format("{}: the same as {}.", heading(*it), same - known.begin() + 1)),
        style_.width);
    known.push_back(its_effects);
  }
  if (known.empty()) {
    text +=
        wrapped("No change that was tried certainly improves " + metric_name(comparison_.metric) + " by 1 % or more.",
                style_.width);
  }
  return text;
}

/// Says whether the aim is met, and if not, whether any change alone would do.
std::string Advice::aim() const {
  if (!satisfied_ || !satisfied_->met || comparison_.metric != "satisfied.fraction") {
    return "";
  }
  if (*satisfied_->met) {
    return "The aim is met. What would still help:\n";
  }
  const bool reached = std::ranges::any_of(
      with(Help::certain), [this](const Difference* it) { return main(*it).value.value_or(0) >= satisfied_->aim; });
  return reached ? "" : fmt::format("No single change reaches the aim of {}.\n", format_share(satisfied_->aim));
}

std::string Advice::note() const {
  const auto is_estimated = [this](const Difference& it) { return main(it).n > 1; };
  if (comparison_.is_exact || std::ranges::none_of(comparison_.differences, is_estimated)) {
    return interval_note(comparison_);
  }
  return "\n" +
         wrapped(fmt::format("±: the true effect is in that range. All of these statements hold together with {} "
                             "confidence.",
                             format_share(comparison_.confidence)),
                 style_.width);
}

std::string Advice::text() const {
  std::string text =
      wrapped("What would help, one change at a time, for the same customers", style_.width) + "\n" + aim() + list();
  for (const Difference* it : with(Help::elsewhere)) {
    text += wrapped("Helps otherwise: " + item(*it), style_.width);
  }
  for (const Difference* it : with(Help::unsure)) {
    text += wrapped("No clear effect: " + item(*it), style_.width);
  }
  if (const auto none = with(Help::none); !none.empty()) {
    text += wrapped("Hardly changes " + metric_name(comparison_.metric) +
                        " (less than 1 % of today's value): " + names_of(none) + ".",
                    style_.width);
  }
  for (const Difference* it : with(Help::trade_off)) {
    text += wrapped("A trade-off: " + item(*it), style_.width);
  }
  for (const Difference* it : with(Help::harm)) {
    text += wrapped("Makes it worse: " + item(*it), style_.width);
  }
  return text + note();
}

}  // namespace

std::string explain_text(const ScenarioResult& result, const std::optional<Comparison>& whatif,
                         const TextStyle& style) {
  const model::RunResult& run = result.pooled;
  std::string text = clipped(result.spec.name, style.width) + "\n\n";
  if (run.customers.arrived == 0) {
    text += "Nobody came.\n";
  } else {
    text += wrapped(customers_sentence(result), style.width) + no_place_sentences(result, style) +
            target_sentences(result, style);
  }
  if (run.money) {
    text += fmt::format("Profit, after wages and running costs: {} a run.\n",
                        format_money(mean_over_runs(result, {"money", "profit"}).value_or(0)));
  }
  text += worst_period_text(result, style);
  for (const std::string& part : {why_sentences(result, style), why_table(result, style)}) {
    text += part.empty() ? "" : "\n" + part;
  }
  return text + "\n" +
         (whatif ? Advice(*whatif, run.satisfied, style).text() : "There is nothing of which there could be more.\n");
}

void write_explanation(JsonWriter& json, const ScenarioResult& result, const std::optional<Comparison>& whatif) {
  json.begin_object();
  json.field("format", "fastfood-explanation/1");
  json.field("version", program_version());
  json.field("scenario", result.spec.name);
  json.field("seed", result.spec.seed);
  json.field("replications", std::max<std::size_t>(result.by_replication.size(), 1));
  json.key("why");
  write_why(json, *result.pooled.why);
  json.key("whatif");
  whatif ? write_comparison(json, *whatif) : json.null();
  json.end_object();
}

}  // namespace fastfood::report
