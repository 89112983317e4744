#include "sim/scenario/override.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Sets = std::vector<std::pair<std::string, std::string>>;

std::vector<Override> overrides_of(const Sets& sets) {
  std::vector<Override> overrides;
  for (const auto& [path, value] : sets) overrides.push_back(make_override(path, value));
  return overrides;
}

std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics) lines.push_back(format("lunch.json", diagnostic));
  return lines;
}

/// Returns the document with the overrides applied.
std::string changed(std::string_view text, const Sets& sets) {
  Document document = parse_document(text);
  apply_overrides(overrides_of(sets), document);
  EXPECT_THAT(lines_of(document.faults.in_order()), IsEmpty());
  return json_text(document.root.value());
}

/// Returns the faults of applying the overrides.
std::vector<std::string> faults(std::string_view text, const Sets& sets) {
  Document document = parse_document(text);
  apply_overrides(overrides_of(sets), document);
  return lines_of(document.faults.in_order());
}

/// Returns all diagnostics of a scenario with the overrides applied.
std::vector<std::string> diagnostics(std::string_view text, const Sets& sets) {
  const auto read = read_scenario(text, "lunch", overrides_of(sets));
  return lines_of(read ? read->warnings : read.error());
}

constexpr std::string_view lunch = R"({
  "menu": {"soda": {"station": "tap", "time": 1}},
  "stations": {"tap": {"capacity": 1}},
  "servers": {"count": 2},
  "arrivals": [{"every": 2, "count": 3, "items": ["soda"]}]
})";

TEST(Override, SetsWhatAPathLeadsTo) {
  EXPECT_EQ(changed(R"({"menu":{"soda":{"time":1}}})", {{"menu.soda.time", "2"}}), R"({"menu":{"soda":{"time":2}}})");
  EXPECT_EQ(changed(R"({"arrivals":[{"every":1},{"every":1}]})", {{"arrivals.1.every", "5"}}),
            R"({"arrivals":[{"every":1},{"every":5}]})");
  EXPECT_EQ(changed(R"({"orders":[{"items":["a","b"]}]})", {{"orders.0.items.1", "c"}}),
            R"({"orders":[{"items":["a","c"]}]})");
}

TEST(Override, AddsAKeyThatIsNotWritten) {
  EXPECT_EQ(changed(R"({"stations":{"tap":{}}})", {{"stations.tap.capacity", "3"}}),
            R"({"stations":{"tap":{"capacity":3}}})");
  EXPECT_EQ(changed(R"({"menu":{}})", {{"until", "2h"}, {"stop", "at_until"}}),
            R"({"menu":{},"until":"2h","stop":"at_until"})");
}

TEST(Override, TakesAPointerForNamesWithDots) {
  const std::string menu = R"({"menu":{"a.b":{"time":1},"c/~d":{"time":1},"":{"time":1}}})";

  EXPECT_EQ(changed(menu, {{"/menu/a.b/time", "2"}, {"/menu/c~1~0d/time", "3"}, {"/menu//time", "4"}}),
            R"({"menu":{"a.b":{"time":2},"c/~d":{"time":3},"":{"time":4}}})");
}

