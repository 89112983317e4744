#include "sim/experiment/study/study_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sim/experiment/study/points.hpp"
#include "sim/scenario/hints/synonyms.hpp"
#include "tests/experiment/study_of.hpp"

namespace fastfood::experiment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* lunch = R"({
  "seed": 7,
  "menu": {"soda": {"station": "tap", "time": 1}},
  "stations": {"tap": {"capacity": 1}},
  "servers": {"count": 2},
  "arrivals": [{"every": 2, "count": 3, "items": ["soda"]}],
  "target": {"total_time": 5}
})";

Result<StudyFile, std::vector<FileFaults>> read(const std::string& text, const std::string& scenario_text = lunch) {
  return read_study(text, "study", [&](const std::string&) { return Result<std::string, std::string>(scenario_text); });
}

/// A study of lunch. `text` is the value of `vary` and what follows.
Study study_with(const std::string& vary) {
  return read(R"({"scenario": "lunch.json", "vary": )" + vary + "}").value().study;
}

TEST(StudyReader, DistinguishesAStudyFromAScenarioByItsKeys) {
  EXPECT_TRUE(is_study(R"({"vary": {}})"));
  EXPECT_TRUE(is_study(R"({"scenario": "lunch.json"})"));
  EXPECT_FALSE(is_study(lunch));
  EXPECT_FALSE(is_study("[]"));
  EXPECT_FALSE(is_study(R"({"vary": )"));
}

TEST(StudyReader, ReadsEveryKey) {
  const auto file = read(R"({
    "$schema": "study.schema.json",
    "scenario": "meals/lunch.json",
    "replications": {"min": 10, "max": 200, "relative_precision": 0.02, "metric": "total_time.mean", "confidence": 0.9},
    "vary": {"servers.count": [1, 2, 3], "servers.mode": ["sequential", "async"]},
    "design": "grid",
    "where": ["servers.count <= 2"],
    "metrics": ["total_time.p90", "stations.tap.utilization"],
    "confidence": 0.99,
    "cost": {"servers.count": 100, "servers.mode": [["sequential", 0], ["async", 250.5]]},
    "require": ["satisfied.fraction >= 1", "total_time.p95<=5", "satisfied.met == true"],
    "indifference": 0.05
  })");

  ASSERT_TRUE(file);
  const Study& study = file->study;
  const std::vector<std::pair<Value, double>> prices = {{{"\"sequential\"", {}}, 0}, {{"\"async\"", {}}, 250.5}};
  EXPECT_EQ(study.scenario.default_name, "lunch");
  EXPECT_EQ(std::get<Precision>(study.replications), (Precision{10, 200, 0.02, "total_time.mean", 0.9}));
  EXPECT_THAT(study.parameters, ElementsAre(Parameter{"servers.count", {{"1", 1}, {"2", 2}, {"3", 3}}, {}, 100.0},
                                            Parameter{"servers.mode", {prices[0].first, prices[1].first}, {}, prices}));
  EXPECT_EQ(study.design, Design::grid);
  EXPECT_THAT(study.where, ElementsAre(parse_requirement("servers.count <= 2").value()));
  EXPECT_THAT(study.metrics, ElementsAre("total_time.p90", "stations.tap.utilization"));
  EXPECT_EQ(study.confidence, 0.99);
  EXPECT_THAT(study.require, ElementsAre(parse_requirement("satisfied.fraction >= 1").value(),
                                         parse_requirement("total_time.p95<=5").value(),
                                         parse_requirement("satisfied.met == true").value()));
  EXPECT_EQ(study.indifference, 0.05);
  EXPECT_THAT(file->warnings, IsEmpty());
}

TEST(StudyReader, FillsInTheDefaults) {
  const Study study = study_with(R"({"servers.count": [1, 2]})");

  EXPECT_EQ(std::get<std::int64_t>(study.replications), 1);
  EXPECT_EQ(study.design, Design::grid);
  EXPECT_THAT(study.where, IsEmpty());
  EXPECT_THAT(study.metrics,
              ElementsAre("total_time.mean", "total_time.p95", "satisfied.fraction", "throughput_per_hour"));
  EXPECT_EQ(study.confidence, 0.95);
  EXPECT_THAT(study.require, IsEmpty());
  EXPECT_EQ(study.indifference, 0.01);
  EXPECT_EQ(study.parameters[0].prices, std::nullopt);
}

TEST(StudyReader, UsesTheConfidenceOfTheStudyForPrecisionByDefault) {
  const Study study = study_with(R"({"seed": [1]}, "confidence": 0.8,
      "replications": {"min": 2, "max": 2, "relative_precision": 1, "metric": "elapsed"})");

  EXPECT_EQ(std::get<Precision>(study.replications).confidence, 0.8);
}

