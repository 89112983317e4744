#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/experiment/study/study_reader.hpp"

namespace fastfood::experiment {
namespace {

using testing::ElementsAre;

constexpr const char* lunch = R"({
  "menu": {"soda": {"station": "tap", "time": 1}},
  "stations": {"tap": {}},
  "servers": {"count": 2},
  "arrivals": [{"every": 2, "count": 3, "items": ["soda"]}]
})";

/// The files next to the study.
Result<std::string, std::string> read_file(const std::string& name) {
  if (name == "lunch.json") return std::string(lunch);
  if (name == "wrong.json") return std::string(R"({"menu": 3, "orders": []})");
  if (name == "broken.json") return std::string(R"({"menu": )");
  return Unexpected(std::string("no such file"));
}

/// The errors and warnings of a study, one line each.
std::vector<std::string> messages_of(const std::string& text) {
  const auto read = read_study(text, "study", read_file);
  std::vector<std::string> lines;
  for (const auto& [file, faults] : read ? read->warnings : read.error()) {
    for (const auto& fault : faults) lines.push_back(format(file.empty() ? "study.json" : file, fault));
  }
  return lines;
}

/// A study on one line, with one error at the place marked by `^`.
struct Marked {
  std::string text;
  std::string message;
};

void expect_faults(const std::vector<Marked>& table) {
  for (const Marked& row : table) {
    SCOPED_TRACE(row.text);
    const std::size_t at = row.text.find('^');
    ASSERT_NE(at, std::string::npos);
    const std::string text = row.text.substr(0, at) + row.text.substr(at + 1);
    EXPECT_THAT(messages_of(text), ElementsAre("study.json:1:" + std::to_string(at + 1) + ": error: " + row.message));
  }
}

/// Puts each row into a study of lunch that varies the number of servers. A row has the remaining keys.
void expect_faults_after_vary(const std::vector<Marked>& table) {
  std::vector<Marked> whole;
  for (const Marked& row : table) {
    whole.push_back(
        {R"({"scenario": "lunch.json", "vary": {"servers.count": [1, 2]}, )" + row.text + "}", row.message});
  }
  expect_faults(whole);
}

/// Expects these faults of studies of lunch.json. The text of a row is the value of `vary`, and other keys after it.
void expect_faults_in_vary(const std::vector<Marked>& table) {
  std::vector<Marked> whole;
  for (const Marked& row : table) {
    whole.push_back({R"({"scenario": "lunch.json", "vary": )" + row.text + "}", row.message});
  }
  expect_faults(whole);
}

TEST(WrongStudy, IsNotAStudy) {
  expect_faults({
      {"^[]", "expected an object, got a list"},
      {"^3", "expected an object, got 3"},
      {R"({"scenario": "lunch.json", "vary": {"seed": [1],^}})",
       "expected a key in double quotes, got '}'; remove the comma before it"},
      {R"(^{"scenario": "lunch.json"})", "vary: missing; a study varies something; without it, take fastfood run"},
      {R"(^{"vary": {"seed": [1]}})",
       "scenario: missing; a study runs one: give the name of its file, or a scenario itself"},
      {R"({"scenario": ^3, "vary": {"seed": [1]}})", "scenario: expected the name of a file, or a scenario, got 3"},
      {R"({"scenario": ^"", "vary": {"seed": [1]}})", "scenario: expected the name of a file, or a scenario, got \"\""},
      {R"({"scenario": ^"lunch.json\u0000", "vary": {"seed": [1]}})",
       R"(scenario: expected the name of a file, or a scenario, got "lunch.json\u0000")"},
      {R"({"scenario": "lunch.json", "vary": {"seed": [1]}, ^"desgin": "grid"})",
       "desgin: unknown key; did you mean design?"},
      {R"({"scenario": "lunch.json", "vary": {"seed": [1]}, ^"colour": "red"})", "colour: unknown key; remove it"},
      {R"({"scenario": "lunch.json", "vary": {"seed": [1]}, ^"vary": {"seed": [1]}})",
       "vary: duplicate key, the first is on line 1; remove one of them"},
  });
}

