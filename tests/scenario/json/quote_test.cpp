#include "sim/scenario/json/quote.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fastfood::scenario {
namespace {

TEST(Excerpt, LeavesOrdinaryTextAlone) { EXPECT_EQ(excerpt("crème \"brûlée\""), "crème \"brûlée\""); }

TEST(Excerpt, EscapesControlCharactersAndInvalidUtf8) {
  EXPECT_EQ(excerpt("a\tb\r\nc"), "a\\tb\\r\\nc");
  EXPECT_EQ(excerpt(std::string("\0\x1b\x7f", 3)), "\\u0000\\u001b\\u007f");
  EXPECT_EQ(excerpt("\xC3("), "\\xc3(");
}

TEST(Excerpt, IsShortenedByCharactersNotBytes) {
  EXPECT_EQ(excerpt("ééééé", 5), "ééééé");
  EXPECT_EQ(excerpt("éééééé", 5), "ééééé…");
}

TEST(InQuotes, EscapesTheQuotesInside) {
  EXPECT_EQ(in_quotes("5 s"), "\"5 s\"");
  EXPECT_EQ(in_quotes("a \"b\" \\c\n"), R"("a \"b\" \\c\n")");
}

TEST(InQuotes, ShortensALongText) { EXPECT_EQ(in_quotes(std::string(41, 'a')), '"' + std::string(40, 'a') + "…\""); }

TEST(SingleQuotes, AreCountedAtBothEndsOfAText) {
  EXPECT_EQ(single_quotes_around("'x'"), 2);
  EXPECT_EQ(single_quotes_around("'x"), 1);
  EXPECT_EQ(single_quotes_around("x'"), 1);
  EXPECT_EQ(single_quotes_around("'"), 1);
  EXPECT_EQ(single_quotes_around("it's"), 0);
  EXPECT_EQ(single_quotes_around(""), 0);
}

}  // namespace
}  // namespace fastfood::scenario