TEST(Override, IsJsonIfItParsesAsJsonOtherwiseAText) {
  const auto value = [](std::string_view text) { return json_text(make_override("name", text).value.root.value()); };

  EXPECT_EQ(value("3"), "3");
  EXPECT_EQ(value("true"), "true");
  EXPECT_EQ(value("null"), "null");
  EXPECT_EQ(value(R"("3")"), R"("3")");
  EXPECT_EQ(value(R"([1, {"a": 2}])"), R"([1,{"a":2}])");
  EXPECT_EQ(value("4s"), R"("4s")");
  EXPECT_EQ(value("12:30"), R"("12:30")");
  EXPECT_EQ(value("at_until"), R"("at_until")");
  EXPECT_EQ(value(""), R"("")");
  EXPECT_EQ(value("[1"), R"("[1")");
  EXPECT_EQ(value("007"), R"("007")");
}

TEST(Override, ReachesASingleGroupOfServersWithAndWithoutItsIndex) {
  for (const std::string path : {"servers.count", "servers.0.count", "/servers/count", "/servers/0/count"}) {
    EXPECT_EQ(changed(R"({"servers":{"count":1}})", {{path, "5"}}), R"({"servers":{"count":5}})") << path;
    EXPECT_EQ(changed(R"({"servers":[{"count":1}]})", {{path, "5"}}), R"({"servers":[{"count":5}]})") << path;
  }
  EXPECT_EQ(changed(R"({"servers":{}})", {{"servers.0.count", "5"}}), R"({"servers":{"count":5}})");
  EXPECT_EQ(changed(R"({"servers":{"count":1}})", {{"servers.0", "{}"}}), R"({"servers":{}})");
}

TEST(Override, OfOneOfSeveralGroupsNeedsItsIndex) {
  EXPECT_EQ(changed(R"({"servers":[{"count":1},{"count":1}]})", {{"servers.1.count", "5"}}),
            R"({"servers":[{"count":1},{"count":5}]})");
  EXPECT_THAT(faults(R"({"servers":[{},{}]})", {{"servers.count", "5"}}),
              ElementsAre("--set servers.count: servers is a list; use an index, as in servers.0.count"));
  EXPECT_THAT(faults(R"({"servers":[{},{}]})", {{"servers.2.count", "5"}}),
              ElementsAre("--set servers.2.count: there is no servers.2; the last is servers.1"));
}

TEST(Override, ByTheNameOfAnElementGetsItsIndex) {
  constexpr const char* two = R"({"servers":[{"name":"till"},{"name":"grill"}]})";

  EXPECT_THAT(faults(two, {{"servers.grill.count", "5"}}),
              ElementsAre("--set servers.grill.count: servers is a list; use an index, as in servers.1.count"));
  EXPECT_THAT(faults(two, {{"servers.cooks.count", "5"}}),
              ElementsAre("--set servers.cooks.count: servers is a list; use an index, as in servers.0.count"));
}

TEST(Override, ThatLeadsNowhereNamesTheNearestPath) {
  const auto fault = [](const std::string& path) { return faults(lunch, {{path, "1"}}); };

  EXPECT_THAT(fault("menu.sods.time"),
              ElementsAre("--set menu.sods.time: there is no menu.sods; did you mean menu.soda.time?"));
  EXPECT_THAT(fault("station.tap.capacity"), ElementsAre("--set station.tap.capacity: there is no station; did you "
                                                         "mean stations.tap.capacity?"));
  EXPECT_THAT(fault("menu.pizza.time"),
              ElementsAre("--set menu.pizza.time: there is no menu.pizza; only the file can add it"));
  EXPECT_THAT(fault("menu.pizza"), ElementsAre("--set menu.pizza: there is no menu.pizza; only the file can add it"));
  EXPECT_THAT(fault("stations.tpa"), ElementsAre("--set stations.tpa: there is no stations.tpa; did you mean "
                                                 "stations.tap?"));
  EXPECT_THAT(fault("arrivals.0.target.total_time"),
              ElementsAre("--set arrivals.0.target.total_time: there is no arrivals.0.target; set it as a whole to add "
                          "it"));
  EXPECT_THAT(fault("target.fraction"),
              ElementsAre("--set target.fraction: there is no target; set it as a whole to add it"));
  EXPECT_THAT(
      fault("stations.tap.batch.size"),
      ElementsAre("--set stations.tap.batch.size: there is no stations.tap.batch; set it as a whole to add it"));
  EXPECT_THAT(fault("arrivals.7.every"),
              ElementsAre("--set arrivals.7.every: there is no arrivals.7; the last is arrivals.0"));
  EXPECT_THAT(fault("servers.1.count"), ElementsAre("--set servers.1.count: there is no servers.1; the last is "
                                                    "servers.0"));
  EXPECT_THAT(fault("servers.1"), ElementsAre("--set servers.1: there is no servers.1; the last is servers.0"));
  for (const std::string path : {"arrivals.01.every", "arrivals.-1.every", "arrivals..every"}) {
    EXPECT_THAT(fault(path), ElementsAre("--set " + path +
                                         ": arrivals is a list; use an index, as in "
                                         "arrivals.0.every"));
  }
  EXPECT_THAT(fault("arrivals.every"),
              ElementsAre("--set arrivals.every: arrivals is a list; use an index, as in arrivals.0.every"));
  EXPECT_THAT(fault("menu.soda.time.mean"),
              ElementsAre("--set menu.soda.time.mean: there is nothing in menu.soda.time, which is 1"));
  EXPECT_THAT(faults(R"({"orders":[]})", {{"orders.0.at", "1"}}),
              ElementsAre("--set orders.0.at: there is nothing in orders"));
}

TEST(Override, OfWhatAnotherHasSetIsAFault) {
  EXPECT_THAT(faults(lunch, {{"servers.count", "1"}, {"servers.count", "1"}}),
              ElementsAre("--set servers.count: is set twice; leave one of them out"));
  EXPECT_THAT(faults(lunch, {{"servers.count", "1"}, {"servers.0.count", "2"}}),
              ElementsAre("--set servers.0.count: --set servers.count sets the same; leave one of them out"));
  EXPECT_THAT(faults(lunch, {{"menu.soda.time", "2"}, {"menu.soda", "{}"}}),
              ElementsAre("--set menu.soda: takes back what --set menu.soda.time sets; give this one first"));
  EXPECT_EQ(changed(R"({"a":1})", {{"target", R"({"total_time": 5})"}, {"target.fraction", "0.9"}}),
            R"({"a":1,"target":{"total_time":5,"fraction":0.9}})");
}

TEST(Override, GetsTheFaultsOfItsValue) {
  EXPECT_THAT(diagnostics(lunch, {{"stations.tap.capacity", "-3"}}),
              ElementsAre("--set stations.tap.capacity: expected a whole number of at least 1, got -3"));
  EXPECT_THAT(diagnostics(lunch, {{"servers.0.count", "0.5"}}),
              ElementsAre("--set servers.0.count: expected a whole number of at least 1, got 0.5"));
  EXPECT_THAT(diagnostics(lunch, {{"stations.tap.capasity", "3"}}),
              ElementsAre("--set stations.tap.capasity: unknown key; did you mean capacity?"));
  EXPECT_THAT(diagnostics(lunch, {{"arrivals.0.rate_per_hour", "60"}}),
              ElementsAre("--set arrivals.0.rate_per_hour: is not allowed next to every; a stream has one of them"));
}

TEST(Override, NamesThePathOfAFaultInsideItsValue) {
  EXPECT_THAT(diagnostics(lunch, {{"target", R"({"total_time": -1, "fraction": 2})"}}),
              ElementsAre("--set target: target.total_time: expected a duration of at least 0, got -1",
                          "--set target: target.fraction: expected a number from 0 to 1, got 2"));
  EXPECT_THAT(diagnostics(lunch, {{"target", "{}"}}),
              ElementsAre("--set target: target.total_time: missing; a target needs the time to be served within"));
  EXPECT_THAT(diagnostics(lunch, {{"target", R"({"total_time": 1, "total_time": 2})"}}),
              ElementsAre("--set target: total_time: duplicate key, the first is on line 1; remove one of them"));
}

TEST(Override, GetsTheFaultsThatItCausesInTheFile) {
  const std::string batch = R"({"size": 5, "time": 1})";

  EXPECT_THAT(diagnostics(lunch, {{"stations.tap.batch", batch}}),
              ElementsAre("--set stations.tap.batch: menu.soda.time: a step at a station with a batch has no time; "
                          "remove it"));
  EXPECT_THAT(diagnostics(lunch, {{"name", "x"}, {"stations.tap.batch", batch}, {"seed", "2"}}),
              ElementsAre("--set stations.tap.batch: menu.soda.time: a step at a station with a batch has no time; "
                          "remove it"));
  EXPECT_THAT(
      diagnostics(lunch, {{"stations", "{}"}}),
      ElementsAre("--set stations: menu.soda.station: \"tap\" is not the name of a station; add it to stations"));
}

TEST(Override, HasItsFaultsBeforeThoseOfTheFile) {
  constexpr std::string_view wrong =
      R"({"menu": {"soda": {"station": "tap", "time": 1}}, "stations": {"tap": {}}, "seed": -1, "orders": []})";

  EXPECT_THAT(diagnostics(wrong, {{"stations.tap.batch", R"({"size": 5, "time": 1})"}, {"name", "3"}}),
              ElementsAre("--set name: expected a text, got 3",
                          "--set stations.tap.batch: menu.soda.time: a step at a station with a batch has no time; "
                          "remove it",
                          "lunch.json:1:84: error: seed: expected a whole number from 0 to 18446744073709551615, got "
                          "-1"));
}

TEST(Override, DoesNotMoveTheFaultsOfTheFile) {
  EXPECT_THAT(diagnostics(R"({"menu": {}, "seed": -1, "name": 3, "orders": []})", {{"name", "x"}, {"untill", "1"}}),
              ElementsAre("--set untill: unknown key; did you mean until?",
                          "lunch.json:1:22: error: seed: expected a whole number from 0 to 18446744073709551615, got "
                          "-1"));
  EXPECT_THAT(diagnostics("[", {{"name", "x"}}),
              ElementsAre("lunch.json:1:2: error: expected a value or ']', got the end "
                          "of the file"));
  EXPECT_THAT(diagnostics("3", {{"name", "x"}}), ElementsAre("lunch.json:1:1: error: expected an object, got 3"));
}

TEST(Override, GetsTheWarningsThatItCauses) {
  EXPECT_THAT(diagnostics(lunch, {{"stations", R"({"tap": {}, "grill": {}})"}}),
              ElementsAre("--set stations: warning: stations.grill: no item uses it"));
}

TEST(Override, IsKeptWithTheScenario) {
  const auto read = read_scenario(lunch, "lunch",
                                  overrides_of({{"servers.0.count", "3.0"}, {"/menu/soda/time", "4s"}, {"name", "x"}}));

  ASSERT_TRUE(read);
  EXPECT_EQ(read->spec.servers.front().count, 3);
  EXPECT_EQ(read->overrides, (Sets{{"servers.0.count", "3"}, {"/menu/soda/time", "\"4s\""}, {"name", "\"x\""}}));
}

/// Returns the paths of overrides that were given as PATH=VALUE.
std::vector<std::string> paths(std::string_view text, const std::vector<std::string>& given) {
  std::vector<Override> overrides;
  for (const std::string& one : given) overrides.push_back(parse_override(one));
  std::vector<std::string> paths;
  for (const Override& override : split_at_longest_paths(overrides, parse_document(text)))
    paths.push_back(override.path);
  return paths;
}

TEST(Override, OfATextHasTheLongestPathThatExists) {
  const std::string menu = R"({"menu":{"a":{"time":1},"a=b":{"time":1},"a=b=c":{"time":1}},"name":"x"})";

  EXPECT_THAT(paths(menu, {"menu.a=b.time=2", "menu.a=b=c.time=2", "menu.a.time=2", "/menu/a=b/price=2"}),
              ElementsAre("menu.a=b.time", "menu.a=b=c.time", "menu.a.time", "/menu/a=b/price"));
  EXPECT_THAT(paths(menu, {"name=a=b", "until=1=2", "menu.x=y=z"}), ElementsAre("name", "until", "menu.x"));
}

TEST(Override, OfATextMayAddAKeyNextToANameWithAnEqualsSign) {
  const std::string menu = R"({"menu":{"a=b":{"time":1}},"servers":[{"name":"x"}]})";

  EXPECT_THAT(paths(menu, {"menu.a=b.price=2", "servers.count=1=2", "servers.0.x=y=3", "menu.c=d.price=4", "menu=a=b"}),
              ElementsAre("menu.a=b.price", "servers.count", "servers.0.x", "menu.c", "menu"));
}

TEST(Override, LeadsToTheSameWhetherOrNotItsKeyIsWritten) {
  const Document document = parse_document(R"({"servers":[{"count":1}],"menu":{}})");

  EXPECT_EQ(resolve_path("servers.count", document)->str(), "servers.0.count");
  EXPECT_EQ(resolve_path("servers.name", document)->str(), "servers.0.name");
  EXPECT_EQ(resolve_path("menu.x", document), std::nullopt);
  EXPECT_EQ(resolve_path("servers.1.count", document), std::nullopt);
  EXPECT_EQ(json_text(document.root.value()), R"({"servers":[{"count":1}],"menu":{}})");
}

TEST(Override, OfATextMayLeadToWhatAnEarlierOneHasSet) {
  EXPECT_THAT(paths(R"({"menu":{}})", {R"(menu={"a=b": {"time": 1}})", "menu.a=b.time=2"}),
              ElementsAre("menu", "menu.a=b.time"));
}

TEST(Override, ThatReachesANameWithAnEqualsSignChangesIt) {
  const auto read = read_scenario(R"({"menu": {"a=b": {"time": 1}}, "orders": []})", "lunch",
                                  {parse_override("menu.a=b.time=2s"), parse_override("until=5")});

  ASSERT_TRUE(read);
  EXPECT_EQ(read->spec.menu[0].steps[0].time, random::Distribution(random::Constant{std::chrono::seconds(2)}));
  EXPECT_THAT(read->overrides, ElementsAre(testing::Pair("menu.a=b.time", "\"2s\""), testing::Pair("until", "5")));
}

TEST(Override, InSingleQuotesGetsAWarning) {
  EXPECT_THAT(diagnostics(R"({"menu": {}, "orders": []})", {{"name", "'x'"}}),
              ElementsAre("--set name: warning: the single quotes are part of the text; leave them out, or take double "
                          "quotes"));
  EXPECT_THAT(diagnostics(R"({"menu": {}, "orders": []})", {{"name", "Joe's"}}), IsEmpty());
}

constexpr std::string_view drive = R"({"menu": {"wrap": {"station": "grill", "time": 60}}, "stations": {"grill": {}},
  "servers": {"lines": ["drive"], "works_at": []}, "arrivals": [{"times": [0], "items": [], "line": "drive"}],
  "lines": {"drive": {"stops": [{"name": "speaker", "do": "order"}, {"name": "window", "do": "collect"}]}}})";

