#include "sim/report/run/events_json.hpp"

#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {
namespace {

void write_name(JsonWriter& json, std::string_view key, const std::string* name) {
  json.key(key);
  name != nullptr ? json.value(*name) : json.null();
}

}  // namespace

std::string_view event_name(model::EventKind what) {
  using model::EventKind;
  switch (what) {
    case EventKind::arrives:
      return "arrives";
    case EventKind::balks:
      return "balks";
    case EventKind::reneges:
      return "reneges";
    case EventKind::is_taken:
      return "is taken";
    case EventKind::asks:
      return "asks";
    case EventKind::starts:
      return "starts";
    case EventKind::ends:
      return "ends";
    case EventKind::is_handed_over:
      return "is handed over";
    case EventKind::leaves:
      return "leaves";
    case EventKind::batch_on:
      return "batch on";
    case EventKind::batch_done:
      return "batch done";
    case EventKind::wasted:
      return "wasted";
    case EventKind::fails:
      return "fails";
    case EventKind::repaired:
      return "repaired";
    case EventKind::on_duty:
      return "on duty";
    case EventKind::off_duty:
      return "off duty";
    case EventKind::orders_from_afar:
      return "orders from afar";
    case EventKind::enters:
      return "enters";
    case EventKind::is_blocked:
      return "is blocked";
    case EventKind::moves_on:
      return "moves on";
    case EventKind::starts_work:
      return "starts work";
    case EventKind::ends_work:
      break;
  }
  return "ends work";
}

void append_event(std::string& text, const model::Event& event) {
  JsonWriter json{text, Layout::compact};
  json.begin_object();
  json.field("at", event.at);
  json.field("what", event_name(event.what));
  write_name(json, "customer", event.customer);
  write_name(json, "where", event.where);
  json.end_object();
  text += '\n';
}

}  // namespace fastfood::report
