#include "sim/async/detail/value_text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fastfood::async {
namespace {

TEST(ValueText, QuotesText) {
  EXPECT_EQ(value_text(std::string("Boom!")), "'Boom!'");
  EXPECT_EQ(value_text(std::string_view("")), "''");
  const char* const text = "SPAM!";
  EXPECT_EQ(value_text(text), "'SPAM!'");
}

TEST(ValueText, WritesNumbersPlain) {
  EXPECT_EQ(value_text(42), "42");
  EXPECT_EQ(value_text(-7L), "-7");
  EXPECT_EQ(value_text(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
}

TEST(ValueText, WritesFractionsAsPythonDoes) {
  EXPECT_EQ(value_text(1.5), "1.5");
  EXPECT_EQ(value_text(-0.25), "-0.25");
}

TEST(ValueText, WritesBooleansAsPythonDoes) {
  EXPECT_EQ(value_text(true), "True");
  EXPECT_EQ(value_text(false), "False");
}

TEST(ValueText, HasNoShortFormForAnythingElse) {
  EXPECT_EQ(value_text(std::vector<int>{1, 2}), "...");
  EXPECT_EQ(value_text(std::optional<int>(1)), "...");
}

TEST(NoValueText, IsThatOfPython) { EXPECT_STREQ(no_value_text, "None"); }

}  // namespace
}  // namespace fastfood::async
