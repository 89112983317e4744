#include "sim/scenario/json/document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace fastfood::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> faults_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const Diagnostic& fault : parse_document(text).faults.in_order()) lines.push_back(format("f", fault));
  return lines;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t time = 0; time < times; ++time) text += part;
  return text;
}

TEST(Document, KeepsTheOrderOfKeysAndTheDigitsOfNumbers) {
  const Document document = parse_document(R"({"b": 1.50e+2, "a": [18446744073709551616, -0]})");

  const auto& members = std::get<Node::Object>(document.root->value);
  ASSERT_EQ(members.size(), 2U);
  EXPECT_EQ(members[0].key, "b");
  EXPECT_EQ(std::get<Number>(members[0].value.value).digits, "1.50e+2");
  const auto& list = std::get<Node::List>(members[1].value.value);
  EXPECT_EQ(std::get<Number>(list[0].value).digits, "18446744073709551616");
  EXPECT_EQ(std::get<Number>(list[1].value).digits, "-0");
}

TEST(Document, DecodesTheEscapesOfStrings) {
  const Document document = parse_document(R"("caf\u00e9 \ud83d\ude00\n\"")");

  EXPECT_EQ(std::get<std::string>(document.root->value), "café 😀\n\"");
}

TEST(Document, KnowsWhereKeysAndValuesBegin) {
  const Document document = parse_document("{\r\n  \"é\\\"\" :\t[ true,\n\"x\" ,{}]}");

  const Member& member = std::get<Node::Object>(document.root->value).front();
  EXPECT_EQ(document.root->at, (Position{1, 1}));
  EXPECT_EQ(member.key_at, (Position{2, 3}));
  EXPECT_EQ(member.value.at, (Position{2, 11}));
  const auto& list = std::get<Node::List>(member.value.value);
  EXPECT_EQ(list[0].at, (Position{2, 13}));
  EXPECT_EQ(list[1].at, (Position{3, 1}));
  EXPECT_EQ(list[2].at, (Position{3, 6}));
}

TEST(Document, IgnoresAByteOrderMark) {
  EXPECT_THAT(faults_of("\xEF\xBB\xBF{}"), IsEmpty());
  EXPECT_THAT(faults_of("\xEF\xBB\xBF}"), ElementsAre("f:1:1: error: expected a value, got '}'"));
}

TEST(Document, ReportsEachDuplicateKey) {
  EXPECT_THAT(faults_of("{\"a\": [{}, {\"b\": 1, \"b\": 2,\n\"b\": 3}],\n \"a\": 1}"),
              ElementsAre("f:1:21: error: a.1.b: duplicate key, the first is on line 1; remove one of them",
                          "f:2:1: error: a.1.b: duplicate key, the first is on line 1; remove one of them",
                          "f:3:2: error: a: duplicate key, the first is on line 1; remove one of them"));
}

TEST(Document, KeepsBothOfTwoDuplicateKeys) {
  const Document document = parse_document(R"({"a": 1, "a": 2})");

  EXPECT_EQ(std::get<Node::Object>(document.root->value).size(), 2U);
}

TEST(Document, ComparesKeysWithoutTheirEscapes) {
  EXPECT_THAT(faults_of(R"({"a": 1, "\u0061": 2})"),
              ElementsAre("f:1:10: error: a: duplicate key, the first is on line 1; remove one of them"));
}

TEST(Document, MayBeSixtyFourLevelsDeep) {
  EXPECT_THAT(faults_of(repeated("[", 64) + repeated("]", 64)), IsEmpty());
  EXPECT_THAT(faults_of(repeated("{\"a\":", 63) + "{}" + repeated("}", 63)), IsEmpty());
}

TEST(Document, ReportsTheFirstValueThatIsTooDeepAndReadsOn) {
  const std::string deep = repeated("[", 64) + "[{\"a\": 1, \"a\": 2}], []" + repeated("]", 64);
  const std::string path = repeated("0.", 64);

  EXPECT_THAT(faults_of("{\"x\": " + deep + ", \"y\": 1, \"y\": 2}"),
              ElementsAre("f:1:70: error: x." + path.substr(0, 125) + ": expected at most 64 levels, got more",
                          "f:1:167: error: y: duplicate key, the first is on line 1; remove one of them"));
}

TEST(Document, SurvivesTwoHundredThousandLevels) {
  const std::size_t levels = 200'000;

  EXPECT_EQ(faults_of(repeated("[", levels) + repeated("]", levels)).size(), 1U);
  EXPECT_EQ(faults_of(repeated("{\"a\":", levels) + "1" + repeated("}", levels)).size(), 1U);
  EXPECT_THAT(faults_of(repeated("[", levels)),
              ElementsAre(testing::HasSubstr("expected at most 64 levels, got more"),
                          "f:1:200001: error: expected a value or ']', got the end of the file"));
}

TEST(Document, RefusesAMegabyteOfNonsenseAtItsFirstByte) {
  for (const char* part : {"\xFF", "}", ",", "x", "\\", "-"}) {
    EXPECT_EQ(faults_of(repeated(part, 1'000'000)).size(), 1U) << testing::PrintToString(part);
  }
}

TEST(Document, EndsOnlyAtTheEndOfTheText) {
  EXPECT_THAT(faults_of(std::string_view("{}\0 {}", 6)),
              ElementsAre("f:1:3: error: expected the end of the file, got the control character U+0000"));
  EXPECT_THAT(faults_of("{} \n\t\r\n"), IsEmpty());
}

TEST(Document, HasNoRootAfterAnErrorOfSyntax) {
  EXPECT_FALSE(parse_document("{\"a\": 1").root);
  EXPECT_TRUE(parse_document("{\"a\": 1}").root);
}

TEST(Describe, NamesAValueBriefly) {
  const Document document = parse_document(R"([null, true, false, -3.0, "4 sec", [1], {}])");

  std::vector<std::string> words;
  for (const Node& node : std::get<Node::List>(document.root->value)) words.push_back(describe(node));
  EXPECT_THAT(words, ElementsAre("null", "true", "false", "-3.0", "\"4 sec\"", "a list", "an object"));
}

std::string again(std::string_view text) { return json_text(parse_document(text).root.value()); }

TEST(JsonText, IsOnOneLineInTheOrderWritten) {
  EXPECT_EQ(again("{ \"b\": [1, true,\n null], \"a\": {}, \"c\": [] }"), R"({"b":[1,true,null],"a":{},"c":[]})");
  EXPECT_EQ(again("false"), "false");
}

TEST(JsonText, HasNumbersInTheirShortestForm) {
  EXPECT_EQ(again("3.0"), "3");
  EXPECT_EQ(again("30e-1"), "3");
  EXPECT_EQ(again("-2.50"), "-2.5");
  EXPECT_EQ(again("0.10"), "0.1");
  EXPECT_EQ(again("-0.0"), "0");
  EXPECT_EQ(again("1e3"), "1000");
}

TEST(JsonText, KeepsEveryDigitOfASeed) { EXPECT_EQ(again("18446744073709551615"), "18446744073709551615"); }

TEST(JsonText, EscapesWhatJsonDoesNotAllowInTexts) {
  EXPECT_EQ(again(R"("a\"\\\n\u0001é")"), R"("a\"\\\n\u0001é")");
  EXPECT_EQ(again(R"({"a\"b": 1})"), R"({"a\"b":1})");
  EXPECT_EQ(json_text(Node{{}, std::string("a\xFF")}), "\"a\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace fastfood::scenario
