#include "sim/report/run/orders.hpp"

#include <algorithm>
#include <string_view>

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

bool somebody_orders_from_afar(const model::CounterSpec& spec) {
  const auto is_from_afar = [](const auto& it) { return it.who.comes_after.has_value(); };
  return std::ranges::any_of(spec.orders, is_from_afar) || std::ranges::any_of(spec.arrivals, is_from_afar);
}

}  // namespace

OrderFormat::OrderFormat(const model::CounterSpec& spec, bool has_why)
    : spec_(spec),
      has_why_(has_why),
      has_lines_(!spec.lines.empty()),
      has_ordered_at_(has_lines_ || somebody_orders_from_afar(spec)) {}

void OrderFormat::write(JsonWriter& json, const model::OrderRecord& order,
                        std::optional<std::int64_t> replication) const {
  json.begin_object();
  if (replication.has_value()) {
    json.field("replication", *replication);
  }
  json.field("id", order.id);
  json.field("customer", order.customer);
  json.field("stream", stream_name(spec_, order));
  json.field("outcome", outcome_name(order.outcome));
  json.field("server", order.server);
  if (has_lines_) {
    json.field("line", line_of(order).name);
  }
  if (has_ordered_at_) {
    json.field("ordered_at", order.ordered_at);
  }
  write_times(json, order);
  if (has_lines_) {
    write_stops(json, order);
  }
  json.key("items");
  json.begin_list();
  for (const model::ItemRecord& item : order.items) {
    write_item(json, spec_, item);
  }
  json.end_list();
  if (has_why_) {
    json.key("why");
    order.outcome == model::Outcome::served ? write_why(json, spec_, order.why) : json.null();
  }
  json.end_object();
}

void OrderFormat::write_stops(JsonWriter& json, const model::OrderRecord& order) const {
  json.key("stops");
  json.begin_list();
  for (const model::StopRecord& stop : order.stops) {
    json.begin_object();
    json.field("stop", line_of(order).stops.at(stop.stop).name);
    json.field("asked_at", stop.asked_at);
    json.field("entered_at", stop.entered_at);
    json.field("done_at", stop.done_at);
    json.field("left_at", stop.left_at);
    json.end_object();
  }
  json.end_list();
}

void OrderFormat::append_json(std::string& text, const model::OrderRecord& order,
                              std::optional<std::int64_t> replication) const {
  JsonWriter json{text, Layout::compact};
  write(json, order, replication);
  text += '\n';
}

std::string OrderFormat::csv_header() const {
  std::string header = "replication,id,customer,stream,outcome,server,";
  header += has_lines_ ? "line," : "";
  header += has_ordered_at_ ? "ordered_at," : "";
  return header + "arrived_at,started_at,served_at,left_at,wait_time,service_time,total_time,items\n";
}

void OrderFormat::append_csv(std::string& text, const model::OrderRecord& order,
                             std::optional<std::int64_t> replication) const {
  CsvLine line{text};
  line.number(replication.value_or(0)).number(order.id).text(order.customer);
  line.text(stream_name(spec_, order).value_or("")).text(outcome_name(order.outcome));
  line.text(order.server.has_value() ? std::string_view{*order.server} : "");
  if (has_lines_) {
    line.text(line_of(order).name);
  }
  if (has_ordered_at_) {
    line.number(order.ordered_at);
  }
  line.number(order.arrived_at).number(order.started_at).number(order.served_at).number(order.left_at);
  line.number(wait_time(order)).number(service_time(order)).number(total_time(order));
  line.text(joined_items(spec_, order));
  text += '\n';
}

}  // namespace fastfood::report