TEST(StudyReader, OmitsTheSatisfiedFractionIfThereIsNoTarget) {
  const std::string scenario = R"({"scenario": {"menu": {}, "orders": []}, "vary": )";

  EXPECT_THAT(read(scenario + R"({"seed": [1]}})").value().study.metrics,
              ElementsAre("total_time.mean", "total_time.p95", "throughput_per_hour"));
  EXPECT_THAT(read(scenario + R"({"target": [{"total_time": 5}]}})").value().study.metrics,
              ElementsAre("total_time.mean", "total_time.p95", "satisfied.fraction", "throughput_per_hour"));
}

TEST(StudyReader, AcceptsAScenarioInsideTheStudy) {
  const auto file = read(R"({"scenario": {"menu": {}, "orders": [{"items": []}]}, "vary": {"seed": [1, 2]}})");

  ASSERT_TRUE(file);
  EXPECT_EQ(file->study.scenario.with({}).value().spec.name, "study");
  EXPECT_EQ(file->study.scenario.with({}).value().spec.orders.size(), 1U);
}

/// The errors of a study, or the warnings of a valid one.
std::vector<std::string> messages_of(const std::string& text, const std::string& scenario_text = lunch) {
  std::vector<std::string> lines;
  const auto file = read(text, scenario_text);
  for (const FileFaults& of_file : file ? file->warnings : file.error()) {
    for (const auto& one : of_file.faults) lines.push_back(format(of_file.file.empty() ? "s.json" : of_file.file, one));
  }
  return lines;
}

TEST(StudyReader, WarnsAboutTheScenario) {
  const std::string odd = R"({"menu": {}, "stations": {"grill": {}}, "orders": []})";

  EXPECT_THAT(messages_of(R"({"scenario": "odd.json", "vary": {"seed": [1]}})", odd),
              ElementsAre("odd.json:1:27: warning: stations.grill: no item uses it"));
  EXPECT_THAT(messages_of(R"({"scenario": )" + odd + R"(, "vary": {"seed": [1]}})"),
              ElementsAre("s.json:1:40: warning: scenario.stations.grill: no item uses it"));
}

TEST(StudyReader, WarnsAboutVariedParametersWithoutCost) {
  const std::string vary = R"({"scenario": "lunch.json", "vary": {"servers.count": [1, 2], "seed": [1, 2]})";

  EXPECT_THAT(messages_of(vary + R"(, "cost": {"servers.count": 100}})"),
              ElementsAre("s.json:1:87: warning: cost: has no price for seed, so more of it is free; add one, or 0 "
                          "if that is intended"));
  EXPECT_THAT(messages_of(vary + R"(, "cost": {"servers.count": 100, "seed": 0}})"), IsEmpty());
  EXPECT_THAT(messages_of(vary + R"(, "require": ["total_time.mean <= 5"]})"), IsEmpty());  // fine for a sweep
}

TEST(StudyReader, SuggestsKeysForCommonMistakes) {
  EXPECT_THAT(
      messages_of(R"({"model": "lunch.json", "parameters": {"seed": [1]}, "runs": 5, "minimize": "total_time.mean"})"),
      ElementsAre("s.json:1:2: error: model: unknown key; did you mean scenario?",
                  "s.json:1:25: error: parameters: unknown key; did you mean vary?",
                  "s.json:1:54: error: runs: unknown key; did you mean replications?",
                  R"(s.json:1:65: error: minimize: unknown key; write it in objective, as in "objective": )"
                  R"({"maximize": "money.profit"})"));
}

TEST(StudyReader, ReadsAnObjectiveInsteadOfACost) {
  EXPECT_EQ(study_with(R"({"servers.count": [1, 2]}, "objective": {"maximize": "throughput_per_hour"})").objective,
            (Objective{Direction::maximize, "throughput_per_hour"}));
  EXPECT_EQ(study_with(R"({"servers.count": [1, 2]}, "objective": {"minimize": "total_time.mean"})").objective,
            (Objective{Direction::minimize, "total_time.mean"}));
  EXPECT_EQ(study_with(R"({"servers.count": [1, 2]})").objective, std::nullopt);
}

TEST(StudyReader, AllowsAnObjectiveThatOnlySomePointsHave) {
  const Study study = study_with(R"({"servers.cost_per_hour": [0, 10]}, "objective": {"minimize": "money.labour"})");

  EXPECT_EQ(study.objective, (Objective{Direction::minimize, "money.labour"}));
}

TEST(StudyReader, ExpandsRangesToValues) {
  EXPECT_EQ(study_with(R"({"menu.soda.time": {"from": 0.1, "to": 0.3, "step": 0.1}})").parameters[0].values,
            (std::vector<Value>{{"0.1", 0.1}, {"0.2", 0.2}, {"0.3", 0.3}}));
  EXPECT_EQ(study_with(R"({"servers.count": {"from": 1, "to": 2}})").parameters[0].values,
            (std::vector<Value>{{"1", 1}, {"2", 2}}));
}

