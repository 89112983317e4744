#include "sim/base/utf8.hpp"

#include <gtest/gtest.h>

namespace fastfood {
namespace {

TEST(Utf8, CountsTheBytesOfTheFirstCharacterOnly) {
  EXPECT_EQ(utf8_length("abc"), 1U);
  EXPECT_EQ(utf8_length("\xC3\xA4"
                        "bc"),
            2U);
  EXPECT_EQ(utf8_length("\xE8\x96\xAF"), 3U);
  EXPECT_EQ(utf8_length("\xF0\x9F\x8D\x9F"), 4U);
}

TEST(Utf8, AcceptsTheFirstAndLastCharacterOfEachLength) {
  EXPECT_EQ(utf8_length("\xC2\x80"), 2U);
  EXPECT_EQ(utf8_length("\xE0\xA0\x80"), 3U);
  EXPECT_EQ(utf8_length("\xF0\x90\x80\x80"), 4U);
  EXPECT_EQ(utf8_length("\xF4\x8F\xBF\xBF"), 4U);
}

TEST(Utf8, RejectsInvalidSequences) {
  EXPECT_EQ(utf8_length(""), 0U);
  EXPECT_EQ(utf8_length("\x80"), 0U);              // a continuation without a beginning
  EXPECT_EQ(utf8_length("\xC3"), 0U);              // cut off
  EXPECT_EQ(utf8_length("\xE8\x96"), 0U);          // cut off later
  EXPECT_EQ(utf8_length("\xE0\x9F\xBF"), 0U);      // longer than needed
  EXPECT_EQ(utf8_length("\xED\xA0\x80"), 0U);      // a surrogate
  EXPECT_EQ(utf8_length("\xF4\x90\x80\x80"), 0U);  // beyond the last character
  EXPECT_EQ(utf8_length("\xFF"), 0U);
}

TEST(Utf8, DecodesTheCodePoint) {
  EXPECT_EQ(code_point("a"), 0x61U);
  EXPECT_EQ(code_point("é"), 0xE9U);
  EXPECT_EQ(code_point("€"), 0x20ACU);
  EXPECT_EQ(code_point("😀"), 0x1F600U);
}

}  // namespace
}  // namespace fastfood
