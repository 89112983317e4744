#include "sim/report/format/number_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/report/format/numbers.hpp"

namespace fastfood::report {
namespace {

using model::MetricKind;

constexpr int max_decimals = 6;

/// A half-width that is this small a part of its value is a rounding error.
constexpr double rounding_error = 1e-9;

bool is_visible(const Number& number) {
  const double half_width = number.half_width.value_or(0);
  return half_width > rounding_error * std::max(std::abs(number.value.value_or(0)), 1.0);
}

/// Returns the unit in which the largest time reads well, or a smaller one if small times would lose their digits.
/// Times that are tiny beside the largest do not matter.
TimeUnit common_time_unit(const std::vector<Number>& numbers) {
  constexpr double min_ratio = 1e-5;
  constexpr double min_shown = 0.1;  // in units
  double largest = 0;
  for (const Number& number : numbers) {
    largest = std::max(largest, std::abs(number.value.value_or(0)));
  }
  double smallest = largest;
  for (const Number& number : numbers) {
    const double size = std::abs(number.value.value_or(0));
    smallest = size >= min_ratio * largest && size > 0 ? std::min(smallest, size) : smallest;
  }
  TimeUnit unit = time_unit_of(largest);
  const double min_unit = largest < 1 ? time_unit_of(smallest).seconds : 1;
  while (smallest > 0 && smallest < min_shown * unit.seconds && unit.seconds > min_unit) {
    unit = time_unit_of(unit.seconds >= 3600 ? 120 : unit.seconds >= 60 ? 1 : 0.001);
  }
  return unit;
}

/// Numbers of one kind in the unit that they are shown in.
class Column {
 public:
  Column(MetricKind kind, const std::vector<Number>& numbers, const TimeUnit& time_unit)
      : kind_(kind), numbers_(numbers), time_unit_(time_unit), decimals_(decimals()) {}

  NumberCells cells() const {
    const std::string_view unit = kind_ == MetricKind::time    ? time_unit_.name
                                  : kind_ == MetricKind::share ? std::string_view{"%"}
                                                               : std::string_view{};
    NumberCells column{unit, {}};
    for (const Number& number : numbers_) {
      column.cells.push_back(cell(number));
    }
    return column;
  }

 private:
  double scaled(double value) const {
    switch (kind_) {
      case MetricKind::time:
        return number_in(time_unit_, value);
      case MetricKind::share:
        return 100 * value;
      default:
        return value;
    }
  }

  /// As many decimals as the widest interval has digits that matter, or as the values have.
  int decimals() const {
    if (kind_ == MetricKind::money) {
      return 2;
    }
    double widest = 0;
    for (const Number& number : numbers_) {
      widest = std::max(widest, is_visible(number) ? scaled(*number.half_width) : 0);
    }
    if (widest > 0) {
      const double digits = widest >= 0.1 ? 1 - std::floor(std::log10(widest)) : std::ceil(-std::log10(widest));
      return static_cast<int>(std::clamp(digits, 0.0, double{max_decimals}));
    }
    return decimals_of_values();
  }

  int decimals_of_values() const {
    const int most = kind_ == MetricKind::share ? 1 : 2;
    int needed = 0;
    for (const Number& number : numbers_) {
      const double value = number.value.has_value() ? scaled(*number.value) : 0;
      while (needed < most && !is_round(value, needed)) {
        ++needed;
      }
    }
    return needed;
  }

  static bool is_round(double value, int decimals) {
    const double steps = value * std::pow(10, decimals);
    return std::abs(steps - std::round(steps)) <= rounding_error * std::max(1.0, std::abs(steps));
  }

  std::string cell(const Number& number) const {
    if (!number.value.has_value()) {
      return "-";
    }
    std::string value = value_text(*number.value);
    if (!number.half_width.has_value()) {
      return value;
    }
    const double least = std::pow(10, -decimals_);
    const double half_width = is_visible(number) ? std::max(scaled(*number.half_width), least) : 0;
    return fmt::format("{} ± {}", value, plain_text(half_width));
  }

  std::string value_text(double value) const {
    const bool is_not_all = kind_ == MetricKind::share && value < 1;
    const double shown = scaled(value);
    return plain_text(is_not_all ? std::min(shown, 100 - std::pow(10, -decimals_)) : shown);
  }

  std::string plain_text(double shown) const {
    constexpr double widest = 1e15;
    if (std::abs(shown) >= widest) {
      return fmt::format("{:.2e}", shown);
    }
    const std::string text = fmt::format("{:.{}f}", shown, decimals_);
    return text.find_first_of("123456789") == std::string::npos ? text.substr(text.find('0')) : text;  // no -0.00
  }

  MetricKind kind_;
  const std::vector<Number>& numbers_;
  TimeUnit time_unit_;
  int decimals_;
};

}  // namespace

Number number_of(const experiment::Estimate& estimate) {
  return {estimate.mean, estimate.n > 1 ? estimate.half_width : std::nullopt};
}

NumberCells number_cells(MetricKind kind, const std::vector<Number>& numbers) {
  return Column(kind, numbers, common_time_unit(numbers)).cells();
}

std::vector<NumberCells> row_cells(const std::vector<NumberRow>& rows) {
  std::vector<Number> times;
  for (const NumberRow& row : rows) {
    if (row.kind == MetricKind::time) {
      times.insert(times.end(), row.numbers.begin(), row.numbers.end());
    }
  }
  const TimeUnit time_unit = common_time_unit(times);
  std::vector<NumberCells> cells;
  for (const NumberRow& row : rows) {
    cells.push_back(Column(row.kind, row.numbers, time_unit).cells());
  }
  return cells;
}

std::string with_unit(std::string_view heading, std::string_view unit) {
  return unit.empty() ? std::string{heading} : fmt::format("{} ({})", heading, unit);
}

}  // namespace fastfood::report
