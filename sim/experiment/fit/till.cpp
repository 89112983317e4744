#include "sim/experiment/fit/till.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>
#include <optional>

#include "sim/scenario/csv/csv_table.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/read/customers.hpp"
#include "sim/scenario/read/dated_time.hpp"
#include "sim/scenario/read/duration.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;

/// Returns true of `2026-11-27 12:03`, and of dates that are written in another way.
bool begins_like_a_date(std::string_view text) {
  const bool has_date = text.size() > 4 && text[4] == '-' && text.find_first_not_of("0123456789") == 4;
  return has_date || text.find_first_of(" T") < text.find(':');
}

TimeStamps kind_of(std::string_view text) {
  if (begins_like_a_date(text)) {
    return TimeStamps::date_and_clock;
  }
  return scenario::looks_like_clock_time(text) ? TimeStamps::clock : TimeStamps::since_start;
}

/// Reads the orders, one row after another.
class TillReader {
 public:
  explicit TillReader(std::string_view csv) : table_(csv) {}

  Result<Till, scenario::Diagnostics> read();

 private:
  void read_at(const scenario::CsvField& field, TillOrder& order);
  void read_date_and_clock(const Field& field, std::string_view text, TillOrder& order);
  OrderedItems read_items(const scenario::CsvField& field);
  std::optional<CountedItem> read_item(std::string_view text);

  scenario::CsvTable table_;
  Till till_;
  std::optional<TimeStamps> stamps_;
  std::map<std::string, std::size_t, std::less<>> indices_;  // of items
};

void TillReader::read_at(const scenario::CsvField& csv_field, TillOrder& order) {
  const scenario::Node node = scenario::node_of(csv_field);
  const Field field(node, scenario::Path{} / "at", table_.faults());
  stamps_ = stamps_.value_or(kind_of(csv_field.text));
  switch (*stamps_) {
    case TimeStamps::since_start:
      order.at = scenario::read_duration(field);
      break;
    case TimeStamps::clock:
      if (const auto clock = scenario::parse_clock_time(csv_field.text)) {
        order.at = *clock;
      } else {
        field.expected(R"(a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59)",
                       scenario::suggest_clock_time(csv_field.text));
      }
      break;
    case TimeStamps::date_and_clock:
      read_date_and_clock(field, csv_field.text, order);
      break;
  }
}

void TillReader::read_date_and_clock(const Field& field, std::string_view text, TillOrder& order) {
  if (const auto dated = scenario::parse_dated_time(text)) {
    order.date = dated->day.time_since_epoch().count();
    order.at = dated->since_midnight;
  } else {
    field.expected(scenario::a_dated_time);
  }
}

/// Returns nothing if the text is no item.
std::optional<CountedItem> TillReader::read_item(std::string_view text) {
  CountedItem item;
  const std::size_t star = text.find('*');
  if (star != text.npos) {
    if (const auto count = scenario::parse_number<std::int64_t>(scenario::trim(text.substr(0, star)))) {
      item.count = *count;
      text = text.substr(star + 1);
    }
  }
  const std::string_view name = scenario::trim(text);
  if (name.empty() || item.count < 1 || item.count > scenario::max_item_count) {
    return std::nullopt;
  }
  const auto [known, is_new] = indices_.try_emplace(std::string(name), till_.items.size());
  if (is_new) {
    till_.items.emplace_back(name);
  }
  item.item = known->second;
  return item;
}

OrderedItems TillReader::read_items(const scenario::CsvField& csv_field) {
  OrderedItems items;
  for (std::string_view rest = csv_field.text; !csv_field.text.empty();) {
    const std::size_t plus = rest.find('+');
    const auto item = read_item(rest.substr(0, plus));
    if (!item) {
      const scenario::Node node{csv_field.at, std::string(csv_field.text)};
      Field(node, scenario::Path{} / "items", table_.faults())
          .expected("names of items joined by +, each perhaps with a count as in 2*burger");
      break;
    }
    const auto known = std::ranges::find(items, item->item, &CountedItem::item);
    if (known == items.end()) {
      items.push_back(*item);
    } else {
      known->count += item->count;
    }
    if (plus == rest.npos) {
      break;
    }
    rest.remove_prefix(plus + 1);
  }
  return items;
}

Result<Till, scenario::Diagnostics> TillReader::read() {
  const auto at = table_.require_column("at");
  const auto items = table_.require_column("items");
  while (table_.next_row()) {
    TillOrder order;
    if (at) {
      read_at(table_.field(*at), order);
    }
    if (items) {
      order.items = read_items(table_.field(*items));
    }
    till_.orders.push_back(std::move(order));
  }
  if (table_.faults().errors() == 0 && till_.orders.empty()) {
    table_.faults().error(table_.position_of(*at), scenario::Path{}, "expected at least one order below it, got none");
  }
  if (table_.faults().errors() > 0) {
    return Unexpected{table_.faults().in_order()};
  }
  till_.stamps = stamps_.value_or(TimeStamps::since_start);
  std::ranges::copy_if(table_.columns(), std::back_inserter(till_.unread_columns),
                       [](const std::string& it) { return it != "at" && it != "items"; });
  return std::move(till_);
}

}  // namespace

Result<Till, scenario::Diagnostics> read_till(std::string_view csv) { return TillReader(csv).read(); }

std::string date_text(std::int64_t date) {
  using namespace std::chrono;
  const year_month_day day{sys_days{days{date}}};
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

}  // namespace fastfood::experiment
