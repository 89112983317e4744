#include "sim/report/orders_csv.hpp"

#include <optional>

#include "sim/report/json_writer.hpp"
#include "sim/report/order_words.hpp"

namespace sim::report {
namespace {

/// The fields of one line, each put behind the one before.
class Fields {
 public:
  explicit Fields(std::string& line) : line_(line) {}

  Fields& text(std::string_view text) {
    const std::size_t begin = next();
    line_ += text;
    quote_from(begin);
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

  Fields& items(const model::CounterSpec& spec, const model::OrderRecord& order) {
    const std::size_t begin = next();
    for (const model::ItemRecord& item : order.items) {
      line_ += &item == &order.items.front() ? "" : "+";
      line_ += spec.menu.at(item.item.index()).name;
    }
    quote_from(begin);
    return *this;
  }

 private:
  /// Where the field begins that comes next.
  std::size_t next() {
    line_ += first_ ? "" : ",";
    first_ = false;
    return line_.size();
  }

  /// Quotes the last field, which begins there, if it would break the line.
  void quote_from(std::size_t begin) {
    if (line_.find_first_of(",\"\r\n", begin) == std::string::npos) {
      return;
    }
    for (std::size_t place = begin; (place = line_.find('"', place)) != std::string::npos; place += 2) {
      line_.insert(place, 1, '"');
    }
    line_.insert(begin, 1, '"');
    line_ += '"';
  }

  std::string& line_;
  bool first_ = true;
};

}  // namespace

std::string_view csv_header() {
  return "replication,id,customer,stream,outcome,server,arrived_at,started_at,served_at,left_at,"
         "wait_time,service_time,total_time,items\n";
}

void append_csv(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order, int replication) {
  Fields fields{text};
  fields.number(replication).number(order.id).text(order.customer);
  fields.text(stream_name(spec, order).value_or("")).text(word(order.outcome));
  fields.text(order.server.has_value() ? std::string_view{*order.server} : "");
  fields.number(order.arrived_at).number(order.started_at).number(order.served_at).number(order.left_at);
  fields.number(wait_time(order)).number(service_time(order)).number(total_time(order));
  fields.items(spec, order);
  text += '\n';
}

}  // namespace sim::report
