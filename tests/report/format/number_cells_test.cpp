#include "sim/report/format/number_cells.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fastfood::report {
namespace {

using model::MetricKind;
using Cells = std::vector<std::string>;

Cells cells(MetricKind kind, const std::vector<Number>& numbers) { return number_cells(kind, numbers).cells; }

std::string_view unit(const std::vector<Number>& times) { return number_cells(MetricKind::time, times).unit; }

TEST(NumberCells, OfTimesHaveTheUnitOfTheLargest) {
  EXPECT_EQ(unit({{0.0}}), "s");
  EXPECT_EQ(unit({{0.05}, {0.01}}), "ms");
  EXPECT_EQ(unit({{119.0}}), "s");
  EXPECT_EQ(unit({{120.0}, {30.0}}), "min");
  EXPECT_EQ(unit({{7200.0}, {3600.0}}), "h");
  EXPECT_EQ(unit({{std::nullopt}, {7200.0}}), "h");
}

TEST(NumberCells, OfTimesHaveASmallerUnitIfSmallOnesWouldLoseTheirDigits) {
  EXPECT_EQ(unit({{300.0}, {6.0}}), "min");  // 0.1 min
  EXPECT_EQ(unit({{300.0}, {5.9}}), "s");
  EXPECT_EQ(unit({{9000.0}, {3.0}}), "s");
  EXPECT_EQ(unit({{9000.0}, {0.0}}), "h");
  EXPECT_EQ(unit({{20.0}, {0.01}}), "s");  // 0.01 s has digits enough beside 20 s
}

TEST(NumberCells, HaveAsManyDecimalsAsAnyNeedsAndAtMostTwo) {
  EXPECT_EQ(cells(MetricKind::number, {{3.0}, {12.0}}), (Cells{"3", "12"}));
  EXPECT_EQ(cells(MetricKind::number, {{3.0}, {12.5}, {}}), (Cells{"3.0", "12.5", "-"}));
  EXPECT_EQ(cells(MetricKind::number, {{1.0 / 3}, {2.0}}), (Cells{"0.33", "2.00"}));
  EXPECT_EQ(cells(MetricKind::time, {{90.0}, {150.0}}), (Cells{"1.5", "2.5"}));
  EXPECT_EQ(cells(MetricKind::money, {{3.0}}), (Cells{"3.00"}));
}

TEST(NumberCells, OfSharesArePercentagesWithOneDecimal) {
  EXPECT_EQ(cells(MetricKind::share, {{0.25}, {1.0}}), (Cells{"25", "100"}));
  EXPECT_EQ(cells(MetricKind::share, {{1.0 / 3}, {0.9999}}), (Cells{"33.3", "99.9"}));  // not all is not 100 %
}

TEST(NumberCells, HaveTwoDigitsOfTheWidestInterval) {
  EXPECT_EQ(cells(MetricKind::number, {{812.37, 7.14}, {99.0, 0.52}}), (Cells{"812.4 ± 7.1", "99.0 ± 0.5"}));
  EXPECT_EQ(cells(MetricKind::number, {{812.37, 71.4}}), (Cells{"812 ± 71"}));
  EXPECT_EQ(cells(MetricKind::share, {{0.99, 0.00004}}), (Cells{"99.000 ± 0.004"}));
}

TEST(NumberCells, NeverShowAnIntervalAsZeroUnlessItIs) {
  EXPECT_EQ(cells(MetricKind::number, {{5.0, 12.0}, {5.0, 0.001}, {5.0, 0.0}}), (Cells{"5 ± 12", "5 ± 1", "5 ± 0"}));
}

TEST(NumberCells, AreNeverMinusZero) { EXPECT_EQ(cells(MetricKind::number, {{-0.001, 0.5}}), (Cells{"0.00 ± 0.50"})); }

TEST(NumberCells, OfOneRunHaveNoInterval) {
  EXPECT_FALSE(number_of({5, 0.25, 0.95, 1}).half_width.has_value());
  EXPECT_EQ(number_of({5, 0.25, 0.95, 2}).half_width, 0.25);
}

TEST(RowCells, ShareTheUnitOfTimesAndHaveTheirOwnDecimals) {
  const std::vector<NumberCells> rows = row_cells(
      {{MetricKind::time, {{300.0, 12.0}}}, {MetricKind::share, {{0.5, 0.1}}}, {MetricKind::time, {{60.0, 0.6}}}});

  EXPECT_EQ(rows[0].unit, "min");
  EXPECT_EQ(rows[0].cells, Cells{"5.00 ± 0.20"});
  EXPECT_EQ(rows[1].unit, "%");
  EXPECT_EQ(rows[1].cells, Cells{"50 ± 10"});
  EXPECT_EQ(rows[2].unit, "min");
  EXPECT_EQ(rows[2].cells, Cells{"1.00 ± 0.01"});
}

TEST(NumberCells, PutTheUnitIntoTheHeading) {
  EXPECT_EQ(with_unit("mean wait", "min"), "mean wait (min)");
  EXPECT_EQ(with_unit("uses", ""), "uses");
}

}  // namespace
}  // namespace fastfood::report
