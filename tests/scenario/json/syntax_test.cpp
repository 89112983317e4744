#include "sim/scenario/json/syntax.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

TEST(TokenLength, OfAStringGoesToItsClosingQuote) {
  EXPECT_EQ(token_length(R"("a" 1)"), 3U);
  EXPECT_EQ(token_length(R"("a\"b\\" 1)"), 8U);
  EXPECT_EQ(token_length(R"("open)"), 5U);
}

TEST(TokenLength, OfWordsAndBracketsIsTheirLength) {
  EXPECT_EQ(token_length("true,"), 4U);
  EXPECT_EQ(token_length("falsehood"), 5U);
  EXPECT_EQ(token_length("NaN]"), 3U);
  EXPECT_EQ(token_length("[1"), 1U);
  EXPECT_EQ(token_length("-"), 1U);
}

TEST(DescribeNext, ShowsATokenACharacterOrAByte) {
  EXPECT_EQ(describe_next("null, 1"), "null");
  EXPECT_EQ(describe_next("} "), "'}'");
  EXPECT_EQ(describe_next("\r\n"), "the end of the line");
  EXPECT_EQ(describe_next(""), "the end of the file");
  EXPECT_EQ(describe_next("\xFF"), "the byte 0xFF");
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

TEST(Cursor, SkipsAByteOrderMark) {
  const Cursor cursor("\xEF\xBB\xBF{}");

  EXPECT_EQ(cursor.rest(), "{}");
  EXPECT_EQ(cursor.position(), (Position{1, 1}));
}

TEST(Syntax, NamesTheExpectedToken) {
  expect_faults({
      {"^", "expected a value, got the end of the file"},
      {"  ^", "expected a value, got the end of the file"},
      {"^}", "expected a value, got '}'"},
      {"{^", "expected a key in double quotes or '}', got the end of the file"},
      {"{^1: 2}", "expected a key in double quotes or '}', got '1'"},
      {"{^menu: {}}", "expected a key in double quotes or '}', got menu"},
      {"{^,}", "expected a key in double quotes or '}', got ','"},
      {R"({"a"^})", "expected ':', got '}'"},
      {R"({"a" ^1})", "expected ':', got '1'"},
      {R"({"a" ^"b"})", R"(expected ':', got "b")"},
      {R"({"a": ^})", "expected a value, got '}'"},
      {R"({"a":^:1})", "expected a value, got ':'"},
      {R"({"a": 1 ^"b": 2})", R"(expected ',' or '}', got "b")"},
      {R"({"a": 1^])", "expected ',' or '}', got ']'"},
      {R"({"a": 1, ^7: 1})", "expected a key in double quotes, got '7'"},
      {R"({"a": [^)", "expected a value or ']', got the end of the file"},
      {R"({"a": [^}})", "expected a value or ']', got '}'"},
      {R"({"a": [1 ^2]})", "expected ',' or ']', got '2'"},
      {R"({"a": [0^12]})", "expected ',' or ']', got 12"},
      {R"({"a": [true^false]})", "expected ',' or ']', got false"},
      {"{}^{}", "expected the end of the file, got '{'"},
  });
}

TEST(Syntax, AdvisesOnCommonMistakes) {
  expect_faults({
      {R"({"a": [1,^]})", "expected a value, got ']'; remove the comma before it"},
      {R"({"a": 1,^})", "expected a key in double quotes, got '}'; remove the comma before it"},
      {R"({^'a': 1})", "expected a key in double quotes or '}', got a single quote; write text in double quotes"},
      {R"({"a": ^“b”})", "expected a value, got '“'; write text in double quotes"},
      {R"({^// a comment)", "expected a key in double quotes or '}', got '/'; JSON has no comments"},
      {R"({"a": 1 ^# a comment)", "expected ',' or '}', got '#'; JSON has no comments"},
  });
}

TEST(Syntax, RefusesOtherWords) {
  expect_faults({
      {R"({"a": ^True})", "expected a value, got True"},
      {R"({"a": ^tru})", "expected a value, got tru"},
      {R"({"a": ^NaN})", "expected a value, got NaN"},
      {R"({"a": ^Infinity})", "expected a value, got Infinity"},
      {R"({"a": ^nul)", "expected a value, got nul"},
  });
}

TEST(Syntax, SaysWhereANumberIsWrong) {
  expect_faults({
      {R"({"a": 1.^})", "expected a digit, got '}'"},
      {R"({"a": -^})", "expected a digit, got '}'"},
      {R"({"a": 1e^x})", "expected a digit, got 'x'"},
      {R"({"a": -^)", "expected a digit, got the end of the file"},
      {R"({"a": ^+1})", "expected a value, got '+'"},
      {R"({"a": ^.5})", "expected a value, got '.'"},
      {R"({"a": 0^x10})", "expected ',' or '}', got x10"},
  });
}

TEST(Syntax, RefusesANumberThatNoDoubleCanHold) {
  expect_faults({
      {R"({"a": ^1e999})", "expected a number of at most 1.7976931348623157e308, got 1e999"},
      {R"({"a": [-1, ^-1e999]})", "expected a number of at least -1.7976931348623157e308, got -1e999"},
      {R"({"a": ^1)" + std::string(400, '0') + "}",
       "expected a number of at most 1.7976931348623157e308, got 1" + std::string(39, '0') + "…"},
  });
}

TEST(Syntax, SaysWhereAStringIsWrong) {
  expect_faults({
      {R"({"a": "b^)", "expected '\"' at the end of the string, got the end of the file"},
      {"{\"a\": \"b^\n\"}", "expected '\"' at the end of the string, got the end of the line"},
      {"{\"a\": \"b^\r\n\"}", "expected '\"' at the end of the string, got the end of the line"},
      {"{\"a\": \"b^\t\"}",
       "expected a character of a string, got the control character U+0009; write it as an escape such as \\t"},
      {R"({"a": "^\x"})", R"(expected an escape such as \n or \u00e9, got \x)"},
      {R"({"a^\'": 1})", R"(expected an escape such as \n or \u00e9, got \')"},
      {R"({"a": "^\u12g4"})", R"(expected an escape such as \n or \u00e9, got \u12g4)"},
      {R"({"a": "^\)", R"(expected an escape such as \n or \u00e9, got \)"},
      {R"({"a": "^\ud83d"})", R"(expected both halves of a surrogate pair, got \ud83d)"},
      {R"({"a": "^\ude00"})", R"(expected both halves of a surrogate pair, got \ude00)"},
      {R"({"a": "^\ud83d\u0041"})", R"(expected both halves of a surrogate pair, got \ud83d)"},
  });
}

TEST(Syntax, RefusesBytesThatAreNotUtf8) {
  expect_faults({
      {"{\"a\": \"b^\xFF\"}", "expected UTF-8, got the byte 0xFF"},
      {"{\"a^\xC3\": 1}", "expected UTF-8, got the byte 0xC3"},
      {"{\"a\": \"^\xED\xA0\x80\"}", "expected UTF-8, got the byte 0xED"},
      {std::string("^\xFF\xFE{\0}\0", 7), "expected UTF-8, got the byte 0xFF"},
      {"{\"a\": ^\xE9}", "expected UTF-8, got the byte 0xE9"},
  });
}

TEST(Syntax, CountsCharactersAndLines) {
  EXPECT_THAT(diagnostics_of("{\r\n\"é€😀\": ]}"),
              testing::ElementsAre("lunch.json:2:8: error: expected a value, got ']'"));
  EXPECT_THAT(diagnostics_of("\xEF\xBB\xBF{]"),
              testing::ElementsAre("lunch.json:1:2: error: expected a key in double quotes or '}', got ']'"));
}

TEST(Syntax, ErrorsComeAfterTheFaultsBeforeThem) {
  EXPECT_THAT(diagnostics_of(R"({"a": {"b": 1, "b": 2}, ])"),
              testing::ElementsAre(
                  "lunch.json:1:16: error: a.b: duplicate key, the first is on line 1; remove one of them",
                  "lunch.json:1:25: error: expected a key in double quotes, got ']'; remove the comma before it"));
}

}  // namespace
}  // namespace fastfood::scenario
