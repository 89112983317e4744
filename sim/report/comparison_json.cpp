#include "sim/report/comparison_json.hpp"

#include <cstddef>
#include <string_view>

#include "sim/base/check.hpp"
#include "sim/report/version.hpp"

namespace sim::report {
namespace {

std::string_view word(experiment::Verdict verdict) {
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

void write_metric(JsonWriter& json, const experiment::MetricDifference& metric) {
  json.begin_object();
  json.field("baseline", metric.baseline);
  json.field("value", metric.value);
  json.field("difference", metric.difference);
  json.field("half_width", metric.half_width);
  json.field("correlation", metric.correlation);
  json.field("n", metric.n);
  json.field("verdict", word(metric.verdict));
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
  for (std::size_t place = 0; place < comparison.metrics.size(); ++place) {
    json.key(comparison.metrics[place]);
    write_metric(json, difference.metrics[place]);
  }
  json.end_object();
  json.end_object();
}

}  // namespace

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

}  // namespace sim::report
