#include "sim/scenario/read/order_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "sim/base/ascii.hpp"
#include "sim/scenario/csv/csv_reader.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/hints/synonyms.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/read/customers.hpp"
#include "sim/scenario/read/dated_time.hpp"
#include "sim/scenario/read/duration.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view order_columns[] = {"at",       "items",   "customer", "priority",
                                              "patience", "balk_at", "line",     "comes_after"};

// Returns true for 2026-11-27 and 27.11.2026 12:03, which no instant looks like.
bool looks_like_date(std::string_view text) {
  const auto separators = std::ranges::count_if(text, [](char letter) { return letter == '-' || letter == '/'; });
  const auto points = std::ranges::count(text, '.');
  return !text.empty() && is_digit(text.front()) && (separators >= 2 || points >= 2);
}

/// Reads one file, row by row. Each row becomes an object with the keys of an order, which is read as one of a
/// scenario.
class OrderFileReader {
 public:
  OrderFileReader(std::string_view text, const CustomersContext& context, Faults& faults)
      : csv_(text), context_(&context), faults_(&faults) {}

  std::vector<model::OrderSpec> read();

 private:
  void read_header();
  void warn_of_unknown(const CsvField& field);
  void require_column(std::string_view name, const CsvField* whole_header);
  bool has_column(std::string_view name) const { return std::ranges::find(columns_, name) != columns_.end(); }
  model::OrderSpec read_row(std::size_t number);
  std::optional<Node> value_of(std::string_view column, const CsvField& field);
  std::optional<Node> instant_of(const CsvField& field);
  std::optional<Node> json_of(std::string_view column, const CsvField& field);
  std::vector<model::OrderedItem> read_items(const CsvField& field);
  std::optional<model::OrderedItem> read_item(std::string_view text, Position at);
  void fault(Position at, std::string_view column, std::string_view what);

  CsvReader csv_;
  const CustomersContext* context_;
  Faults* faults_;
  std::vector<std::string_view> columns_;  // the key of an order for each column; empty if it is ignored
  std::string date_;                       // the first one
  int date_line_ = 0;
  bool reported_clock_ = false;
};

std::vector<model::OrderSpec> OrderFileReader::read() {
  std::vector<model::OrderSpec> orders;
  read_header();
  while (columns_.size() > 1 && csv_.read_row()) {
    const std::size_t count = csv_.fields().size();
    if (count != columns_.size()) {
      faults_->error(csv_.fields().front().at, {},
                     fmt::format("expected {} fields, as the header has, got {}", columns_.size(), count));
    } else {
      orders.push_back(read_row(orders.size() + 1));
    }
  }
  if (const auto& fault = csv_.fault()) faults_->error({fault->line, fault->column}, {}, fault->text);
  return orders;
}

void OrderFileReader::fault(Position at, std::string_view column, std::string_view what) {
  faults_->error(at, Path() / column, what);
}

void OrderFileReader::read_header() {
  const bool has_header = csv_.read_row();
  const std::span<const CsvField> header = csv_.fields();
  for (const CsvField& field : header) {
    const auto* key = std::ranges::find(order_columns, field.text);
    const bool is_known = key != std::end(order_columns);
    if (is_known && has_column(*key)) fault(field.at, *key, "duplicate column; remove one of them");
    columns_.push_back(is_known ? *key : "");
  }
  if (!has_header && csv_.fault()) return;
  for (const std::string_view name : {"at", "items"})
    require_column(name, header.size() == 1 ? header.data() : nullptr);
  for (std::size_t index = 0; index != header.size(); ++index) {
    if (columns_[index].empty()) warn_of_unknown(header[index]);
  }
}

void OrderFileReader::require_column(std::string_view name, const CsvField* whole_header) {
  if (has_column(name)) return;
  const std::size_t separator =
      whole_header == nullptr ? std::string_view::npos : whole_header->text.find_first_of(";\t|");
  const std::string advice = separator == std::string_view::npos
                                 ? "a till's file has a column at and a column items"
                                 : fmt::format("separate the columns by ',' and not by {}",
                                               describe_next(whole_header->text.substr(separator, 1)));
  fault({1, 1}, name, fmt::format("missing; {}", advice));
}

void OrderFileReader::warn_of_unknown(const CsvField& field) {
  const Synonym* synonym = find_synonym("order", field.text, order_columns);
  const auto meant = synonym != nullptr && !synonym->key.empty()
                         ? std::optional(synonym->key)
                         : nearest(field.text, order_columns, faults_->hint_budget());
  const std::string hint = meant && !has_column(*meant) ? fmt::format("; did you mean {}?", *meant) : "";
  const Path path = field.text.empty() ? Path() : Path() / field.text;
  faults_->warning(field.at, path,
                   (field.text.empty() ? "a column without a name is ignored" : "unknown column, ignored") + hint);
}

