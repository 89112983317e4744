#include "sim/report/run/summary_text.hpp"

#include <fmt/format.h>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/customers_text.hpp"
#include "sim/report/run/equipment_text.hpp"
#include "sim/report/run/estimates_text.hpp"
#include "sim/report/run/periods_text.hpp"
#include "sim/report/run/staff_text.hpp"

namespace fastfood::report {
namespace {

std::string money_text(const model::Money& money) {
  TextTable table{{"money", "amount"},
                  {"revenue", format_money(money.revenue)},
                  {"labour", format_money(money.labour)},
                  {"equipment", format_money(money.equipment)},
                  {"profit", format_money(money.profit)}};
  if (money.cost_per_served.has_value()) {
    table.push_back({"cost per customer served", format_money(*money.cost_per_served)});
  }
  return fmt::format("\n{}", lay_out(table));
}

/// Returns all but the heading, with `estimates` before the table of periods.
std::string body_text(const model::CounterSpec& spec, const model::RunResult& run, const std::string& estimates) {
  std::string text = customers_text(spec, run);
  text += times_text(run);
  text += streams_text(run);
  text += staff_text(spec, run.servers);
  text += equipment_text(run);
  text += run.money.has_value() ? money_text(*run.money) : "";
  text += estimates;
  text += periods_text(spec, run);
  return text;
}

std::string summary_heading(const model::CounterSpec& spec) { return clipped(spec.name, line_width) + "\n\n"; }

}  // namespace

std::string summary_text(const model::CounterSpec& spec, const model::RunResult& run) {
  return summary_heading(spec) + body_text(spec, run, "");
}

std::string summary_text(const ScenarioResult& result) {
  std::string text = summary_heading(result.spec);
  if (!result.by_replication.empty()) {
    text += fmt::format("{} replications together\n", result.by_replication.size());
  }
  return text + body_text(result.spec, result.pooled, estimates_text(result));
}

}  // namespace fastfood::report
