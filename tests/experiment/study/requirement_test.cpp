#include "sim/experiment/study/requirement.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace fastfood::experiment {
namespace {

Requirement parsed(const std::string& text) { return parse_requirement(text).value(); }

std::string fault(const std::string& text) { return parse_requirement(text).error(); }

bool holds(const std::string& text, const Value& value) { return holds_for(parsed(text), value); }

TEST(Requirement, HasAPathAnOperatorAndAValue) {
  EXPECT_EQ(parsed("total_time.p95 <= 5"), (Requirement{.text = "total_time.p95 <= 5",
                                                        .path = "total_time.p95",
                                                        .relation = Relation::at_most,
                                                        .limit_text = "5",
                                                        .limit = 5}));
}

TEST(Requirement, HasOneOfSixOperatorsWithOrWithoutBlanks) {
  const std::vector<std::pair<std::string, Relation>> operators = {
      {"<=", Relation::at_most}, {">=", Relation::at_least}, {"<", Relation::below},
      {">", Relation::above},    {"==", Relation::equal},    {"!=", Relation::unequal}};
  for (const auto& [written, relation] : operators) {
    for (const std::string& text : {"a.b" + written + "3", "a.b " + written + " 3", " a.b  " + written + "\t3 "}) {
      EXPECT_EQ(parsed(text), (Requirement{text, "a.b", relation, "3", 3})) << text;
    }
  }
}

TEST(Requirement, AcceptsPathsWithBlanksAndPointers) {
  EXPECT_EQ(parsed("stations.soda machine.uses > 1").path, "stations.soda machine.uses");
  EXPECT_EQ(parsed("/stations/a.b/uses > 1").path, "/stations/a.b/uses");
}

TEST(Requirement, HasALimitThatIsJsonOrElseText) {
  EXPECT_EQ(parsed("a == 5.0").limit_text, "5");
  EXPECT_EQ(parsed("a == -1e3").limit, -1000);
  EXPECT_EQ(parsed("a == async").limit_text, "\"async\"");
  EXPECT_EQ(parsed("a == \"async\"").limit_text, "\"async\"");
  EXPECT_EQ(parsed("a == async").limit, std::nullopt);
  EXPECT_EQ(parsed("a == null").limit_text, "null");
  EXPECT_EQ(parsed("a == null").limit, std::nullopt);
  EXPECT_EQ(parsed("a == [1, 2]").limit_text, "[1,2]");
  EXPECT_EQ(parsed("a == x=y").limit_text, "\"x=y\"");
}

TEST(Requirement, ReadsTrueAsOneAndFalseAsZero) {
  EXPECT_EQ(parsed("satisfied.met == true").limit, 1);
  EXPECT_EQ(parsed("satisfied.met == false").limit, 0);
}

TEST(Requirement, HasALimitInSecondsIfItIsATimeWithAUnit) {
  for (const auto& [text, seconds] :
       {std::pair{"250ms", 0.25}, std::pair{"5min", 300.0}, std::pair{"1.5h", 5400.0}, std::pair{"\"30s\"", 30.0}}) {
    EXPECT_EQ(parsed(std::string("total_time.p95 <= ") + text).limit, seconds) << text;
  }
}

TEST(Requirement, HasAPercentageAsAShare) {
  EXPECT_EQ(parsed("satisfied.fraction >= 90%").limit, 0.9);
  EXPECT_EQ(parsed("servers.utilization<99.5%").limit, 0.995);
  EXPECT_EQ(parsed("servers.utilization<99.5%").relation, Relation::below);
  EXPECT_EQ(parsed("servers.utilization < 9e1%").limit, std::nullopt);
}

TEST(Requirement, HasALimitThatFitsItsMetric) {
  const auto wrong = [](const std::string& text) { return explain_wrong_limit(parsed(text)).value_or("nothing"); };

  EXPECT_EQ(wrong("total_time.mean <= 5min"), "nothing");
  EXPECT_EQ(wrong("satisfied.met == true"), "nothing");
  EXPECT_EQ(wrong("customers.served >= 5min"), "customers.served is no time; write \"5min\" without a unit");
  EXPECT_EQ(wrong("total_time.mean <= 90%"), "total_time.mean is no share; write \"90%\" without a percent sign");
}

TEST(Requirement, SuggestsTheLimitThatWasMeant) {
  const auto wrong = [](const std::string& text) { return explain_wrong_limit(parsed(text)).value_or("nothing"); };
  const std::string expected = "expected a number to compare with, got ";

  EXPECT_EQ(wrong("total_time.mean <= 5 min"), expected + "\"5 min\"; write 5min");
  EXPECT_EQ(wrong("total_time.mean <= 5m"), expected + "\"5m\"; write 5min");
  EXPECT_EQ(wrong("satisfied.fraction >= 90 %"), expected + "\"90 %\"; write 90%");
  EXPECT_EQ(wrong("satisfied.fraction >= 0,9"), expected + "\"0,9\"; write 0.9");
  EXPECT_EQ(wrong("satisfied.fraction >= most"), expected + "\"most\"; write it as 5, 5min or 90%");
}

TEST(Requirement, ComparesTimesWithUnitsThatAreTried) {
  const Requirement condition = parse_condition("arrivals.0.every <= 1min", {"arrivals.0.every"}).value();
  EXPECT_TRUE(holds_for(condition, {"\"60s\"", std::nullopt}));
  EXPECT_TRUE(holds_for(condition, {"60", 60}));
  EXPECT_FALSE(holds_for(condition, {"\"0.1h\"", std::nullopt}));
  EXPECT_FALSE(holds_for(condition, {"\"often\"", std::nullopt}));
}

TEST(Requirement, ReportsWhatIsMissing) {
  const std::string expected = "expected PATH OP VALUE, got ";
  EXPECT_EQ(fault("total_time.p95"), expected + "\"total_time.p95\"; the operator, one of <= >= < > == !=, is missing");
  EXPECT_EQ(fault(""), expected + "\"\"; the operator, one of <= >= < > == !=, is missing");
  EXPECT_EQ(fault("<= 5"), expected + "\"<= 5\"; the path is missing");
  EXPECT_EQ(fault("  <= 5"), expected + "\"  <= 5\"; the path is missing");
  EXPECT_EQ(fault("total_time.p95 <="), expected + "\"total_time.p95 <=\"; the value is missing");
  EXPECT_EQ(fault("total_time.p95 <=  "), expected + "\"total_time.p95 <=  \"; the value is missing");
  EXPECT_EQ(fault("a < = 5"), expected + "\"a < = 5\", which has two operators");
}

TEST(Requirement, SuggestsTheOperatorThatWasMeant) {
  EXPECT_EQ(fault("a = 5"), "there is no operator =; did you mean ==?");
  EXPECT_EQ(fault("a =< 5"), "there is no operator =<; did you mean <=?");
  EXPECT_EQ(fault("a => 5"), "there is no operator =>; did you mean >=?");
  EXPECT_EQ(fault("a === 5"), "there is no operator ===; did you mean ==?");
  EXPECT_EQ(fault("a <> 5"), "there is no operator <>; did you mean !=?");
  EXPECT_EQ(fault("a ! 5"), "there is no operator !; did you mean !=?");
  EXPECT_EQ(fault("a << 5"), "there is no operator <<; take one of <= >= < > == !=");
  EXPECT_EQ(fault("="), "there is no operator =; did you mean ==?");
}

TEST(Requirement, IsMetOnTheRequiredSideOfItsLimit) {
  struct Row {
    std::string relation;
    bool below, at, above;
  };
  for (const Row& row : {Row{"<=", true, true, false}, Row{">=", false, true, true}, Row{"<", true, false, false},
                         Row{">", false, false, true}, Row{"==", false, true, false}, Row{"!=", true, false, true}}) {
    const Requirement requirement = parsed("a " + row.relation + " 5");
    EXPECT_EQ(is_met(requirement, 4.5), row.below) << row.relation;
    EXPECT_EQ(is_met(requirement, 5.0), row.at) << row.relation;
    EXPECT_EQ(is_met(requirement, 5.5), row.above) << row.relation;
  }
}

TEST(Requirement, IsNotMetByNull) {
  for (const char* text : {"a <= 5", "a >= 5", "a < 5", "a > 5", "a == 5", "a != 5"}) {
    EXPECT_FALSE(is_met(parsed(text), std::nullopt)) << text;
  }
}

TEST(Requirement, OnAValueComparesNumbersAsNumbers) {
  EXPECT_TRUE(holds("a <= 10", {"9", 9}));
  EXPECT_FALSE(holds("a < 9", {"9", 9}));
  EXPECT_TRUE(holds("a == 3.0", {"3", 3}));
  EXPECT_TRUE(holds("a != 3", {"4", 4}));
}

TEST(Requirement, OnAValueComparesEverythingElseByItsJson) {
  EXPECT_TRUE(holds("a == async", {"\"async\"", {}}));
  EXPECT_FALSE(holds("a != async", {"\"async\"", {}}));
  EXPECT_TRUE(holds("a != async", {"\"sequential\"", {}}));
  EXPECT_FALSE(holds("a == async", {"3", 3}));
  EXPECT_TRUE(holds("a == {\"b\": 1}", {"{\"b\":1}", {}}));
  EXPECT_TRUE(holds("a == true", {"true", {}}));
  EXPECT_FALSE(holds("a == true", {"1", 1}));
  EXPECT_FALSE(holds("a <= async", {"\"async\"", {}}));
  EXPECT_FALSE(holds("a >= 3", {"\"4 s\"", {}}));
}

TEST(Requirement, MayHaveAnOperatorInANameOnItsPath) {
  EXPECT_EQ(parsed("stations.a<=b.utilization <= 0.9"), (Requirement{.text = "stations.a<=b.utilization <= 0.9",
                                                                     .path = "stations.a<=b.utilization",
                                                                     .relation = Relation::at_most,
                                                                     .limit_text = "0.9",
                                                                     .limit = 0.9}));
  EXPECT_EQ(parsed("stations.a==b.uses>3").path, "stations.a==b.uses");
  EXPECT_EQ(parsed("streams.x!.satisfied.met == true").path, "streams.x!.satisfied.met");
}

TEST(Requirement, IsSplitAfterTheLongestKnownPath) {
  const std::vector<std::string> paths = {"menu.a", "menu.a==b.time", "servers.mode"};

  const Requirement longest = parse_condition("menu.a==b.time == 5", paths).value();
  EXPECT_EQ(longest.path, "menu.a==b.time");
  EXPECT_EQ(longest.limit_text, "5");
  const Requirement shorter = parse_condition("menu.a == b.price == 5", paths).value();
  EXPECT_EQ(shorter.path, "menu.a");
  EXPECT_EQ(shorter.limit_text, "\"b.price == 5\"");
  EXPECT_EQ(parse_condition("servers.mode == x<5", paths).value().limit_text, "\"x<5\"");
  EXPECT_EQ(parse_condition("unknown == x<5", paths).value().path, "unknown");
}

}  // namespace
}  // namespace fastfood::experiment