model::OrderSpec OrderFileReader::read_row(std::size_t number) {
  Node row{csv_.fields().front().at, Node::Object{}};
  auto& members = std::get<Node::Object>(row.value);
  std::vector<model::OrderedItem> items;
  for (std::size_t index = 0; index != columns_.size(); ++index) {
    const CsvField& field = csv_.fields()[index];
    if (columns_[index].empty() || field.text.empty()) continue;
    if (columns_[index] == "items") {
      items = read_items(field);
    } else if (auto value = value_of(columns_[index], field)) {
      members.push_back({std::string(columns_[index]), field.at, std::move(*value)});
    }
  }
  const Object object(Field(row, {}, *faults_), {"order", order_columns});
  model::OrderSpec order = read_order_but_items(object, number, *context_);
  order.items = std::move(items);
  return order;
}

// Returns the value as a scenario would have it; nothing if that has been reported.
std::optional<Node> OrderFileReader::value_of(std::string_view column, const CsvField& field) {
  if (column == "at") return instant_of(field);
  const bool is_name = column == "customer" || column == "line";
  const bool is_json = field.text.front() == '{' || field.text.front() == '[';
  if (is_json && column != "customer") return json_of(column, field);
  if (!is_name && parse_decimal(field.text)) return Node{field.at, Number{std::string(field.text)}};
  return Node{field.at, std::string(field.text)};
}

std::optional<Node> OrderFileReader::instant_of(const CsvField& field) {
  std::string_view text = field.text;
  if (looks_like_date(text)) {
    const auto dated = parse_dated_time(text);
    if (!dated) {
      fault(field.at, "at", fmt::format("expected {}, got {}", a_dated_time, in_quotes(text)));
      return std::nullopt;
    }
    if (date_line_ == 0) {
      date_ = dated->date;
      date_line_ = field.at.line;
    } else if (dated->date != date_) {
      fault(field.at, "at",
            fmt::format("expected the date of line {}, {}, got {}; put each day into a file of its own", date_line_,
                        date_, dated->date));
      return std::nullopt;
    }
    text = dated->time;
  }
  // One missing key of the scenario would otherwise be a fault of each row.
  if (looks_like_clock_time(text) && !context_->clock.is_set && std::exchange(reported_clock_, true))
    return std::nullopt;
  if (parse_decimal(text)) return Node{field.at, Number{std::string(text)}};
  return Node{field.at, std::string(text)};
}

// All of a distribution or a list stands at its field: quotes inside it are doubled, so that columns would mislead.
std::optional<Node> OrderFileReader::json_of(std::string_view column, const CsvField& field) {
  Document document = parse_document(field.text);
  for (const Diagnostic& diagnostic : document.faults.in_order()) fault(field.at, column, diagnostic.text);
  if (document.faults.errors() > 0) return std::nullopt;
  set_position(*document.root, field.at);
  return std::move(document.root);
}

std::vector<model::OrderedItem> OrderFileReader::read_items(const CsvField& field) {
  std::vector<model::OrderedItem> items;
  std::string_view rest = field.text;
  items.reserve(static_cast<std::size_t>(std::ranges::count(rest, '+')) + 1);
  for (bool is_last = false; !is_last;) {
    const std::size_t end = std::min(rest.find('+'), rest.size());
    is_last = end == rest.size();
    if (const auto item = read_item(trim(rest.substr(0, end)), field.at)) items.push_back(*item);
    rest.remove_prefix(is_last ? end : end + 1);
  }
  return items;
}

std::optional<model::OrderedItem> OrderFileReader::read_item(std::string_view text, Position at) {
  if (const auto index = context_->menu.names.find(text)) return model::OrderedItem{model::ItemId(*index)};
  const Path path = Path() / "items";
  if (text.empty()) {
    faults_->error(at, path, "a name is missing next to a +; leave the + out");
    return std::nullopt;
  }
  model::OrderedItem ordered;
  const std::size_t star = text.find('*');
  const std::string_view count = trim(text.substr(0, std::min(star, text.size())));
  if (star != std::string_view::npos && parse_decimal(count)) {
    const Node number{at, Number{std::string(count)}};
    ordered.count = read_count(Field(number, path, *faults_), max_item_count);
    text = trim(text.substr(star + 1));
    if (text.empty()) {
      faults_->error(at, path, fmt::format("a name is missing after {}*", excerpt(count)));
      return std::nullopt;
    }
  }
  if (text.find_first_of(",;/|&") != std::string_view::npos) {
    faults_->error(at, path, fmt::format("{} is not the name of an item; join several by +", in_quotes(text)));
    return std::nullopt;
  }
  const Node name{at, std::string(text)};
  const auto index = context_->menu.names.find(Field(name, path, *faults_));
  if (!index) return std::nullopt;
  ordered.item = model::ItemId(*index);
  return ordered;
}

}  // namespace

std::vector<model::OrderSpec> read_order_file(std::string_view text, const CustomersContext& context, Faults& faults) {
  return OrderFileReader(text, context, faults).read();
}

}  // namespace fastfood::scenario
