#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/results/metric.hpp"
#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// The numbers of a result by their paths: those of its one run, or the means over its replications with their
/// intervals.
class ResultNumbers {
 public:
  /// `result` must outlive it.
  explicit ResultNumbers(const ScenarioResult& result);

  /// Returns true if the numbers are means over several replications.
  bool are_means() const { return !result_.by_replication.empty(); }

  /// Returns the number at a path, none if there is none. Only means have an interval.
  Number at(const model::MetricPath& path) const;

  /// Returns the percentile of a metric over the replications that have it, interpolated linearly between the two
  /// nearest ones; none if there is no such replication.
  std::optional<double> percentile(const model::MetricPath& path, double percent) const;

 private:
  const ScenarioResult& result_;
  std::map<std::string_view, const experiment::Estimate*> estimates_;
};

/// A table with a row for each part of a result, such as a station. Its columns are metrics of the parts.
class ResultTable {
 public:
  enum class Show { always, if_any_is_there, if_any_is_not_zero };
  enum class Interval { hidden, shown };

  /// `rows` are the paths of the parts. `numbers` must outlive the table.
  ResultTable(const ResultNumbers& numbers, std::vector<model::MetricPath> rows)
      : numbers_(numbers), rows_(std::move(rows)) {}

  void add_text(std::string heading, const std::vector<std::string>& cells) {
    table_.add_text(std::move(heading), cells);
  }

  /// Adds the metric at `path`, relative to the rows.
  void add_metric(std::string_view heading, const model::MetricPath& path, Show show = Show::always,
                  Interval interval = Interval::hidden);

  TextTable take() && { return std::move(table_).take(); }

 private:
  const ResultNumbers& numbers_;
  std::vector<model::MetricPath> rows_;
  TableBuilder table_;
};

}  // namespace fastfood::report