TEST(WrongStudy, VariesNothing) {
  expect_faults_in_vary({
      {"^[]", R"(vary: expected an object, got a list; write each with its name before it: {"NAME": …, "NAME": …})"},
      {"^{}", "vary: expected at least one path, got none"},
      {R"({"seed": ^[]})", "vary.seed: expected at least one value, got none"},
      {R"({"seed": ^3})", R"(vary.seed: expected a list of values, or steps {"from": a, "to": b}, got 3; write [3])"},
      {R"({"seed": ^"1:3"})", R"(vary.seed: expected a list of values, or steps {"from": a, "to": b}, got "1:3")"},
      {R"({"seed": [1], ^"seed": [2]})", "vary.seed: duplicate key, the first is on line 1; remove one of them"},
  });
}

TEST(WrongStudy, HasPathsThatDoNotExist) {
  expect_faults_in_vary({
      {R"({^"servers.cuont": [1, 2]})", "/vary/servers.cuont: unknown key; did you mean count?"},
      {R"({^"stations.tpa.capacity": [1, 2]})",
       "/vary/stations.tpa.capacity: there is no stations.tpa; did you mean stations.tap.capacity?"},
      {R"({^"stations.grill.capacity": [1, 2]})",
       "/vary/stations.grill.capacity: there is no stations.grill; only the file can add it"},
      {R"({^"arrivals.3.every": [1, 2]})", "/vary/arrivals.3.every: there is no arrivals.3; the last is arrivals.0"},
      {R"({^"arrivals.every": [1, 2]})",
       "/vary/arrivals.every: arrivals is a list; use an index, as in arrivals.0.every"},
      {R"({^"target.fraction": [0.9, 1]})", "/vary/target.fraction: there is no target; set it as a whole to add it"},
      {R"({^"arrivals.0.rate_per_hour": [60]})",
       "/vary/arrivals.0.rate_per_hour: is not allowed next to every; a stream has one of them"},
      {R"({^"": [1]})", "/vary/: unknown key; remove it"},
  });
}

TEST(WrongStudy, HasWrongValues) {
  const std::string count = "expected a whole number of at least 1";
  expect_faults_in_vary({
      {R"({"servers.count": [1, ^-2]})", "/vary/servers.count/1: " + count + ", got -2"},
      {R"({"servers.count": [^2.5]})", "/vary/servers.count/0: " + count + ", got 2.5"},
      {R"({"servers.count": [^"many", "unlimited"]})",
       "/vary/servers.count/0: " + count + R"(, a list of steps or "unlimited", got "many")"},
      {R"({"servers.mode": ["async", ^"parallel"]})",
       R"(/vary/servers.mode/1: expected "async" or "sequential", got "parallel")"},
      {R"({"servers.count": ^{"from": -2, "to": 3}})", "/vary/servers.count: " + count + ", got -2"},
      {R"({"menu.soda.station": [^"grill"]})",
       R"(/vary/menu.soda.station/0: "grill" is not the name of a station; add it to stations)"},
      {R"({"target": [{"total_time": 5}, ^{"total_time": -5}]})",
       "vary.target.1: target.total_time: expected a duration of at least 0, got -5"},
      {R"({"servers.count": [1, 2, ^1.0]})", "/vary/servers.count/2: is tried twice; leave one of them out"},
  });
}

TEST(WrongStudy, RepeatsAValue) {
  expect_faults_in_vary({
      {R"({"servers.count": [1], ^"servers.0.count": [2]})",
       "/vary/servers.0.count: servers.count leads to the same; leave one of them out"},
      {R"({"menu.soda.time": [1], ^"menu.soda": [{"time": 1}]})",
       "/vary/menu.soda: takes back what menu.soda.time sets; give this one first"},
  });
}

TEST(WrongStudy, HasWrongSteps) {
  expect_faults_in_vary({
      {R"({"seed": ^{"from": 5, "to": 1}})", "vary.seed: there is nothing from 5 to 1; give the smaller one first"},
      {R"({"seed": {"from": 1, "to": 5, "step": ^0}})", "vary.seed.step: expected a number above 0, got 0"},
      {R"({"seed": {"from": 1, "to": 5, "step": ^-1}})", "vary.seed.step: expected a number above 0, got -1"},
      {R"({"seed": {"from": 1, "to": ^"5"}})", "vary.seed.to: expected a number, got \"5\"; write 5 without quotes"},
      {R"({"seed": ^{"from": 1}})", "vary.seed.to: missing; steps have a last number"},
      {R"({"seed": {"from": 1, "to": 5, ^"stp": 2}})", "vary.seed.stp: unknown key; did you mean step?"},
      {R"({"seed": ^{"from": 0, "to": 1000000}})", "vary.seed: gives more than 1000000 values; make the steps longer"},
  });
}

