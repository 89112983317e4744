#include "sim/report/study_json.hpp"

#include <string_view>

#include "sim/base/check.hpp"
#include "sim/report/estimates_json.hpp"
#include "sim/report/version.hpp"

namespace sim::report {
namespace {

std::string_view word(experiment::Design design) {
  switch (design) {
    case experiment::Design::grid:
      return "grid";
    case experiment::Design::zip:
      return "zip";
    case experiment::Design::random:
      return "random";
    case experiment::Design::latin_hypercube:
      break;
  }
  return "latin_hypercube";
}

void write_point(JsonWriter& json, const StudyHead& study, std::size_t index, const experiment::PointResult& point) {
  json.begin_object();
  json.field("index", index);
  json.key("parameters");
  write_parameters(json, study.parameters, point.parameters);
  json.field("replications", point.replications);
  json.key("metrics");
  write_estimates(json, study.metrics, point.metrics);
  if (point.is_precise.has_value()) {
    json.field("precise", *point.is_precise);
  }
  json.field("error", point.error);
  json.end_object();
}

}  // namespace

void write_parameters(JsonWriter& json, const std::vector<std::string>& paths, const experiment::Point& values) {
  check(paths.size() == values.size(), "a value for each parameter");
  json.begin_object();
  for (std::size_t place = 0; place < paths.size(); ++place) {
    json.key(paths[place]);
    json.raw(values[place].json);
  }
  json.end_object();
}

void write_study(JsonWriter& json, const StudyHead& study, const std::vector<experiment::PointResult>& points) {
  json.begin_object();
  json.field("format", "fastfood-study/1");
  json.field("version", program_version());
  json.field("scenario", study.scenario);
  json.field("seed", study.seed);
  json.field("design", word(study.design));
  json.key("points");
  json.begin_list();
  for (std::size_t index = 0; index < points.size(); ++index) {
    write_point(json, study, index, points[index]);
  }
  json.end_list();
  json.end_object();
}

void append_point(std::string& text, const StudyHead& study, std::size_t index, const experiment::PointResult& point) {
  JsonWriter json{text, Layout::compact};
  write_point(json, study, index, point);
  text += '\n';
}

}  // namespace sim::report
