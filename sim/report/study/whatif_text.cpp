#include "sim/report/study/whatif_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/study/difference_text.hpp"

namespace fastfood::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::Margin;
using experiment::MetricDifference;
using experiment::Verdict;

/// The verbs and the sign of an effect on a metric: one more saves or adds, one fewer costs or loses.
struct Effect {
  std::string_view does;
  std::string_view does_otherwise;  // if the sign is the opposite
  double sign;
  Verdict better;
};

Effect effect_on(const std::string& metric, Margin margin) {
  const bool more = margin == Margin::one_more;
  if (experiment::higher_is_better(metric)) {
    return more ? Effect{"adds", "loses", 1, Verdict::higher} : Effect{"loses", "adds", -1, Verdict::higher};
  }
  const bool is_time = kind_of(metric) == MetricKind::time;
  const std::string_view lowers = is_time ? "saves" : "lowers it by";
  const std::string_view raises = is_time ? "costs" : "raises it by";
  return more ? Effect{lowers, raises, -1, Verdict::lower} : Effect{raises, lowers, 1, Verdict::lower};
}

/// The text about one set of changes.
class WhatifReport {
 public:
  WhatifReport(const Comparison& comparison, Margin margin, const TextStyle& style)
      : comparison_(comparison), margin_(margin), effect_(effect_on(comparison.metric, margin)), style_(style) {}

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
  std::string try_it(const Difference& it) const;
  std::string verdict_of(const Difference& it) const;
  std::vector<Number> differences(const std::string& metric, double sign) const;
  std::string table() const;
  std::string notes() const;

  const Comparison& comparison_;
  Margin margin_;
  Effect effect_;
  const TextStyle& style_;
};

/// `grill: 1 → 2 saves 3 ± 1 s (total_time mean)`
std::string WhatifReport::effect_of(const Difference& it) const {
  const bool is_opposite = effect_.sign * main(it).difference.value_or(0) < 0;
  const std::string_view does = is_opposite ? effect_.does_otherwise : effect_.does;
  const double sign = is_opposite ? -effect_.sign : effect_.sign;
  return fmt::format("{} {} {} ({})", one_line(display_name(it)), does,
                     difference_text(comparison_.metric, main(it), sign), metric_name(comparison_.metric));
}

/// Names the first significant improvement, or with one fewer of each the smallest effect.
std::string WhatifReport::sentence() const {
  if (margin_ == Margin::one_fewer) {
    return wrapped(fmt::format("Smallest effect: {}.", effect_of(comparison_.differences.front())), style_.width);
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
    return wrapped(
        fmt::format("Nothing{} helps by 1 % or more: {}.", comparison_.is_exact ? "" : " certainly", effect_of(*first)),
        style_.width);
  }
  const bool is_largest = first == comparison_.differences.begin();
  return wrapped(fmt::format("{}: {}.", is_largest ? "The bottleneck first" : "The largest certain effect",
                             effect_of(*first)),
                 style_.width) +
         try_it(*first);
}

/// Returns how to make the change, if it is short.
std::string WhatifReport::try_it(const Difference& it) const {
  constexpr std::size_t max_value = 60;
  if (it.change.size() != 1 || it.change.front().second.size() > max_value) {
    return "";
  }
  const auto& [path, value] = it.change.front();
  const std::string setting = one_line(path + "=" + value);
  if (setting.find('\'') != std::string::npos) {
    return "";
  }
  constexpr std::string_view plain_to_a_shell = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:,=-";
  const std::string quote = setting.find_first_not_of(plain_to_a_shell) == std::string::npos ? "" : "'";
  return fmt::format("To try it: --set {0}{1}{0}\n", quote, setting);
}

std::string WhatifReport::verdict_of(const Difference& it) const {
  if (is_negligible(main(it))) {
    return "negligible";
  }
  if (main(it).difference == 0 && main(it).half_width == 0) {
    return comparison_.is_exact ? "none" : "none seen";
  }
  return painted_verdict(comparison_.metric, main(it).verdict, style_);
}

std::vector<Number> WhatifReport::differences(const std::string& metric, double sign) const {
  std::vector<Number> numbers;
  for (const Difference& difference : comparison_.differences) {
    numbers.push_back(difference_number(difference_in(comparison_, difference, metric), sign));
  }
  return numbers;
}

std::string WhatifReport::table() const {
  const bool more = margin_ == Margin::one_more;
  const auto column = [this](auto cell) {
    std::vector<std::string> cells;
    std::ranges::transform(comparison_.differences, std::back_inserter(cells), cell);
    return cells;
  };
  TableBuilder table;
  table.add_text(more ? "one more" : "one fewer",
                 column([](const Difference& it) { return one_line(display_name(it)); }));
  const NumberCells effect = number_cells(kind_of(comparison_.metric), differences(comparison_.metric, effect_.sign));
  const bool is_share = kind_of(comparison_.metric) == MetricKind::share;
  table.add_text(with_unit(effect_.does, is_share ? "points" : effect.unit), effect.cells);
  table.add_text("verdict", column([this](const Difference& it) { return verdict_of(it); }));
  const std::string served = "customers.served";
  if (has(served) && comparison_.metric != served) {
    table.add_numbers(more ? "customers won" : "customers lost", MetricKind::number,
                      differences(served, more ? 1 : -1));
  }
  for (const std::string& metric : comparison_.metrics) {
    if (experiment::counts_who_left_a_stop(metric) && comparison_.metric != metric) {
      table.add_numbers(metric_name(metric), MetricKind::number, differences(metric, 1));
    }
  }
  const std::string profit = "money.profit";
  if (has(profit) && comparison_.metric != profit) {
    table.add_numbers("profit change", MetricKind::money, differences(profit, 1));
  }
  return fmt::format("\n{}",
                     lay_out(std::move(table).take(), {style_, {"profit change", "customers won", "customers lost"}}));
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

std::string whatif_text(const Comparison& comparison, Margin margin, const TextStyle& style) {
  const bool more = margin == Margin::one_more;
  const std::string what = fmt::format("One {} of each, against ", more ? "more" : "fewer");
  constexpr std::string_view for_whom = " on the same customers";
  std::string text = fmt::format("{}{}{}\n\n", what,
                                 clipped(comparison.baseline, style.width - what.size() - for_whom.size()), for_whom);
  if (comparison.differences.empty()) {
    return text + fmt::format("There is nothing of which there could be {}.\n", more ? "more" : "fewer");
  }
  return text + WhatifReport(comparison, margin, style).text();
}

}  // namespace fastfood::report
