#include "sim/report/study/study_csv.hpp"

#include <cstddef>

#include "sim/report/format/csv_line.hpp"
#include "sim/report/format/numbers.hpp"

namespace fastfood::report {
namespace {

void append_header(std::string& text, const StudyHeader& study, bool has_precision) {
  CsvLine line{text};
  line.text("index");
  for (const std::string& path : study.parameters) {
    line.text(path);
  }
  line.text("replications");
  for (const std::string& metric : study.metrics) {
    line.text(metric).text(metric + ".half_width").text(metric + ".n");
  }
  if (has_precision) {
    line.text("precise");
  }
  line.text("error");
  text += '\n';
}

void append_row(std::string& text, const StudyHeader& study, std::size_t index, const experiment::PointResult& point) {
  CsvLine line{text};
  line.number(index);
  for (const experiment::Value& value : point.parameters) {
    line.text(format_value(value));
  }
  line.number(point.replications);
  for (std::size_t metric = 0; metric < study.metrics.size(); ++metric) {
    const auto estimate = metric < point.metrics.size() ? point.metrics[metric] : experiment::Estimate{};
    line.number(estimate.mean).number(estimate.half_width).number(estimate.n);
  }
  if (point.is_precise.has_value()) {
    line.text(*point.is_precise ? "true" : "false");
  }
  line.text(point.error.value_or(""));
  text += '\n';
}

}  // namespace

std::string study_csv(const StudyHeader& study, const std::vector<experiment::PointResult>& points) {
  std::string text;
  append_header(text, study, !points.empty() && points.front().is_precise.has_value());
  for (std::size_t index = 0; index < points.size(); ++index) {
    append_row(text, study, index, points[index]);
  }
  return text;
}

}  // namespace fastfood::report
