#include "sim/report/study/whatif_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/study/difference_text.hpp"

namespace fastfood::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::Margin;
using experiment::MetricDifference;
using experiment::Verdict;

constexpr std::size_t max_change_width = 34;
constexpr double negligible = 0.01;  // of today's value

/// The verb and the sign of an effect on a metric: one more saves or adds, one fewer costs or loses.
struct Effect {
  std::string_view does;
  double sign;
  Verdict better;
};

Effect effect_on(const std::string& metric, Margin margin) {
  const bool more = margin == Margin::one_more;
  if (experiment::higher_is_better(metric)) {
    return {more ? "adds" : "loses", more ? 1.0 : -1.0, Verdict::higher};
  }
  const bool is_time = kind_of(metric) == MetricKind::time;
  if (more) {
    return {is_time ? "saves" : "lowers it by", -1, Verdict::lower};
  }
  return {is_time ? "costs" : "raises it by", 1, Verdict::lower};
}

/// Returns true if the effect is certainly small. If its sign is uncertain, its whole interval must be small.
bool is_negligible(const MetricDifference& it) {
  if (!it.baseline || !it.difference || !it.half_width || (*it.difference == 0 && *it.half_width == 0)) {
    return false;
  }
  const double unsure = it.verdict == Verdict::not_distinguishable ? *it.half_width : 0;
  return std::abs(*it.difference) + unsure < negligible * std::abs(*it.baseline);
}

/// The text about one set of changes.
class WhatifReport {
 public:
  WhatifReport(const Comparison& comparison, Margin margin)
      : comparison_(comparison), margin_(margin), effect_(effect_on(comparison.metric, margin)) {}

  std::string text() const { return sentence() + table() + notes(); }

 private:
  const MetricDifference& main(const Difference& it) const {
    return difference_in(comparison_, it, comparison_.metric);
  }
  bool has(std::string_view metric) const {
    return std::ranges::find(comparison_.metrics, metric) != comparison_.metrics.end();
  }
  std::string sentence() const;
  std::string effect_of(const Difference& it) const;
  std::string verdict_of(const Difference& it) const;
  std::string table() const;
  std::string notes() const;

  const Comparison& comparison_;
  Margin margin_;
  Effect effect_;
};

/// `grill: 1 → 2 saves 3 ± 1 s (total_time mean)`
std::string WhatifReport::effect_of(const Difference& it) const {
  return fmt::format("{} {} {} ({})", clipped(display_name(it), max_change_width), effect_.does,
                     difference_text(comparison_.metric, main(it), effect_.sign), metric_name(comparison_.metric));
}

/// Names the first significant improvement, or with one fewer of each the smallest effect.
std::string WhatifReport::sentence() const {
  if (margin_ == Margin::one_fewer) {
    return fmt::format("Smallest effect: {}.\n", effect_of(comparison_.differences.front()));
  }
  const auto is_known = [this](const Difference& it) { return main(it).difference.has_value(); };
  if (std::ranges::none_of(comparison_.differences, is_known)) {
    return fmt::format("No run has a value of {}.\n", metric_name(comparison_.metric));
  }
  const auto helps = [this](const Difference& it) { return main(it).verdict == effect_.better; };
  const auto first = std::ranges::find_if(comparison_.differences, helps);
  if (first == comparison_.differences.end()) {
    return fmt::format("Nothing{} improves {}.\n", comparison_.is_exact ? "" : " certainly",
                       metric_name(comparison_.metric));
  }
  if (is_negligible(main(*first))) {
    return fmt::format("Nothing{} helps by 1 % or more: {}.\n", comparison_.is_exact ? "" : " certainly",
                       effect_of(*first));
  }
  return fmt::format("The bottleneck first: {}.\n", effect_of(*first));
}

std::string WhatifReport::verdict_of(const Difference& it) const {
  if (is_negligible(main(it))) {
    return "negligible";
  }
  if (main(it).difference == 0 && main(it).half_width == 0) {
    return comparison_.is_exact ? "none" : "none seen";
  }
  return verdict_text(comparison_.metric, main(it).verdict);
}

std::string WhatifReport::table() const {
  const bool more = margin_ == Margin::one_more;
  const std::string served = "customers.served";
  const std::string profit = "money.profit";
  const std::vector<Column<Difference>> columns{
      {more ? "one more" : "one fewer",
       [](const Difference& it) { return clipped(display_name(it), max_change_width); }},
      {std::string{effect_.does},
       [this](const Difference& it) { return difference_text(comparison_.metric, main(it), effect_.sign); }},
      {"verdict", [this](const Difference& it) { return verdict_of(it); }},
      {more ? "customers won" : "customers lost",
       [&](const Difference& it) {
         return difference_text(served, difference_in(comparison_, it, served), more ? 1 : -1);
       },
       has(served) && comparison_.metric != served},
      {"profit change",
       [&](const Difference& it) { return difference_text(profit, difference_in(comparison_, it, profit)); },
       has(profit) && comparison_.metric != profit},
  };
  const TextTable table = table_of(comparison_.differences, columns);
  return fmt::format("\n{}", lay_out_fitted(table, {"profit change", "customers won", "customers lost"}));
}

std::string WhatifReport::notes() const {
  std::string text;
  if (std::ranges::any_of(comparison_.differences, [this](const auto& it) { return is_negligible(main(it)); })) {
    text += "\nNegligible: less than 1 % of today's value.\n";
  }
  text += interval_note(comparison_);
  const bool is_time = kind_of(comparison_.metric) == MetricKind::time;
  return text + (is_time ? served_share_note(comparison_) : "");
}

}  // namespace

std::string whatif_text(const Comparison& comparison, Margin margin) {
  const bool more = margin == Margin::one_more;
  std::string text = fmt::format("One {} of each, against {} on the same customers\n\n", more ? "more" : "fewer",
                                 clipped(comparison.baseline, line_width - 46));
  if (comparison.differences.empty()) {
    return text + fmt::format("There is nothing of which there could be {}.\n", more ? "more" : "fewer");
  }
  return text + WhatifReport(comparison, margin).text();
}

}  // namespace fastfood::report