TEST(WrongStudy, HasAWrongDesign) {
  expect_faults_in_vary({
      {R"({"seed": [1]}, "design": ^"gird")", R"(design: there is no design "gird"; did you mean grid?)"},
      {R"({"seed": [1]}, "design": ^"all")",
       R"(design: expected one of grid, zip, random, latin_hypercube, got "all")"},
      {R"({"seed": [1]}, "design": ^1)", "design: expected one of grid, zip, random, latin_hypercube, got 1"},
      {R"({"seed": [1]}, ^"points": 3)", "points: is for the designs random and latin_hypercube; remove it"},
      {R"({"seed": ^{"min": 1, "max": 8}})",
       "vary.seed: is a range, for the designs random and latin_hypercube; give a list, or from and to"},
      {R"({"seed": [1, 2], ^"servers.count": [1]}, "design": "zip")",
       "/vary/servers.count: expected as many values as seed has in a zip, 2, got 1"},
  });
}

TEST(WrongStudy, DrawsFromWrongRanges) {
  const std::string drawn = R"(, "design": "random", "points": 3)";
  const std::string range = R"(expected a range {"min": a, "max": b}, from which values are drawn, got )";
  expect_faults_in_vary({
      {R"({"seed": ^[1, 2]})" + drawn, "vary.seed: " + range + "a list"},
      {R"({"seed": ^{"from": 1, "to": 2}})" + drawn, "vary.seed: " + range + "an object"},
      {R"({"seed": ^3})" + drawn, "vary.seed: " + range + "3"},
      {R"({"seed": {"min": 2, "max": ^1}})" + drawn, "vary.seed.max: is below min"},
      {R"({"seed": ^{"min": 2}})" + drawn, "vary.seed.max: missing; a range has a greatest value"},
      {R"({"seed": {"min": ^"2", "max": 3}})" + drawn,
       "vary.seed.min: expected a number, got \"2\"; write 2 without quotes"},
      {R"({"servers.count": {"min": ^0.5, "max": 3}})" + drawn,
       "/vary/servers.count/min: expected a whole number of at least 1, got 0.5"},
      {R"({"servers.count": {"min": 1, "max": ^3.5}})" + drawn,
       "/vary/servers.count/max: expected a whole number of at least 1, got 3.5"},
      {R"({"seed": {"min": 1, "max": 3}}, "design": "random", "points": ^0)",
       "points: expected a whole number of at least 1, got 0"},
      {R"({"seed": {"min": 1, "max": 3}}, "design": "latin_hypercube", "points": ^1000001)",
       "points: expected a whole number of at most 1000000, got 1000001"},
  });
  EXPECT_THAT(messages_of(R"({"scenario": "lunch.json", "vary": {"seed": {"min": 1, "max": 3}}, "design": "random"})"),
              ElementsAre("study.json:1:1: error: points: missing; a design that draws needs to know how many"));
}

