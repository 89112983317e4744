#include "sim/base/printable.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fastfood {
namespace {

TEST(Printable, LeavesTextOfAnyLanguageAlone) {
  for (const std::string text : {"grill", "Bäckerei \"Ana\"", "薯條", "مطعم", "🍟", "", "100 % \\ '"}) {
    EXPECT_EQ(printable(text), text);
  }
}

TEST(Printable, EscapesControlCharactersAsJsonDoes) {
  EXPECT_EQ(printable("a\nb\tc\rd"), R"(a\nb\tc\rd)");
  EXPECT_EQ(printable(std::string_view{"\0\x1b[2J\x7f", 6}), R"(\u0000\u001b[2J\u007f)");
}

TEST(Printable, EscapesTheControlCharactersBeyondAscii) {
  EXPECT_EQ(printable("\u0080\u009b31m\u009f"), R"(\u0080\u009b31m\u009f)");
  EXPECT_EQ(printable("\u00a0"), "\u00a0");  // the next one is a blank
}

TEST(Printable, EscapesWhatChangesTheDirectionOfWriting) {
  EXPECT_EQ(printable("\u061c\u200e\u200f"), R"(\u061c\u200e\u200f)");
  EXPECT_EQ(printable("\u202a\u202b\u202c\u202d\u202e"), R"(\u202a\u202b\u202c\u202d\u202e)");
  EXPECT_EQ(printable("\u2066\u2067\u2068\u2069"), R"(\u2066\u2067\u2068\u2069)");
  // Neighbouring characters stay. Some are joiners, which some languages and emoji need.
  for (const std::string text : {"\u061b", "\u200c\u200d", "\u2010", "\u202f", "\u2070"}) {
    EXPECT_EQ(printable(text), text);
  }
}

TEST(Printable, EscapesLineAndParagraphSeparators) { EXPECT_EQ(printable("a\u2028\u2029b"), R"(a\u2028\u2029b)"); }

TEST(Printable, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("\xff"), R"(\xff)");
  EXPECT_EQ(printable("a\xC3(\x9b"), R"(a\xc3(\x9b)");
}

TEST(Printable, ChangesNothingTheSecondTime) {
  const std::string once = printable("\x1b\n\u202e\xff");

  EXPECT_EQ(printable(once), once);
}

TEST(PrintableLines, KeepsLineFeedsOnly) { EXPECT_EQ(printable_lines("a\n  b\r\n\x1b"), "a\n  b\\r\n\\u001b"); }

TEST(Quoted, IsANameBetweenSingleQuotes) {
  EXPECT_EQ(quoted("grill"), "'grill'");
  EXPECT_EQ(quoted("Bäckerei \"Ana\""), "'Bäckerei \"Ana\"'");
  EXPECT_EQ(quoted("a\nb"), R"('a\nb')");
  EXPECT_EQ(quoted(""), "''");
}

TEST(Printable, IsTrueForACharacterThatIsShownUnchanged) {
  for (const std::string_view character : {"a", " ", "é", "…", "\\"}) EXPECT_TRUE(is_printable(character)) << character;
  for (const std::string_view character : {"\n", "\x7f", "\u0085", "\u202e", "\u2028", "\xff", "\xC3"}) {
    EXPECT_FALSE(is_printable(character)) << printable(character);
  }
}

}  // namespace
}  // namespace fastfood
