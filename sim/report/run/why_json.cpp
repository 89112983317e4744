#include "sim/report/run/why_json.hpp"

#include <string_view>

namespace fastfood::report {
namespace {

void write_place(JsonWriter& json, const model::WhyPart& part) {
  json.field("where", part.where);
  json.field("cause", name_of(part.key.cause));
}

void write_parts(JsonWriter& json, const std::vector<model::WhyPart>& parts) {
  json.begin_list();
  for (const model::WhyPart& part : parts) {
    json.begin_object();
    json.field("phase", name_of(part.key.phase));
    write_place(json, part);
    json.field("mean", part.mean);
    json.field("share", part.share);
    json.field("late", part.late);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

void write_why(JsonWriter& json, const model::Why& why) {
  json.begin_object();
  json.field("served", why.served);
  json.key("parts");
  write_parts(json, why.parts);
  json.key("preparing_meanwhile");
  json.begin_list();
  for (const model::WhyPart& part : why.preparing_meanwhile) {
    json.begin_object();
    write_place(json, part);
    json.field("mean", part.mean);
    json.end_object();
  }
  json.end_list();
  json.key("left");
  json.begin_list();
  for (const model::WhyPart& part : why.left) {
    json.begin_object();
    json.field("cause", name_of(part.key.cause));
    json.field("mean", part.mean);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void write_why(JsonWriter& json, const model::CounterSpec& spec, const std::vector<model::TimePart>& parts) {
  json.begin_list();
  for (const model::TimePart& part : parts) {
    json.begin_object();
    json.field("phase", name_of(part.key.phase));
    json.field("where", place_name(spec, part.key));
    json.field("cause", name_of(part.key.cause));
    json.field("seconds", part.time);
    json.end_object();
  }
  json.end_list();
}

}  // namespace fastfood::report