model::CounterSpec drive_with(const std::string& path, const std::string& value) {
  const auto read = read_scenario(drive, "lunch", overrides_of({{path, value}}));
  EXPECT_TRUE(read.has_value()) << path;
  return read ? read->spec : model::CounterSpec{};
}

TEST(Override, ReachesLinesStopsAndPeople) {
  EXPECT_EQ(drive_with("lines.drive.stops.1.places", "2").lines[0].stops[1].places, model::Schedule(2));
  EXPECT_EQ(drive_with("lines.drive.stops.1.room", "0").lines[0].stops[1].room, 0);
  EXPECT_EQ(drive_with("lines.drive.room", "4").lines[0].room, 4);
  EXPECT_EQ(drive_with("servers.0.works_at", R"(["grill"])").servers[0].works_at, std::vector{model::StationId(0)});
  EXPECT_EQ(drive_with("stations.grill.attended", "20s").stations[0].attended, std::chrono::seconds(20));
  EXPECT_EQ(drive_with("arrivals.0.line", R"(["drive"])").arrivals[0].who.lines, std::vector{model::LineId(0)});
  EXPECT_EQ(drive_with("/arrivals/0/comes_after", "60").arrivals[0].who.comes_after,
            random::Distribution(std::chrono::seconds(60)));
}

TEST(Override, DoesNotAddALine) {
  EXPECT_THAT(diagnostics(drive, {{"lines.drvie", "{}"}}),
              ElementsAre("--set lines.drvie: there is no lines.drvie; did you mean lines.drive?"));
  EXPECT_THAT(diagnostics(drive, {{"lines.hall", "{}"}}),
              ElementsAre("--set lines.hall: there is no lines.hall; only the file can add it"));
  EXPECT_THAT(diagnostics(drive, {{"lines.drive.stops.window.places", "2"}}),
              ElementsAre("--set lines.drive.stops.window.places: lines.drive.stops is a list; use an index, as in "
                          "lines.drive.stops.1.places"));
}

}  // namespace
}  // namespace fastfood::scenario
