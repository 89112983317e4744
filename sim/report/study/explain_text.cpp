#include "sim/report/study/explain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/experiment/run/whatif.hpp"
#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/format/version.hpp"
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

std::string customers_sentence(const ScenarioResult& result, const TextStyle& style) {
  const model::RunResult& run = result.pooled;
  if (run.customers.arrived == 0) {
    return "Nobody came.\n";
  }
  const double runs = static_cast<double>(std::max<std::size_t>(result.by_replication.size(), 1));
  const double arrived = static_cast<double>(run.customers.arrived);
  std::string text = fmt::format("{} customers came{}, {} of them were served", format_number(arrived / runs),
                                 runs > 1 ? fmt::format(" (average of {} runs)", runs) : "",
                                 format_share(static_cast<double>(run.customers.served) / arrived));
  text += run.total_time.mean ? fmt::format(", in {} on average.", format_time(run.total_time.mean)) : ".";
  if (run.satisfied && run.satisfied->fraction) {
    text += fmt::format(" Within {}: {}; the aim is {}: {}.", format_time(in_seconds(run.satisfied->target)),
                        format_share(run.satisfied->fraction), format_share(run.satisfied->aim),
                        *run.satisfied->met ? "met" : "not met");
  }
  return wrapped(text, style.width);
}

/// How one change does, by the main metric; a trade-off is worse there, but serves more customers.
enum class Help { certain, unsure, none, harm, trade_off };

/// What would help, as sentences.
class Advice {
 public:
  Advice(const Comparison& comparison, const TextStyle& style) : comparison_(comparison), style_(style) {}

  std::string text() const;

 private:
  const MetricDifference& main(const Difference& it) const {
    return difference_in(comparison_, it, comparison_.metric);
  }

  bool has(const std::string& metric) const {
    return std::ranges::find(comparison_.metrics, metric) != comparison_.metrics.end();
  }

  Help help_of(const Difference& it) const;
  std::vector<const Difference*> with(Help help) const;
  std::string effect(const std::string& metric, const MetricDifference& it) const;
  std::string item(const Difference& it) const;
  std::string names_of(const std::vector<const Difference*>& changes) const;
  std::string note() const;

  const Comparison& comparison_;
  const TextStyle& style_;
};

Help Advice::help_of(const Difference& it) const {
  const MetricDifference& difference = main(it);
  if (is_negligible(difference) || difference.difference.value_or(0) == 0) {
    return Help::none;
  }
  if (difference.verdict == Verdict::not_distinguishable) {
    return Help::unsure;
  }
  if ((difference.verdict == Verdict::higher) == experiment::higher_is_better(comparison_.metric)) {
    return Help::certain;
  }
  const std::string served = "customers.served";
  const bool serves_more = has(served) && difference_in(comparison_, it, served).verdict == Verdict::higher;
  return serves_more ? Help::trade_off : Help::harm;
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

/// `2.4 ± 0.8 points more within target`, `8.1 ± 3.4 s less total time on average`
std::string Advice::effect(const std::string& metric, const MetricDifference& it) const {
  const bool falls = it.difference.value_or(0) < 0;
  const model::MetricKind kind = kind_of(metric);
  const NumberCells number = number_cells(kind, {difference_number(it, falls ? -1 : 1)});
  const bool is_share = kind == model::MetricKind::share;
  const std::string name = metric == "total_time.mean" ? "total time on average" : metric_name(metric);
  return fmt::format("{}{} {} {}", number.cells.front(),
                     is_share              ? " points"
                     : number.unit.empty() ? ""
                                           : fmt::format(" {}", number.unit),
                     falls ? "less" : "more", name);
}

/// The effect on the main metric, other certain gains, and the cost.
std::string Advice::item(const Difference& it) const {
  std::string text = one_line(display_name(it)) + ": " + effect(comparison_.metric, main(it));
  for (const std::string metric : {"total_time.mean", "customers.served", "money.profit"}) {
    if (metric == comparison_.metric || !has(metric)) {
      continue;
    }
    const MetricDifference& other = difference_in(comparison_, it, metric);
    const Verdict better = experiment::higher_is_better(metric) ? Verdict::higher : Verdict::lower;
    const bool is_told = other.verdict == better || (metric == "money.profit" && other.verdict == Verdict::lower);
    if (is_told && !is_negligible(other)) {
      text += "; " + effect(metric, other);
    }
  }
  return text + (it.cost_per_hour ? fmt::format("; costs {} an hour", format_money(*it.cost_per_hour)) : "") + ".";
}

std::string Advice::names_of(const std::vector<const Difference*>& changes) const {
  std::string names;
  for (const Difference* it : changes) {
    names += (names.empty() ? "" : "; ") + one_line(display_name(*it));
  }
  return names;
}

std::string Advice::note() const {
  if (comparison_.is_exact) {
    return "\nThe scenario has no randomness: the differences are exact.\n";
  }
  return "\n" +
         wrapped(fmt::format("± is how far a difference may be off. What is said of differences holds, all of it "
                             "together, with {} confidence.",
                             format_share(comparison_.confidence)),
                 style_.width);
}

std::string Advice::text() const {
  std::string text = "What would help, one change at a time, for the same customers\n\n";
  const std::vector<const Difference*> helps = with(Help::certain);
  for (std::size_t i = 0; i != helps.size(); ++i) {
    text += wrapped(fmt::format("{}. {}", i + 1, item(*helps[i])), style_.width);
  }
  if (helps.empty()) {
    text += "None of the changes tried certainly improves " + metric_name(comparison_.metric) + " by 1 % or more.\n";
  }
  for (const Difference* it : with(Help::unsure)) {
    text += wrapped("Not certain: " + item(*it), style_.width);
  }
  if (const auto none = with(Help::none); !none.empty()) {
    text += wrapped("Hardly changes anything (below 1 %): " + names_of(none) + ".", style_.width);
  }
  for (const Difference* it : with(Help::trade_off)) {
    text += wrapped("A trade-off, since it serves more customers: " + item(*it), style_.width);
  }
  for (const Difference* it : with(Help::harm)) {
    text += wrapped("Makes it worse: " + item(*it), style_.width);
  }
  return text + note();
}

}  // namespace

std::string explain_text(const ScenarioResult& result, const std::optional<Comparison>& whatif,
                         const TextStyle& style) {
  std::string text = clipped(result.spec.name, style.width) + "\n\n" + customers_sentence(result, style) +
                     worst_period_text(result, style);
  if (result.pooled.why->served != 0) {
    text += "\n" + why_table(result, style) + "\n" + why_sentences(result, style);
  }
  return text + "\n" + (whatif ? Advice(*whatif, style).text() : "There is nothing of which there could be more.\n");
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
