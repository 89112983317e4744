#include "sim/report/orders_csv.hpp"

#include "sim/report/csv_line.hpp"
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

}  // namespace

std::string_view csv_header() {
  return "replication,id,customer,stream,outcome,server,arrived_at,started_at,served_at,left_at,"
         "wait_time,service_time,total_time,items\n";
}

void append_csv(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                std::optional<std::int64_t> replication) {
  CsvLine line{text};
  line.number(replication.value_or(0)).number(order.id).text(order.customer);
  line.text(stream_name(spec, order).value_or("")).text(word(order.outcome));
  line.text(order.server.has_value() ? std::string_view{*order.server} : "");
  line.number(order.arrived_at).number(order.started_at).number(order.served_at).number(order.left_at);
  line.number(wait_time(order)).number(service_time(order)).number(total_time(order));
  line.text(joined_items(spec, order));
  text += '\n';
}

}  // namespace sim::report