TEST(WrongStudy, HasWrongReplications) {
  expect_faults_after_vary({
      {R"("replications": ^0)", "replications: expected a whole number of at least 1, got 0"},
      {R"("replications": ^2.5)", "replications: expected a whole number of at least 1, got 2.5"},
      {R"("replications": ^"20")",
       R"(replications: expected a whole number of at least 1, or how precise the result is to be, got "20"; write 20 without quotes)"},
      {R"("replications": ^{"min": 10, "max": 99, "relative_precision": 0.1})",
       "replications.metric: missing; to be precise takes min, max, relative_precision and metric"},
      {R"("replications": {"min": ^1, "max": 99, "relative_precision": 0.1, "metric": "elapsed"})",
       "replications.min: expected a whole number of at least 2, got 1"},
      {R"("replications": {"min": 10, "max": ^9, "relative_precision": 0.1, "metric": "elapsed"})",
       "replications.max: is below min"},
      {R"("replications": {"min": 10, "max": 99, "relative_precision": ^0, "metric": "elapsed"})",
       "replications.relative_precision: expected a number above 0, got 0"},
      {R"("replications": {"min": 10, "max": 99, "relative_precision": 0.1, "metric": ^"elapsd"})",
       "replications.metric: there is no elapsd; did you mean elapsed?"},
      {R"("replications": {"min": 10, "max": 99, "relative_precision": 1, "metric": "elapsed", "confidence": ^1})",
       "replications.confidence: expected a number between 0 and 1, got 1"},
      {R"("replications": {"min": 10, "max": 99, "relative_precision": 0.1, "metric": "elapsed", ^"mim": 2})",
       "replications.mim: unknown key; remove it; min is there already"},
      {R"("confidence": ^95)", "confidence: expected a number between 0 and 1, got 95; write 0.95"},
      {R"("confidence": ^"0.95")",
       R"(confidence: expected a number between 0 and 1, got "0.95"; write 0.95 without quotes)"},
      {R"("indifference": ^0)", "indifference: expected a number above 0, got 0"},
  });
}

TEST(WrongStudy, AsksForMetricsThatDoNotExist) {
  expect_faults_after_vary({
      {R"("metrics": ^"elapsed")", R"(metrics: expected a list of paths of metrics, got "elapsed"; write ["elapsed"])"},
      {R"("metrics": [^3])", "metrics.0: expected the path of a metric, got 3"},
      {R"("metrics": [^"total_time.maen"])", "metrics.0: there is no total_time.maen; did you mean total_time.mean?"},
      {R"("metrics": [^"totl_time.p95"])", "metrics.0: there is no totl_time; did you mean total_time.p95?"},
      {R"("metrics": [^"total_time"])",
       "metrics.0: total_time is no number; it has count, mean, sd, min, p50, p90, p95, p99, max"},
      {R"("metrics": ["elapsed", ^"stations.grill.uses"])", "metrics.1: there is no stations.grill; stations has tap"},
      {R"("metrics": [^"stations.tap.utilisation"])",
       "metrics.0: there is no stations.tap.utilisation; did you mean stations.tap.utilization?"},
      {R"("metrics": [^"elapsed.mean"])", "metrics.0: there is nothing in elapsed"},
      {R"("metrics": [^"servers.each.first.served"])",
       "metrics.0: servers.each is a list; use an index, as in servers.each.0"},
      {R"("metrics": ["elapsed", ^"elapsed"])", "metrics.1: is there twice; leave one of them out"},
  });
}

TEST(WrongStudy, HasWrongRequirements) {
  const std::string expected = "expected PATH OP VALUE, got ";
  expect_faults_after_vary({
      {R"("require": ^"elapsed < 5")",
       R"(require: expected a list of texts, each PATH OP VALUE, got "elapsed < 5"; write ["elapsed < 5"])"},
      {R"("require": [^{}])", "require.0: expected a text, PATH OP VALUE, got an object"},
      {R"("require": [^"elapsed"])",
       "require.0: " + expected + "\"elapsed\"; the operator, one of <= >= < > == !=, is missing"},
      {R"("require": [^"<= 5"])", "require.0: " + expected + "\"<= 5\"; the path is missing"},
      {R"("require": [^"elapsed <="])", "require.0: " + expected + "\"elapsed <=\"; the value is missing"},
      {R"("require": [^"elapsed = 5"])", "require.0: there is no operator =; did you mean ==?"},
      {R"("require": [^"elapsed => 5"])", "require.0: there is no operator =>; did you mean >=?"},
      {R"("require": [^"elapsd <= 5"])", "require.0: there is no elapsd; did you mean elapsed?"},
      {R"("require": [^"elapsed <= 5m"])", "require.0: expected a number to compare with, got \"5m\"; write 5min"},
      {R"("require": [^"customers.served >= 5min"])",
       "require.0: customers.served is no time; write \"5min\" without a unit"},
      {R"("require": [^"elapsed >= 90%"])", "require.0: elapsed is no share; write \"90%\" without a percent sign"},
      {R"("require": [^"elapsed <= null"])",
       "require.0: expected a number to compare with, got null; write it as 5, 5min or 90%"},
  });
}

