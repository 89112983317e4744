#include "sim/report/run/why_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/why_words.hpp"

namespace fastfood::report {
namespace {

using model::Why;
using model::WhyPart;

/// A row of the table: an average customer's time, and a late one's.
struct PartRow {
  std::string name;
  double mean = 0;
  double late = 0;
};

std::vector<PartRow> rows_of(const Why& why, const model::CounterSpec& spec) {
  constexpr double min_share = 0.01;
  const std::vector<Topic> topics = topics_of(why);
  const double total = total_of(topics, &Topic::mean);
  const double late_total = total_of(topics, &Topic::late);
  std::vector<PartRow> rows;
  PartRow others{"everything else"};
  for (const WhyPart& part : why.parts) {
    const double late = part.late.value_or(0);
    if (part.mean >= min_share * total || late > min_share * late_total) {
      rows.push_back({part_name(part, spec), part.mean, late});
    } else {
      others.mean += part.mean;
      others.late += late;
    }
  }
  if (others.mean + others.late > 0) {
    rows.push_back(others);
  }
  return rows;
}

/// A bar as long as the average, and a light one on to what it is for a late customer.
std::string bar(const PartRow& row, double longest) {
  constexpr double columns = 16;
  const auto length = [longest](double seconds) { return static_cast<std::size_t>(columns * seconds / longest + 0.5); };
  std::string text;
  for (std::size_t i = 0; i < std::max(length(row.mean), length(row.late)); ++i) {
    text += i < length(row.mean) ? "█" : "░";
  }
  return text;
}

}  // namespace

std::string why_table(const ScenarioResult& result, const TextStyle& style) {
  const Why& why = *result.pooled.why;
  if (why.parts.empty()) {
    return "";
  }
  const std::vector<PartRow> rows = rows_of(why, result.spec);
  double total = 0;
  double longest = 0;
  std::vector<std::string> names;
  std::vector<std::string> shares;
  std::vector<std::string> bars;
  std::vector<Number> times;
  for (const PartRow& row : rows) {
    total += row.mean;
    longest = std::max({longest, row.mean, row.late});
  }
  for (const PartRow& row : rows) {
    names.push_back(row.name);
    times.push_back({row.mean});
    shares.push_back(fmt::format("{:.0f}", 100 * row.mean / total));
    bars.push_back(bar(row, longest));
  }
  for (const PartRow& row : rows) {
    times.push_back({row.late});
  }
  const NumberCells cells = number_cells(model::MetricKind::time, times);
  const auto middle = cells.cells.begin() + std::ssize(rows);
  TableBuilder table;
  table.add_text("where the time went", names);
  table.add_text(with_unit("average", cells.unit), {cells.cells.begin(), middle});
  table.add_text("%", shares);
  if (has_late(why)) {
    table.add_text(with_unit("late", cells.unit), {middle, cells.cells.end()});
  }
  table.add_text(has_late(why) ? "█ average ░ late" : "", bars);
  return lay_out_with_text(std::move(table).take(), {style});
}

}  // namespace fastfood::report
