#include "sim/report/run/orders.hpp"

#include "sim/report/format/csv_line.hpp"
#include "sim/report/run/why_json.hpp"

namespace fastfood::report {
namespace {

std::optional<Duration> between(std::optional<Instant> from, std::optional<Instant> to) {
  if (!from.has_value() || !to.has_value()) {
    return std::nullopt;
  }
  return *to - *from;
}

std::string_view outcome_name(model::Outcome outcome) {
  switch (outcome) {
    case model::Outcome::served:
      return "served";
    case model::Outcome::balked:
      return "balked";
    case model::Outcome::reneged:
      return "reneged";
    case model::Outcome::unfinished:
      break;
  }
  return "unfinished";
}

std::optional<std::string_view> stream_name(const model::CounterSpec& spec, const model::OrderRecord& order) {
  if (!order.stream.has_value()) {
    return std::nullopt;
  }
  return spec.arrivals.at(order.stream->index()).name;
}

std::optional<Duration> wait_time(const model::OrderRecord& order) {
  return between(order.arrived_at, order.started_at);
}

std::optional<Duration> service_time(const model::OrderRecord& order) {
  return between(order.started_at, order.served_at);
}

std::optional<Duration> total_time(const model::OrderRecord& order) {
  return between(order.arrived_at, order.served_at);
}

void write_step(JsonWriter& json, const model::CounterSpec& spec, const model::StepRecord& step) {
  json.begin_object();
  json.key("station");
  step.station.has_value() ? json.value(spec.stations.at(step.station->index()).name) : json.null();
  json.field("asked_at", step.asked_at);
  json.field("started_at", step.started_at);
  json.field("done_at", step.done_at);
  json.end_object();
}

void write_item(JsonWriter& json, const model::CounterSpec& spec, const model::ItemRecord& item) {
  json.begin_object();
  json.field("item", spec.menu.at(item.item.index()).name);
  json.field("started_at", item.started_at);
  json.field("ready_at", item.ready_at);
  json.key("steps");
  json.begin_list();
  for (const model::StepRecord& step : item.steps) {
    write_step(json, spec, step);
  }
  json.end_list();
  json.end_object();
}

void write_times(JsonWriter& json, const model::OrderRecord& order) {
  json.field("arrived_at", order.arrived_at);
  json.field("started_at", order.started_at);
  json.field("served_at", order.served_at);
  json.field("left_at", order.left_at);
  json.field("wait_time", wait_time(order));
  json.field("service_time", service_time(order));
  json.field("total_time", total_time(order));
}

std::string joined_items(const model::CounterSpec& spec, const model::OrderRecord& order) {
  std::string names;
  for (const model::ItemRecord& item : order.items) {
    names += &item == &order.items.front() ? "" : "+";
    names += spec.menu.at(item.item.index()).name;
  }
  return names;
}

}  // namespace

void write_order(JsonWriter& json, const model::CounterSpec& spec, const model::OrderRecord& order,
                 std::optional<std::int64_t> replication, bool has_why) {
  json.begin_object();
  if (replication.has_value()) {
    json.field("replication", *replication);
  }
  json.field("id", order.id);
  json.field("customer", order.customer);
  json.field("stream", stream_name(spec, order));
  json.field("outcome", outcome_name(order.outcome));
  json.field("server", order.server);
  write_times(json, order);
  json.key("items");
  json.begin_list();
  for (const model::ItemRecord& item : order.items) {
    write_item(json, spec, item);
  }
  json.end_list();
  if (has_why) {
    json.key("why");
    order.outcome == model::Outcome::served ? write_why(json, spec, order.why) : json.null();
  }
  json.end_object();
}

void append_order_json(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                       std::optional<std::int64_t> replication, bool has_why) {
  JsonWriter json{text, Layout::compact};
  write_order(json, spec, order, replication, has_why);
  text += '\n';
}

std::string_view orders_csv_header() {
  return "replication,id,customer,stream,outcome,server,arrived_at,started_at,served_at,left_at,"
         "wait_time,service_time,total_time,items\n";
}

void append_order_csv(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                      std::optional<std::int64_t> replication) {
  CsvLine line{text};
  line.number(replication.value_or(0)).number(order.id).text(order.customer);
  line.text(stream_name(spec, order).value_or("")).text(outcome_name(order.outcome));
  line.text(order.server.has_value() ? std::string_view{*order.server} : "");
  line.number(order.arrived_at).number(order.started_at).number(order.served_at).number(order.left_at);
  line.number(wait_time(order)).number(service_time(order)).number(total_time(order));
  line.text(joined_items(spec, order));
  text += '\n';
}

}  // namespace fastfood::report