TEST(StudyReader, DetectsWhichRangesAreOfWholeNumbers) {
  const Study study = study_with(R"({"servers.count": {"min": 1, "max": 8}, "menu.soda.time": {"min": 1, "max": 2},
      "seed": {"min": 0, "max": 10}, "target.fraction": {"min": 0, "max": 1}, "target.total_time": {"min": 3, "max": 3}},
      "design": "latin_hypercube", "points": 50)");

  std::vector<bool> whole;
  for (const Parameter& parameter : study.parameters) whole.push_back(parameter.range->whole);
  EXPECT_THAT(whole, ElementsAre(true, false, true, false, false));
  EXPECT_EQ(study.points, 50U);
  EXPECT_EQ(study.design, Design::latin_hypercube);
}

TEST(StudyReader, AcceptsAnyJsonAsAValue) {
  const Study study = study_with(R"({"servers": [{"count": 1}, [{"name": "till"}, {"name": "bar"}]],
      "opens_at": ["11:00"]})");

  EXPECT_THAT(study.parameters[0].values,
              ElementsAre(Value{R"({"count":1})", {}}, Value{R"([{"name":"till"},{"name":"bar"}])", {}}));
  EXPECT_THAT(study.parameters[1].values, ElementsAre(Value{R"("11:00")", {}}));
}

TEST(StudyReader, AllowsRepeatedValuesInAZip) {
  const Study study =
      study_with(R"({"servers.count": [1, 1, 2], "stations.tap.capacity": [1, 2, 2]}, "design": "zip")");

  EXPECT_EQ(size_of_design(study), 3);
}

TEST(StudyReader, LeavesAHugeGridForItsCallerToRefuse) {
  const Study study =
      study_with(R"({"servers.count": {"from": 1, "to": 2000}, "menu.soda.time": {"from": 1, "to": 2000}})");

  EXPECT_EQ(size_of_design(study), 4'000'000);
}

TEST(StudyReader, AllowsAMetricThatExistsOnlyInSomePoints) {
  EXPECT_THAT(study_with(R"({"servers": [{"name": "till"}], "stations": [{"tap": {}, "grill": {}}]},
      "metrics": ["stations.grill.uses"])")
                  .metrics,
              ElementsAre("stations.grill.uses"));
}

/// The messages about an object of this kind if the key is added where `…` is.
std::vector<std::string> messages_about_key(std::string study, const std::string& key) {
  study.replace(study.find("…"), std::string_view("…").size(), "\"" + key + "\": null");
  const auto file = read(study, R"({"menu": {}, "servers": {}, "orders": []})");
  std::vector<std::string> messages;
  for (const FileFaults& of : file ? std::vector<FileFaults>{} : file.error()) {
    for (const scenario::Diagnostic& fault : of.faults) messages.push_back(fault.text);
  }
  return messages;
}

const std::map<std::string_view, std::string> studies = {
    {"study", R"({"scenario": "lunch.json", …})"},
    {"steps", R"({"scenario": "lunch.json", "vary": {"servers.count": {"from": 1, "to": 2, …}}})"},
    {"range", R"({"scenario": "lunch.json", "design": "random", "vary": {"servers.count": {"min": 1, "max": 2, …}}})"},
    {"precision", R"({"scenario": "lunch.json", "vary": {"servers.count": [1]}, "replications": {…}})"},
    {"objective", R"({"scenario": "lunch.json", "vary": {"servers.count": [1]}, "objective": {…}})"}};

TEST(StudyReader, HasTheKeysThatSynonymsReferTo) {
  for (const scenario::Synonym& row : scenario::synonyms()) {
    const auto study = studies.find(row.object);
    if (study == studies.end() || row.key.empty()) continue;
    EXPECT_THAT(messages_about_key(study->second, std::string(row.key)),
                testing::Each(testing::Not(testing::HasSubstr("unknown key"))))
        << row.object << "." << row.key;
  }
}

TEST(StudyReader, SuggestsWhatToDoAboutEachUnknownKey) {
  for (const auto& [kind, study] : studies) {
    EXPECT_THAT(messages_about_key(study, "zzzzzzzz"), testing::Contains(testing::HasSubstr("unknown key; remove it")))
        << kind;
  }
  EXPECT_THAT(messages_about_key(studies.at("study"), "params"),
              testing::Contains(testing::HasSubstr("unknown key; did you mean vary?")));
  EXPECT_THAT(messages_about_key(studies.at("steps"), "by"),
              testing::Contains(testing::HasSubstr("unknown key; did you mean step?")));
  EXPECT_THAT(messages_about_key(studies.at("range"), "low"),
              testing::Contains(testing::HasSubstr("unknown key; remove it; min is there already")));
  EXPECT_THAT(messages_about_key(studies.at("precision"), "at_least"),
              testing::Contains(testing::HasSubstr("unknown key; did you mean min?")));
}

}  // namespace
}  // namespace fastfood::experiment
