#include "sim/report/run/why_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/numbers.hpp"
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

/// Puts parts of one name together, such as ordering at several groups.
std::vector<PartRow> rows_of(const Why& why, const model::CounterSpec& spec) {
  constexpr double min_share = 0.01;
  const std::vector<Topic> topics = topics_of(why, spec);
  const double total = total_of(topics, &Topic::mean);
  const double late_total = total_of(topics, &Topic::late);
  std::vector<PartRow> rows;
  for (const WhyPart& part : why.parts) {
    const std::string name = part_name(part, spec);
    auto row = std::ranges::find(rows, name, &PartRow::name);
    if (row == rows.end()) {
      row = rows.insert(row, {name});
    }
    row->mean += part.mean;
    row->late += part.late.value_or(0);
  }
  const auto is_small = [=](const PartRow& row) {
    return row.mean < min_share * total && row.late <= min_share * late_total;
  };
  PartRow others{"everything else"};
  for (const PartRow& row : rows) {
    others.mean += is_small(row) ? row.mean : 0;
    others.late += is_small(row) ? row.late : 0;
  }
  std::erase_if(rows, is_small);
  if (others.mean + others.late > 0) {
    rows.push_back(others);
  }
  return rows;
}

/// A bar as long as the average, and a light one on to what it is for a late customer.
std::string bar(const PartRow& row, double longest, std::size_t columns) {
  const auto length = [=](double seconds) {
    return static_cast<std::size_t>(std::lround(static_cast<double>(columns) * seconds / longest));
  };
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
  const auto [longest_mean, longest_late] =
      std::pair(std::ranges::max(rows, {}, &PartRow::mean).mean, std::ranges::max(rows, {}, &PartRow::late).late);
  const double longest = std::max(longest_mean, longest_late);
  constexpr double minutes_from = 6000;
  const TimeUnit unit = longest < minutes_from ? TimeUnit{"s", 1} : time_unit_of(longest);
  const int decimals = number_in(unit, longest) < 10 ? 2 : 1;
  double total = 0;
  for (const PartRow& row : rows) {
    total += row.mean;
  }
  std::vector<std::string> names;
  std::vector<std::string> means;
  std::vector<std::string> shares;
  std::vector<std::string> lates;
  std::vector<std::string> bars;
  for (const PartRow& row : rows) {
    names.push_back(row.name);
    means.push_back(fmt::format("{:.{}f}", number_in(unit, row.mean), decimals));
    shares.push_back(fmt::format("{:.0f}", 100 * row.mean / total));
    lates.push_back(fmt::format("{:.{}f}", number_in(unit, row.late), decimals));
    bars.push_back(bar(row, longest, style.width / 5));
  }
  TableBuilder table;
  table.add_text("where the time went", names);
  table.add_text(with_unit("average", unit.name), means);
  table.add_text("%", shares);
  if (has_late(why)) {
    table.add_text(with_unit("late", unit.name), lates);
  }
  table.add_text("", bars);
  const std::string note = std::string{has_late(why) ? "█ an average customer, ░ how much more a late one. " : ""} +
                           "Preparing is told of the item of each order that is ready last.";
  return lay_out_with_text(std::move(table).take(), {style}) + wrapped(note, style.width);
}

}  // namespace fastfood::report