TEST(WrongStudy, HasWrongConditions) {
  expect_faults_after_vary({
      {R"("where": ^3)", "where: expected a list of texts, each PATH OP VALUE, got 3"},
      {R"("where": [^"servers.count =< 1"])", "where.0: there is no operator =<; did you mean <=?"},
      {R"("where": [^"servers.cuont <= 1"])", "where.0: servers.cuont is not varied; did you mean servers.count?"},
      {R"("where": [^"elapsed <= 1"])", "where.0: elapsed is not varied; add it to vary"},
      {R"("where": [^"servers.count <= many"])",
       "where.0: only numbers and times are above or below others, and \"many\" is none; take == or !="},
      {R"("where": ^["servers.count > 2"])", "where: leaves no point; drop fewer of them"},
  });
  expect_faults_in_vary({
      {R"({"servers.mode": ["async", "sequential"]}, "where": [^"servers.mode <= 3"])",
       "where.0: only numbers and times are above or below others, and \"async\" is none; take == or !="},
  });
}

TEST(WrongStudy, HasWrongPrices) {
  expect_faults_after_vary({
      {R"("cost": ^5)", "cost: expected an object, got 5"},
      {R"("cost": {^"servers.cuont": 5})",
       "/cost/servers.cuont: servers.cuont is not varied; did you mean servers.count?"},
      {R"("cost": {"servers.count": ^"5"})",
       R"(/cost/servers.count: expected the price of one more unit or a list of [value, price], got "5"; write 5 without quotes)"},
      {R"("cost": {"servers.count": ^[[1, 5]]})",
       "/cost/servers.count: has no price for 2; give one for each value tried"},
      {R"("cost": {"servers.count": ^[]})",
       "/cost/servers.count: has no price for 1, 2; give one for each value tried"},
      {R"("cost": {"servers.count": [[1, 5], [2, 6], ^[1.0, 7]]})",
       "/cost/servers.count/2: 1 has two prices; leave one of them out"},
      {R"("cost": {"servers.count": [[1, 5], ^2]})", "/cost/servers.count/1: expected [value, price], got 2"},
      {R"("cost": {"servers.count": [[1, 5], [2, ^"6"]]})",
       R"(/cost/servers.count/1/1: expected a number, got "6"; write 6 without quotes)"},
      {R"("cost": {"servers.count": ^1e308})", "/cost/servers.count: expected an amount of at most 1e15, got 1e308"},
      {R"("cost": {"servers.count": [[1, ^-1e308], [2, 1e15]]})",
       "/cost/servers.count/0/1: expected an amount of at most 1e15, got -1e308"},
  });
  expect_faults_in_vary({
      {R"({"servers.mode": ["async", "sequential"]}, "cost": {"servers.mode": ^5})",
       "/cost/servers.mode: is the price of one more unit, and \"async\" is no number; give a list of [value, price]"},
      {R"({"seed": {"from": 1, "to": 9}}, "cost": {"seed": ^[[1, 5]]})",
       "cost.seed: has no price for 2, 3, 4 and 5 more; give one for each value tried"},
      {R"({"seed": {"min": 1, "max": 3}}, "design": "random", "points": 3, "cost": {"seed": ^[[1, 5]]})",
       "cost.seed: expected the price of one more unit, since any value of a range may be tried, got a list"},
  });
}

