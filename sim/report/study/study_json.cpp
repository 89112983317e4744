#include "sim/report/study/study_json.hpp"

#include <cstddef>
#include <string_view>

#include "sim/base/check.hpp"
#include "sim/report/format/estimates_json.hpp"
#include "sim/report/format/version.hpp"

namespace fastfood::report {
namespace {

using experiment::Candidate;
using experiment::Meets;
using experiment::Optimum;

std::string_view design_name(experiment::Design design) {
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

std::string_view verdict_name(experiment::Verdict verdict) {
  switch (verdict) {
    case experiment::Verdict::lower:
      return "lower";
    case experiment::Verdict::higher:
      return "higher";
    case experiment::Verdict::not_distinguishable:
      break;
  }
  return "not distinguishable";
}

std::string_view meets_name(Meets meets) {
  switch (meets) {
    case Meets::yes:
      return "yes";
    case Meets::no:
      return "no";
    case Meets::unclear:
      return "unclear";
    case Meets::not_needed:
      break;
  }
  return "not needed";
}

void write_point(JsonWriter& json, const StudyHeader& study, std::size_t index, const experiment::PointResult& point) {
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

void write_metric(JsonWriter& json, const experiment::MetricDifference& metric) {
  json.begin_object();
  json.field("baseline", metric.baseline);
  json.field("value", metric.value);
  json.field("difference", metric.difference);
  json.field("half_width", metric.half_width);
  json.field("correlation", metric.correlation);
  json.field("n", metric.n);
  json.field("verdict", verdict_name(metric.verdict));
  json.end_object();
}

void write_difference(JsonWriter& json, const experiment::Comparison& comparison,
                      const experiment::Difference& difference) {
  check(difference.metrics.size() == comparison.metrics.size(), "a difference for each metric");
  json.begin_object();
  json.field("name", difference.name);
  json.key("change");
  json.begin_object();
  for (const auto& [path, value] : difference.change) {
    json.key(path);
    json.raw(value);
  }
  json.end_object();
  json.key("metrics");
  json.begin_object();
  for (std::size_t index = 0; index < comparison.metrics.size(); ++index) {
    json.key(comparison.metrics[index]);
    write_metric(json, difference.metrics[index]);
  }
  json.end_object();
  json.end_object();
}

void write_parameters_and_cost(JsonWriter& json, const StudyHeader& study, const Candidate& candidate) {
  json.key("parameters");
  write_parameters(json, study.parameters, candidate.parameters);
  json.field("cost", candidate.cost);
}

void write_best(JsonWriter& json, const StudyHeader& study, const Optimum& optimum) {
  json.key("best");
  if (!optimum.best.has_value()) {
    json.null();
    return;
  }
  const Candidate& best = optimum.candidates.at(*optimum.best);
  json.begin_object();
  write_parameters_and_cost(json, study, best);
  json.key("metrics");
  write_estimates(json, optimum.metrics, best.metrics);
  json.end_object();
}

void write_candidate(JsonWriter& json, const StudyHeader& study, const Optimum& optimum, const Candidate& candidate) {
  json.begin_object();
  write_parameters_and_cost(json, study, candidate);
  json.field("meets", meets_name(candidate.meets));
  json.field("replications", candidate.replications);
  json.key("metrics");
  write_estimates(json, optimum.metrics, candidate.metrics);
  if (candidate.error.has_value()) {
    json.field("error", *candidate.error);
  }
  json.end_object();
}

}  // namespace

void write_parameters(JsonWriter& json, const std::vector<std::string>& paths, const experiment::Point& values) {
  check(paths.size() == values.size(), "a value for each parameter");
  json.begin_object();
  for (std::size_t index = 0; index < paths.size(); ++index) {
    json.key(paths[index]);
    json.raw(values[index].json);
  }
  json.end_object();
}

void write_study(JsonWriter& json, const StudyHeader& study, const std::vector<experiment::PointResult>& points) {
  json.begin_object();
  json.field("format", "fastfood-study/1");
  json.field("version", program_version());
  json.field("scenario", study.scenario);
  json.field("seed", study.seed);
  json.field("design", design_name(study.design));
  json.key("points");
  json.begin_list();
  for (std::size_t index = 0; index < points.size(); ++index) {
    write_point(json, study, index, points[index]);
  }
  json.end_list();
  json.end_object();
}

void append_point(std::string& text, const StudyHeader& study, std::size_t index,
                  const experiment::PointResult& point) {
  JsonWriter json{text, Layout::compact};
  write_point(json, study, index, point);
  text += '\n';
}

void write_comparison(JsonWriter& json, const experiment::Comparison& comparison) {
  json.begin_object();
  json.field("format", "fastfood-comparison/1");
  json.field("version", program_version());
  json.field("baseline", comparison.baseline);
  json.field("metric", comparison.metric);
  json.field("confidence", comparison.confidence);
  json.key("differences");
  json.begin_list();
  for (const experiment::Difference& difference : comparison.differences) {
    write_difference(json, comparison, difference);
  }
  json.end_list();
  json.end_object();
}

void write_optimum(JsonWriter& json, const StudyHeader& study, const std::vector<experiment::Requirement>& require,
                   double confidence, const Optimum& optimum) {
  json.begin_object();
  json.field("format", "fastfood-optimum/1");
  json.field("version", program_version());
  json.field("scenario", study.scenario);
  json.key("require");
  json.begin_list();
  for (const experiment::Requirement& requirement : require) {
    json.value(requirement.text);
  }
  json.end_list();
  if (optimum.objective) {
    json.key("objective");
    json.begin_object();
    json.field(optimum.objective->direction == experiment::Direction::maximize ? "maximize" : "minimize",
               optimum.objective->metric);
    json.end_object();
  }
  json.field("confidence", confidence);
  write_best(json, study, optimum);
  if (optimum.objective) {
    json.key("not_distinguishable");
    json.begin_list();
    for (const std::size_t point : optimum.undistinguished) {
      json.value(point);
    }
    json.end_list();
  }
  json.key("points");
  json.begin_list();
  for (const Candidate& candidate : optimum.candidates) {
    write_candidate(json, study, optimum, candidate);
  }
  json.end_list();
  json.end_object();
}

}  // namespace fastfood::report
