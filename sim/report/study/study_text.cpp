#include "sim/report/study/study_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using experiment::PointResult;

constexpr std::size_t max_point_rows = 40;
constexpr std::size_t max_named_points = 10;
constexpr std::size_t max_failure_width = 160;

struct PointRow {
  std::size_t index;
  const PointResult* point;
};

std::vector<PointRow> point_rows(const std::vector<PointResult>& points) {
  std::vector<PointRow> rows;
  for (const PointResult& point : points) {
    rows.push_back({rows.size(), &point});
  }
  return rows;
}

/// The first rows of a kind, and the number of others.
struct FirstRows {
  std::vector<PointRow> rows;
  std::size_t more = 0;
};

FirstRows first_where(const std::vector<PointResult>& points, bool (*holds)(const PointResult&)) {
  std::vector<PointRow> rows = point_rows(points);
  std::erase_if(rows, [holds](const PointRow& row) { return !holds(*row.point); });
  const std::size_t shown = std::min(rows.size(), max_named_points);
  const std::size_t more = rows.size() - shown;
  rows.resize(shown);
  return {std::move(rows), more};
}

/// Returns the number of replications of each point, if it is the same for all that did not fail.
std::optional<std::int64_t> replications_of_each(const std::vector<PointResult>& points) {
  std::optional<std::int64_t> of_each;
  for (const PointResult& point : points) {
    if (!point.error.has_value() && of_each.value_or(point.replications) != point.replications) {
      return std::nullopt;
    }
    of_each = point.error.has_value() ? of_each : point.replications;
  }
  return of_each;
}

/// Returns the confidence level of the intervals, or nothing if there are none.
std::optional<double> confidence_of(const std::vector<PointResult>& points) {
  for (const PointResult& point : points) {
    for (const experiment::Estimate& estimate : point.metrics) {
      if (estimate.half_width.has_value()) {
        return estimate.confidence;
      }
    }
  }
  return std::nullopt;
}

std::string plural(std::size_t count, const std::string& one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string points_heading(const std::vector<PointResult>& points) {
  std::string text = plural(points.size(), "point");
  if (const auto of_each = replications_of_each(points)) {
    text += fmt::format(", {} each", plural(static_cast<std::size_t>(*of_each), "replication"));
  }
  if (const auto confidence = confidence_of(points)) {
    text += fmt::format("; ± is half of a {} interval", format_share(confidence));
  }
  return text + "\n\n";
}

Number metric_number(std::size_t metric, const PointResult& point) {
  const bool is_there = !point.error.has_value() && metric < point.metrics.size();
  return is_there ? number_of(point.metrics[metric]) : Number{};
}

/// Shows as many metrics as fit, and always the first.
std::string points_table(const StudyHeader& study, const std::vector<PointResult>& points, const TextStyle& style) {
  const std::size_t listed = std::min(points.size(), max_point_rows);
  const auto column = [&](auto cell) {
    std::vector<decltype(cell(points.front()))> cells;
    std::ranges::transform(points.begin(), points.begin() + static_cast<std::ptrdiff_t>(listed),
                           std::back_inserter(cells), cell);
    return cells;
  };
  TableBuilder table;
  std::size_t number = 0;
  table.add_text("point", column([&](const PointResult&) { return std::to_string(number++); }));
  for (std::size_t index = 0; index < study.names.size(); ++index) {
    table.add_text(study.names[index], column([&](const PointResult& point) {
                     return one_line(format_value(point.parameters.at(index)));
                   }));
  }
  if (!replications_of_each(points).has_value()) {
    table.add_text("runs", column([](const PointResult& point) { return std::to_string(point.replications); }));
  }
  const std::vector<std::string> metrics = metric_names(study.metrics);
  for (std::size_t metric = 0; metric < metrics.size(); ++metric) {
    table.add_numbers(metrics[metric], kind_of(study.metrics[metric]),
                      column([&](const PointResult& point) { return metric_number(metric, point); }));
  }
  std::vector<std::string> expendable(metrics.rbegin(), metrics.rend());
  expendable.resize(std::max<std::size_t>(expendable.size(), 1) - 1);
  return lay_out(std::move(table).take(), {style, expendable, points.size() - listed});
}

std::string indented(const std::string& text) {
  std::string lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    lines += fmt::format("  {}\n", clipped(line, max_failure_width));
  }
  return lines;
}

std::string failures_text(const StudyHeader& study, const std::vector<PointResult>& points) {
  const FirstRows failed = first_where(points, [](const PointResult& point) { return point.error.has_value(); });
  std::string text;
  for (const PointRow& row : failed.rows) {
    text += fmt::format("\nPoint {} failed ({}):\n{}", row.index, settings_text(study.names, row.point->parameters),
                        indented(*row.point->error));
  }
  return text + (failed.more > 0 ? fmt::format("\n... and {} more failed\n", failed.more) : "");
}

std::string precision_text(const std::vector<PointResult>& points) {
  const FirstRows rough = first_where(points, [](const PointResult& point) { return point.is_precise == false; });
  std::string text;
  for (const PointRow& row : rough.rows) {
    text += text.empty() ? "\nNot as precise as asked for: point " : ", ";
    text += std::to_string(row.index);
  }
  text += rough.more > 0 ? fmt::format(" and {} more", rough.more) : "";
  return text.empty() ? "" : text + "\n";
}

}  // namespace

std::string study_text(const StudyHeader& study, const std::vector<PointResult>& points, const TextStyle& style) {
  std::string text = fmt::format("{}\n\n", clipped(study.scenario, style.width));
  if (points.empty()) {
    return text + "No points.\n";
  }
  const bool is_one_run_each = replications_of_each(points) == 1;
  return text + points_heading(points) + points_table(study, points, style) + failures_text(study, points) +
         precision_text(points) +
         (study.is_random && is_one_run_each
              ? "\nEach point is one random run. For averages with intervals, add -n 20.\n"
              : "");
}

}  // namespace fastfood::report
