#include "sim/report/run/summary_text.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "sim/model/run/randomness.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/average_text.hpp"
#include "sim/report/run/customers_text.hpp"
#include "sim/report/run/equipment_text.hpp"
#include "sim/report/run/lines_text.hpp"
#include "sim/report/run/periods_text.hpp"
#include "sim/report/run/staff_text.hpp"
#include "sim/report/run/target_text.hpp"
#include "sim/report/run/why_table.hpp"
#include "sim/report/run/why_text.hpp"

namespace fastfood::report {
namespace {

std::string money_text(const model::Money& money, const TextStyle& style) {
  std::vector<Number> amounts{{money.revenue}, {money.labour}, {money.equipment}, {money.profit}};
  std::vector<std::string> names{"revenue", "labour", "equipment", "profit"};
  if (money.cost_per_served.has_value()) {
    names.emplace_back("cost per customer served");
    amounts.push_back({money.cost_per_served});
  }
  TableBuilder table;
  table.add_text("money", names);
  table.add_numbers("amount", model::MetricKind::money, amounts);
  return fmt::format("\n{}", lay_out(std::move(table).take(), {style}));
}

/// Says where the time went: all of it if that was asked for, otherwise one line if anybody was late.
std::string why_text(const ScenarioResult& result, const TextStyle& style) {
  if (!result.shows_why) {
    const std::string line = why_line(result, style);
    return line.empty() ? "" : "\n" + line;
  }
  std::string text;
  for (const std::string& part : {why_sentences(result, style), why_table(result, style)}) {
    text += part.empty() ? "" : "\n" + part;
  }
  return text;
}

/// Says that one run of a random scenario is no answer, or that several of another are equal.
std::string randomness_note(const ScenarioResult& result, const TextStyle& style) {
  const bool is_random = model::is_random(result.spec);
  if (!result.by_replication.empty()) {
    return is_random ? "" : "\nThe scenario has no randomness: all runs are equal.\n";
  }
  return is_random ? "\n" + wrapped(
                                "This is one random run: another seed gives other numbers. For averages, how much runs "
                                "differ, and confidence intervals, add -n 30.",
                                style.width)
                   : "";
}

}  // namespace

std::string summary_text(const ScenarioResult& result, const TextStyle& style) {
  const bool is_average = !result.by_replication.empty();
  std::string text = clipped(result.spec.name, style.width) + "\n\n" + customers_text(result, style);
  if (is_average) {
    text += average_text(result, style) + target_text(result, style);
  }
  text += times_text(result, style);
  text += streams_text(result, style);
  text += staff_text(result, style);
  text += lines_text(result, style);
  text += equipment_text(result, style);
  text += result.pooled.money.has_value() && !is_average ? money_text(*result.pooled.money, style) : "";
  text += periods_text(result, style);
  if (result.pooled.why) {
    text += why_text(result, style);
  }
  return text + randomness_note(result, style);
}

}  // namespace fastfood::report
