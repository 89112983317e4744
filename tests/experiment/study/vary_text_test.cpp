#include "sim/experiment/study/vary_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fastfood::experiment::vary_text_test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The JSON of the values.
std::vector<std::string> values(const std::string& text) {
  const Parameter parameter = parse_vary(text).value();
  std::vector<std::string> values;
  for (const Value& value : parameter.values) values.push_back(value.json);
  return values;
}

std::string fault(const std::string& text) { return parse_vary(text).error(); }

TEST(VaryText, IsAPathAndItsValues) {
  EXPECT_EQ(parse_vary("servers.count=1,2,3").value(),
            (Parameter{.path = "servers.count", .values = {{"1", 1}, {"2", 2}, {"3", 3}}}));
  EXPECT_EQ(parse_vary(" /menu/a.b/time = 4 ").value(), (Parameter{.path = "/menu/a.b/time", .values = {{"4", 4}}}));
}

TEST(VaryText, ReadsJsonWhereItIsJsonAndTextOtherwise) {
  EXPECT_THAT(values("a=1.0,\"1\",async,true,null,4s"),
              ElementsAre("1", "\"1\"", "\"async\"", "true", "null", "\"4s\""));
  EXPECT_THAT(values("a=07, x y ,"
                     "\"\""),
              ElementsAre("\"07\"", "\"x y\"", "\"\""));
  EXPECT_THAT(values("a=b=c"), ElementsAre("\"b=c\""));
}

TEST(VaryText, IsNotSplitInsideBracketsBracesAndQuotes) {
  EXPECT_THAT(values(R"(a=[1,2],{"b":1,"c":[3,4]},"x,y")"), ElementsAre("[1,2]", R"({"b":1,"c":[3,4]})", R"("x,y")"));
  EXPECT_THAT(values(R"(a="x\",y",2)"), ElementsAre(R"("x\",y")", "2"));
  EXPECT_THAT(values("a=[1,2"), ElementsAre("\"[1,2\""));
}

TEST(VaryText, AcceptsARangeOfNumbers) {
  EXPECT_THAT(values("a=1:5"), ElementsAre("1", "2", "3", "4", "5"));
  EXPECT_THAT(values("a=1:5:2"), ElementsAre("1", "3", "5"));
  EXPECT_THAT(values("a=0.1:0.3:0.1"), ElementsAre("0.1", "0.2", "0.3"));
  EXPECT_THAT(values("a=-1 : 1"), ElementsAre("-1", "0", "1"));
}

TEST(VaryText, KeepsATextWithAColon) {
  EXPECT_THAT(values(R"(a="12:30")"), ElementsAre("\"12:30\""));
  EXPECT_THAT(values(R"(a="12:30","13:00")"), ElementsAre("\"12:30\"", "\"13:00\""));
  EXPECT_THAT(values("a=11:00"), ElementsAre("\"11:00\""));
  EXPECT_THAT(values("a=12:30,13:15"), ElementsAre("\"12:30\"", "\"13:15\""));
  EXPECT_THAT(values("a=1:2:3:4"), ElementsAre("\"1:2:3:4\""));
  EXPECT_THAT(values("a=1:x"), ElementsAre("\"1:x\""));
}

TEST(VaryText, ReportsWhatIsMissing) {
  const std::string expected = "expected PATH=VALUES, as in servers.count=1,2,3 or servers.count=1:3, got ";
  EXPECT_EQ(fault("servers.count"), expected + "\"servers.count\"; the = is missing");
  EXPECT_EQ(fault(""), expected + "\"\"; the = is missing");
  EXPECT_EQ(fault("=1"), expected + "\"=1\"; the path is missing");
  EXPECT_EQ(fault("a="), expected + "\"a=\"; the values are missing");
  EXPECT_EQ(fault("a=1,,2"), "a: a value is missing next to a comma; write \"\" for an empty text");
  EXPECT_EQ(fault("a=1,"), "a: a value is missing next to a comma; write \"\" for an empty text");
}

TEST(VaryText, RefusesRangesThatReachNoEnd) {
  EXPECT_EQ(fault("a=5:1"), "a: there is nothing from 5 to 1; give the smaller one first");
  EXPECT_EQ(fault("a=1:5:0"), "a: expected a step above 0, got 0");
  EXPECT_EQ(fault("a=1:1e9"), "a: gives more than 1000000 values; make the steps longer");
}

TEST(VaryText, UsesTheLongestPathThatExists) {
  const scenario::Document lunch = scenario::parse_document(
      R"({"menu": {"a": {"time": 1}, "a=b": {"time": 1}, "c=,d": {"time": 1}}, "name": "x", "servers": {}})");
  const auto path = [&](const std::string& text) { return parse_vary(text, lunch).value().path; };

  EXPECT_EQ(path("menu.a=b.time=1,2"), "menu.a=b.time");
  EXPECT_EQ(path("menu.c=,d.time=1,2"), "menu.c=,d.time");
  EXPECT_EQ(path("menu.a=b.price=1,2"), "menu.a=b.price");  // not in the file, but may be added
  EXPECT_EQ(path("menu.a.time=1,2"), "menu.a.time");
  EXPECT_EQ(path("name=a=b"), "name");
  EXPECT_EQ(path("until=a=b"), "until");
  EXPECT_EQ(path("/menu/a=b/time=3"), "/menu/a=b/time");
  EXPECT_EQ(path("menu.x=y.time=3"), "menu.x");  // no such path; an error says so
  EXPECT_FALSE(parse_vary("menu.a=b", scenario::Document{}).value().values.empty());
}

TEST(VaryText, RecognizesValuesThatSingleQuotesDidNotKeepTogether) {
  EXPECT_THAT(with_single_quotes(parse_vary("p='a,b',c").value()), ElementsAre("'a", "b'"));
  EXPECT_THAT(with_single_quotes(parse_vary("p=\"a,b\",it's").value()), IsEmpty());
}

}  // namespace
}  // namespace fastfood::experiment::vary_text_test
