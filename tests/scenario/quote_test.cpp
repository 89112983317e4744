#include "sim/scenario/quote.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sim::scenario {
namespace {

TEST(Printable, LeavesOrdinaryTextAlone) { EXPECT_EQ(printable("crème \"brûlée\""), "crème \"brûlée\""); }

TEST(Printable, EscapesWhatWouldDisturbALine) {
  EXPECT_EQ(printable("a\tb\r\nc"), "a\\tb\\r\\nc");
  EXPECT_EQ(printable(std::string("\0\x1b\x7f", 3)), "\\u0000\\u001b\\u007f");
  EXPECT_EQ(printable("\xC3("), "\\xc3(");
}

TEST(Printable, IsShortenedByCharactersNotBytes) {
  EXPECT_EQ(printable("ééééé", 5), "ééééé");
  EXPECT_EQ(printable("éééééé", 5), "ééééé…");
}

TEST(InQuotes, EscapesTheQuotesInside) {
  EXPECT_EQ(in_quotes("5 s"), "\"5 s\"");
  EXPECT_EQ(in_quotes("a \"b\" \\c\n"), R"("a \"b\" \\c\n")");
}

TEST(InQuotes, ShortensALongText) { EXPECT_EQ(in_quotes(std::string(41, 'a')), '"' + std::string(40, 'a') + "…\""); }

}  // namespace
}  // namespace sim::scenario
