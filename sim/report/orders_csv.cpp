#include "sim/report/orders_csv.hpp"

#include <optional>
#include <string_view>

#include "sim/report/json_writer.hpp"
#include "sim/report/order_words.hpp"

namespace sim::report {
namespace {

std::string joined_items(const model::CounterSpec& spec, const model::OrderRecord& order) {
  std::string names;
  for (const model::ItemRecord& item : order.items) {
    names += &item == &order.items.front() ? "" : "+";
    names += spec.menu.at(item.item.index()).name;
  }
  return names;
}

/// The fields of one line, each put behind the one before.
class Fields {
 public:
  Fields& text(std::string_view text) {
    next();
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      line_ += text;
      return *this;
    }
    line_ += '"';
    for (const char character : text) {
      line_.append(character == '"' ? 2 : 1, character);
    }
    line_ += '"';
    return *this;
  }

  /// Numbers and times look the same as in JSON.
  template <class Number>
  Fields& number(const Number& number) {
    next();
    JsonWriter{line_, Layout::compact}.value(number);
    return *this;
  }

  template <class Number>
  Fields& number(const std::optional<Number>& maybe) {
    return maybe.has_value() ? number(*maybe) : text("");
  }

  std::string line() && { return std::move(line_) + "\n"; }

 private:
  void next() {
    line_ += first_ ? "" : ",";
    first_ = false;
  }

  std::string line_;
  bool first_ = true;
};

}  // namespace

std::string csv_header() {
  return "replication,id,customer,stream,outcome,server,arrived_at,started_at,served_at,left_at,"
         "wait_time,service_time,total_time,items\n";
}

std::string csv_line(const model::CounterSpec& spec, const model::OrderRecord& order, int replication) {
  Fields fields;
  fields.number(replication).number(order.id).text(order.customer);
  fields.text(stream_name(spec, order).value_or("")).text(word(order.outcome)).text(order.server.value_or(""));
  fields.number(order.arrived_at).number(order.started_at).number(order.served_at).number(order.left_at);
  fields.number(wait_time(order)).number(service_time(order)).number(total_time(order));
  fields.text(joined_items(spec, order));
  return std::move(fields).line();
}

}  // namespace sim::report
