#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/results/metric.hpp"

namespace fastfood::report {

/// A number of a result, and the half-width of its interval if it has one. Times are in seconds, shares from 0 to 1.
struct Number {
  std::optional<double> value{};
  std::optional<double> half_width{};
};

/// The number that an estimate is of. One run has no interval.
Number number_of(const experiment::Estimate& estimate);

/// Numbers of one kind as cells of a table: all in one unit and with the same number of decimals.
struct NumberCells {
  std::string_view unit;  // `ms`, `s`, `min`, `h`, `%`, or nothing
  std::vector<std::string> cells;
};

/// Formats numbers that stand in one column or row: `4.50`, `12.25`, or `4.5 ± 0.2` with intervals; `-` if there is no
/// value. Times get the largest unit in which the small ones still show two digits. Only a half-width of 0 reads as 0,
/// and no share below 1 reads as 100 %.
NumberCells number_cells(model::MetricKind kind, const std::vector<Number>& numbers);

/// A row of numbers of one kind.
struct NumberRow {
  model::MetricKind kind = model::MetricKind::number;
  std::vector<Number> numbers{};
};

/// Formats the rows of a table whose rows have different kinds. All times have one unit; each row has its own decimals.
std::vector<NumberCells> row_cells(const std::vector<NumberRow>& rows);

/// Appends the unit to a heading: `mean wait (min)`.
std::string with_unit(std::string_view heading, std::string_view unit);

}  // namespace fastfood::report
