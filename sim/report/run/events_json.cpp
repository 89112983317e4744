#include "sim/report/run/events_json.hpp"

#include "sim/report/format/json_writer.hpp"

namespace sim::report {
namespace {

void write_name(JsonWriter& json, std::string_view key, const std::string* name) {
  json.key(key);
  name != nullptr ? json.value(*name) : json.null();
}

}  // namespace

std::string_view word(model::Happening what) {
  using model::Happening;
  switch (what) {
    case Happening::arrives:
      return "arrives";
    case Happening::balks:
      return "balks";
    case Happening::reneges:
      return "reneges";
    case Happening::is_taken:
      return "is taken";
    case Happening::asks:
      return "asks";
    case Happening::starts:
      return "starts";
    case Happening::ends:
      return "ends";
    case Happening::is_handed_over:
      return "is handed over";
    case Happening::leaves:
      return "leaves";
    case Happening::batch_on:
      return "batch on";
    case Happening::batch_done:
      return "batch done";
    case Happening::wasted:
      return "wasted";
    case Happening::fails:
      return "fails";
    case Happening::repaired:
      return "repaired";
    case Happening::on_duty:
      return "on duty";
    case Happening::off_duty:
      break;
  }
  return "off duty";
}

void append_event(std::string& text, const model::Event& event) {
  JsonWriter json{text, Layout::compact};
  json.begin_object();
  json.field("at", event.at);
  json.field("what", word(event.what));
  write_name(json, "customer", event.customer);
  write_name(json, "where", event.where);
  json.end_object();
  text += '\n';
}

}  // namespace sim::report
