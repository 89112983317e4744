#include "sim/scenario/json/number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace fastfood::scenario {
namespace {

TEST(ScanNumber, GoesToTheEndOfTheNumber) {
  EXPECT_EQ(scan_number("0.5,").length, 3U);
  EXPECT_EQ(scan_number("-12e+3]").length, 6U);
  EXPECT_EQ(scan_number("01").length, 1U);
  EXPECT_TRUE(scan_number("01").complete);
}

TEST(ScanNumber, IsIncompleteIfADigitIsMissing) {
  for (const auto& [text, length] :
       {std::pair{"-", 1U}, {"-a", 1U}, {"1.", 2U}, {"1.e5", 2U}, {"1e", 2U}, {"1e+", 3U}}) {
    EXPECT_FALSE(scan_number(text).complete) << text;
    EXPECT_EQ(scan_number(text).length, length) << text;
  }
}

std::optional<std::uint64_t> rounded_text(const std::string& text) {
  return round_half_even(parse_decimal(text).value());
}

TEST(Decimal, KeepsEveryDigitAndNoOuterZero) {
  EXPECT_EQ(parse_decimal("0.0250"), (Decimal{false, "25", -3}));
  EXPECT_EQ(parse_decimal("-1200e-1"), (Decimal{true, "12", 1}));
  EXPECT_EQ(parse_decimal("123456789012345678901234567890.5"), (Decimal{false, "1234567890123456789012345678905", -1}));
  EXPECT_EQ(parse_decimal("-0.00"), (Decimal{true, "", 0}));
}

TEST(Decimal, IsNothingIfTheTextIsNotAJsonNumber) {
  for (const char* text : {"", "-", ".5", "1.", "+1", "01", "1e", "0x1", " 1", "1 ", "NaN", "1_000", "1,5"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
}

TEST(Decimal, IsScaledExactly) {
  EXPECT_EQ(scale(*parse_decimal("0.99"), 36, 2), (Decimal{false, "3564", 0}));
  EXPECT_EQ(scale(*parse_decimal("5"), 6, 0), (Decimal{false, "3", 1}));
  EXPECT_EQ(scale(*parse_decimal("0"), 6, 10), Decimal{});
}

TEST(Decimal, IsWholeWithoutAFraction) {
  for (const char* text : {"3", "3.0", "3e0", "0.3e1", "0", "-0.0", "1e300"}) {
    EXPECT_TRUE(is_whole(*parse_decimal(text))) << text;
  }
  for (const char* text : {"2.5", "1e-1", "0.31e1"}) {
    EXPECT_FALSE(is_whole(*parse_decimal(text))) << text;
  }
}

TEST(Decimal, RoundsToTheNearestAndHalvesToTheEvenOne) {
  EXPECT_EQ(rounded_text("0.5"), 0U);
  EXPECT_EQ(rounded_text("1.5"), 2U);
  EXPECT_EQ(rounded_text("2.5"), 2U);
  EXPECT_EQ(rounded_text("2.50000000000000000000000000001"), 3U);
  EXPECT_EQ(rounded_text("2.49999999999999999999999999999"), 2U);
  EXPECT_EQ(rounded_text("0.05"), 0U);
  EXPECT_EQ(rounded_text("99.5"), 100U);
  EXPECT_EQ(rounded_text("0"), 0U);
}

TEST(Decimal, RoundsUpToTheLargestIntegerOfSixtyFourBits) {
  EXPECT_EQ(rounded_text("18446744073709551615"), UINT64_MAX);
  EXPECT_EQ(rounded_text("18446744073709551615.4"), UINT64_MAX);
  EXPECT_EQ(rounded_text("18446744073709551615.5"), std::nullopt);
  EXPECT_EQ(rounded_text("18446744073709551616"), std::nullopt);
  EXPECT_EQ(rounded_text("2e19"), std::nullopt);
}

TEST(Decimal, HandlesHugeExponentsAtOnce) {
  EXPECT_EQ(rounded_text("1e999999999999999999999999"), std::nullopt);
  EXPECT_EQ(rounded_text("1e-999999999999999999999999"), 0U);
  EXPECT_EQ(rounded_text("0e999999999999999999999999"), 0U);
  EXPECT_EQ(rounded_text("0." + std::string(1'000'000, '0') + "7e1000001"), 7U);
}

TEST(ToDouble, IsTheNearestDouble) {
  EXPECT_EQ(to_double("0.1"), 0.1);
  EXPECT_EQ(to_double("-2.5e3"), -2500.0);
  EXPECT_EQ(to_double("18446744073709551617"), 18446744073709551616.0);
}

TEST(ToDouble, IsZeroForMinusZeroAndForWhatIsTooSmall) {
  EXPECT_FALSE(std::signbit(to_double("-0.0")));
  EXPECT_EQ(to_double("1e-999"), 0.0);
}

TEST(ParseNumber, ReadsTheWholeTextOrNothing) {
  EXPECT_EQ(parse_number<std::int64_t>("-12"), -12);
  EXPECT_EQ(parse_number<double>(".5"), 0.5);
  for (const char* text : {"", " 1", "1 ", "1.5", "+1", "x", "99999999999999999999"}) {
    EXPECT_EQ(parse_number<std::int64_t>(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace fastfood::scenario
