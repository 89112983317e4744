#include "sim/experiment/study/vary_options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/experiment/study_of.hpp"

namespace fastfood::experiment::vary_options_test {
namespace {

using testing::ElementsAre;

constexpr const char* lunch = R"({"menu": {}, "orders": [], "servers": {"count": 2}, "target": {"total_time": 5}})";

/// The scenario lunch, with a file tue.csv beside it that is right and a file wed.csv that is not.
scenario::Template template_of(const std::string& text) {
  scenario::Document document = scenario::parse_document(text);
  document.files = scenario::SideFiles([](const std::string& name) -> Result<std::string, std::string> {
    if (name == "tue.csv") return std::string("at,items,till\n1,,\n2,,3\n");
    if (name == "wed.csv") return std::string("at,items\n1,soda\n");
    return Unexpected(std::string("no such file"));
  });
  return {std::move(document), "lunch"};
}

/// The errors, one line each, or the warnings if there is no error.
std::vector<std::string> messages_of(const std::string& text, const std::vector<std::string>& vary) {
  const auto read = read_vary_options(template_of(text), vary);
  std::vector<std::string> lines;
  for (const FileFaults& file : read ? read->warnings : read.error()) {
    for (const auto& fault : file.faults) lines.push_back(format("lunch.json", fault));
  }
  return lines;
}

TEST(VariedScenario, IsAGridWithTheDefaultMetrics) {
  const auto file = read_vary_options(template_of(lunch), {"servers.count=1,2", "seed=3"});

  ASSERT_TRUE(file);
  EXPECT_EQ(file->study.design, Design::grid);
  EXPECT_THAT(file->study.parameters, ElementsAre(listed("servers.count", {"1", "2"}), listed("seed", {"3"})));
  EXPECT_THAT(file->study.metrics,
              ElementsAre("total_time.mean", "total_time.p95", "satisfied.fraction", "throughput_per_hour"));
  EXPECT_EQ(file->study.scenario.with({}).value().spec.name, "lunch");
}

TEST(VariedScenario, NamesTheOptionByItsPath) {
  EXPECT_THAT(messages_of(lunch, {"servers.cuont=1,2"}),
              ElementsAre("--vary servers.cuont: unknown key; did you mean count?"));
  EXPECT_THAT(messages_of(lunch, {"servers.count=1,-2", "/servers/0/count=3", "seed=1,1"}),
              ElementsAre("--vary servers.count: expected a whole number of at least 1, got -2",
                          "--vary /servers/0/count: servers.count leads to the same; leave one of them out",
                          "--vary seed: is tried twice; leave one of them out"));
}

TEST(VariedScenario, ReportsTheLinesOfFilesThatValuesName) {
  EXPECT_THAT(messages_of(lunch, {"orders=wed.csv,thu.csv"}),
              ElementsAre("wed.csv:2:3: error: items: \"soda\" is not the name of an item; add it to the menu",
                          "--vary orders: thu.csv cannot be read beside the scenario; no such file"));
}

TEST(VariedScenario, ShowsTheWarningsOfFilesThatValuesName) {
  EXPECT_THAT(messages_of(lunch, {"orders=tue.csv"}),
              ElementsAre("tue.csv:1:10: warning: till: unknown column, ignored"));
}

TEST(VariedScenario, WarnsIfANumberReplacesASchedule) {
  constexpr const char* shifts = R"({"menu": {}, "orders": [],
      "servers": {"count": [{"from": 0, "value": 2}, {"from": 60, "value": 3}]}})";

  EXPECT_THAT(messages_of(shifts, {"servers.count=1,2"}),
              ElementsAre("--vary servers.count: warning: replaces the whole schedule by a number; vary one step "
                          "with servers.count.0.value"));
  EXPECT_THAT(messages_of(shifts, {"servers.count.1.value=1,2"}), ElementsAre());
}

TEST(VariedScenario, ReportsErrorsOfTheScenarioToo) {
  EXPECT_THAT(messages_of(R"({"menu": 3, "orders": []})", {"seed=-1"}),
              ElementsAre("--vary seed: expected a whole number from 0 to 18446744073709551615, got -1",
                          "lunch.json:1:10: error: menu: expected an object, got 3"));
  EXPECT_THAT(messages_of(R"({"menu": )", {"seed=1"}),
              ElementsAre("lunch.json:1:10: error: expected a value, got the end of the file"));
}

TEST(VariedScenario, ReportsWarningsOfTheScenario) {
  EXPECT_THAT(messages_of(R"({"menu": {}, "stations": {"grill": {}}, "orders": []})", {"seed=1"}),
              ElementsAre("lunch.json:1:27: warning: stations.grill: no item uses it"));
}

TEST(VariedScenario, WarnsAboutSingleQuotes) {
  EXPECT_THAT(
      messages_of(lunch, {"name='a,b',c"}),
      ElementsAre("--vary name: warning: single quotes are part of a text, and do not keep commas together: one "
                  "value is 'a; take double quotes"));
}

TEST(VariedScenario, UsesTheLongestPathThatExists) {
  const auto file =
      read_vary_options(template_of(R"({"menu": {"a=b": {"time": 1}}, "orders": []})"), {"menu.a=b.time=1,2"});

  ASSERT_TRUE(file);
  EXPECT_THAT(file->study.parameters, ElementsAre(listed("menu.a=b.time", {"1", "2"})));
}

TEST(VariedScenario, ReportsErrorsOfTheChosenPathIfATextHasSeveral) {
  EXPECT_THAT(
      messages_of(R"({"menu": {"a=b": {"time": 1}}, "orders": []})", {"menu.a=b.time=1,,2"}),
      ElementsAre("--vary menu.a=b.time=1,,2: menu.a=b.time: a value is missing next to a comma; write \"\" for "
                  "an empty text"));
}

}  // namespace
}  // namespace fastfood::experiment::vary_options_test