TEST(WrongStudy, HasAWrongObjective) {
  expect_faults_after_vary({
      {R"("objective": ^"elapsed")",
       R"(objective: expected {"maximize": METRIC} or {"minimize": METRIC}, got "elapsed")"},
      {R"("objective": ^["elapsed"])",
       R"(objective: expected {"maximize": METRIC} or {"minimize": METRIC}, got a list)"},
      {R"("objective": ^{})", "objective.maximize: missing; an objective has maximize or minimize, and a metric"},
      {R"("objective": {"maximize": "elapsed", ^"minimize": "elapsed"})",
       "objective.minimize: is not allowed next to maximize; an objective has one of them"},
      {R"("objective": {^"maximise": "elapsed"})", "objective.maximise: unknown key; did you mean maximize?"},
      {R"("objective": {^"lowest": "elapsed"})", "objective.lowest: unknown key; did you mean minimize?"},
      {R"("objective": {"minimize": "elapsed", ^"weight": 3})", "objective.weight: unknown key; remove it"},
      {R"("objective": {"minimize": ^3})", "objective.minimize: expected the path of a metric, got 3"},
      {R"("objective": {"minimize": ^"total_time.maen"})",
       "objective.minimize: there is no total_time.maen; did you mean total_time.mean?"},
      {R"("objective": {"maximize": ^"profit"})", "objective.maximize: there is no profit; did you mean money.profit?"},
      {R"("objective": {"maximize": ^"money.profit"})",
       "objective.maximize: the scenario has no money; give items a price, or servers and stations a cost_per_hour"},
      {R"("objective": {"maximize": ^"satisfied.fraction"})",
       R"(objective.maximize: the scenario has no target; add one, as in {"total_time": "5min"})"},
      {R"("cost": {"servers.count": 5}, ^"objective": {"minimize": "elapsed"})",
       "objective: is not allowed next to cost; a study has one of them"},
      {R"(^"maximize": "elapsed")",
       R"(maximize: unknown key; write it in objective, as in "objective": {"maximize": "money.profit"})"},
  });
}

TEST(WrongStudy, RunsAScenarioThatIsWrongOrMissing) {
  EXPECT_THAT(messages_of(R"({"scenario": "dinner.json", "vary": {"seed": [1, 2]}})"),
              ElementsAre("dinner.json: error: cannot be read; no such file"));
  EXPECT_THAT(messages_of(R"({"scenario": "wrong.json", "vary": {"seed": [1, 2]}})"),
              ElementsAre("wrong.json:1:10: error: menu: expected an object, got 3"));
  EXPECT_THAT(messages_of(R"({"scenario": "broken.json", "vary": {"seed": [1, 2]}})"),
              ElementsAre("broken.json:1:10: error: expected a value, got the end of the file"));
  expect_faults({
      {R"({"scenario": {"menu": {}, "orders": [], ^"sed": 3}, "vary": {"seed": [1]}})",
       "scenario.sed: unknown key; did you mean seed?"},
      {R"({"scenario": {"menu": {}, "orders": [], "seed": ^-3}, "vary": {"seed": [1]}})",
       "scenario.seed: expected a whole number from 0 to 18446744073709551615, got -3"},
      {R"({"scenario": ^{"menu": {}}, "vary": {"seed": [1]}})",
       "scenario.arrivals: missing; a scenario needs orders or arrivals"},
      {R"({"scenario": {"menu": {}, ^"menu": {}, "orders": []}, "vary": {"seed": [1]}})",
       "scenario.menu: duplicate key, the first is on line 1; remove one of them"},
      {R"({"scenario": {"menu": {"a.b": {"time": ^"x"}}, "orders": []}, "vary": {"seed": [1]}})",
       R"(/scenario/menu/a.b/time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "x")"},
  });
}

TEST(WrongStudy, ReportsAllErrorsTogetherInTextOrder) {
  EXPECT_THAT(messages_of(R"({
  "scenario": "wrong.json",
  "replications": 0,
  "vary": {
    "seed": [1, -2],
    "untill": ["1h"]
  },
  "desgin": "grid",
  "where": ["sed <= 3"]
})"),
              ElementsAre("study.json:3:19: error: replications: expected a whole number of at least 1, got 0",
                          "study.json:5:17: error: vary.seed.1: expected a whole number from 0 to "
                          "18446744073709551615, got -2",
                          "study.json:6:5: error: vary.untill: unknown key; did you mean until?",
                          "study.json:8:3: error: desgin: unknown key; did you mean design?",
                          "study.json:9:13: error: where.0: sed is not varied; did you mean seed?",
                          "wrong.json:1:10: error: menu: expected an object, got 3"));
  EXPECT_THAT(
      messages_of(R"({"desgin": 1, "scenario": {"menu": [], "orders": []}, "vary": {"seed": [-1]}})"),
      ElementsAre(
          "study.json:1:2: error: desgin: unknown key; did you mean design?",
          R"(study.json:1:36: error: scenario.menu: expected an object, got a list; write each with its name before it: {"NAME": …, "NAME": …})",
          "study.json:1:73: error: vary.seed.0: expected a whole number from 0 to "
          "18446744073709551615, got -1"));
}

}  // namespace
}  // namespace fastfood::experiment
