#include "sim/scenario/tokens.hpp"

#include <gtest/gtest.h>

namespace sim::scenario {
namespace {

TEST(ScanNumber, GoesAsFarAsTheNumber) {
  EXPECT_EQ(scan_number("0.5,").length, 3U);
  EXPECT_EQ(scan_number("-12e+3]").length, 6U);
  EXPECT_EQ(scan_number("01").length, 1U);
  EXPECT_TRUE(scan_number("01").whole);
}

TEST(ScanNumber, StopsWhereADigitIsMissing) {
  for (const auto& [text, length] :
       {std::pair{"-", 1U}, {"-a", 1U}, {"1.", 2U}, {"1.e5", 2U}, {"1e", 2U}, {"1e+", 3U}}) {
    EXPECT_FALSE(scan_number(text).whole) << text;
    EXPECT_EQ(scan_number(text).length, length) << text;
  }
}

TEST(TokenLength, OfAStringGoesToItsOwnQuote) {
  EXPECT_EQ(token_length(R"("a" 1)"), 3U);
  EXPECT_EQ(token_length(R"("a\"b\\" 1)"), 8U);
  EXPECT_EQ(token_length(R"("open)"), 5U);
}

TEST(TokenLength, OfWordsAndBracketsIsTheirs) {
  EXPECT_EQ(token_length("true,"), 4U);
  EXPECT_EQ(token_length("falsehood"), 5U);
  EXPECT_EQ(token_length("NaN]"), 3U);
  EXPECT_EQ(token_length("[1"), 1U);
  EXPECT_EQ(token_length("-"), 1U);
}

TEST(Cursor, CountsLinesAndCharacters) {
  Cursor cursor("ab\r\n é\"x");

  cursor.advance(4);
  EXPECT_EQ(cursor.position(), (Position{2, 1}));
  cursor.skip(blanks);
  cursor.advance(2);
  EXPECT_EQ(cursor.position(), (Position{2, 3}));
  EXPECT_EQ(cursor.rest(), "\"x");
}

TEST(Cursor, PassesOverAByteOrderMark) {
  const Cursor cursor("\xEF\xBB\xBF{}");

  EXPECT_EQ(cursor.rest(), "{}");
  EXPECT_EQ(cursor.position(), (Position{1, 1}));
}

}  // namespace
}  // namespace sim::scenario
