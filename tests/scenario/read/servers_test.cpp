#include "sim/scenario/read/servers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include <optional>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::servers_test {
namespace {

using namespace std::chrono_literals;
using model::Mode;
using model::ServerGroupSpec;
using testing::ElementsAre;
using testing::IsEmpty;

std::string with_servers(const std::string& servers) {
  return R"({"menu": {}, "orders": [], "servers": )" + servers + "}";
}

std::vector<ServerGroupSpec> servers_of(const std::string& servers) {
  return read_scenario(with_servers(servers), "lunch").value().spec.servers;
}

TEST(Servers, AreNoneByDefault) {
  EXPECT_THAT(read_scenario(R"({"menu": {}, "orders": []})", "lunch").value().spec.servers, IsEmpty());
}

TEST(Servers, MayBeOneGroupOrAList) {
  EXPECT_THAT(servers_of("{}"), ElementsAre(ServerGroupSpec{"server", 1, Mode::async}));
  EXPECT_THAT(
      servers_of(R"([{"name": "till", "count": 2, "mode": "sequential"}, {"count": "unlimited", "mode": "async"}])"),
      ElementsAre(ServerGroupSpec{"till", 2, Mode::sequential}, ServerGroupSpec{"server", std::nullopt, Mode::async}));
}

TEST(Servers, AreRefusedIfTheyAreWrong) {
  const std::string same = "another one is called \"server\", too; give each its own name";
  expect_faults({
      {with_servers("^3"), "servers: expected a group of servers or a list of groups, got 3; write {\"count\": 3}"},
      {with_servers("^[]"), "servers: expected at least one group, got none"},
      {with_servers("[{}, ^3]"), "servers.1: expected an object, got 3; write {\"count\": 3}"},
      {with_servers(R"({^"cuont": 2})"), "servers.cuont: unknown key; did you mean count?"},
      {with_servers(R"({"count": ^0})"), "servers.count: expected a whole number of at least 1, got 0"},
      {with_servers(R"([{"count": ^1.5}])"), "servers.0.count: expected a whole number of at least 1, got 1.5"},
      {with_servers(R"({"count": ^"unlimitted"})"),
       "servers.count: expected a whole number of at least 1, a list of steps or \"unlimited\", got \"unlimitted\""},
      {with_servers(R"({"mode": ^"parallel"})"),
       "servers.mode: expected \"async\" or \"sequential\", got \"parallel\""},
      {with_servers(R"({"mode": ^true})"), "servers.mode: expected \"async\" or \"sequential\", got true"},
      {with_servers(R"({"name": ^1})"), "servers.name: expected a text, got 1"},
      {with_servers(R"({"count": ^1000001})"), "servers.count: expected at most 1000000 or \"unlimited\", got 1000001"},
      {with_servers("[{}, ^{}]"), "servers.1.name: " + same},
      {with_servers(R"([^{"name": "till 2"}, {"name": "till", "count": 2}])"),
       "servers.0.name: one of the 2 of \"till\" is called \"till 2\", too; give each its own name"},
      {with_servers(R"([{}, {"name": ^"server"}])"), "servers.1.name: " + same},
  });
}

/// Returns `count` times `group`, separated by commas.
std::string times(int count, const std::string& group) {
  std::string groups;
  for (int i = 0; i != count; ++i) groups += (i == 0 ? "" : ",") + group;
  return groups;
}

// One fault for each further group of the same name, and one for each group with the name of a numbered server.
TEST(Servers, HaveFaultsInProportionToTheirNumber) {
  const std::string both = times(1'000, R"({"name": "a", "count": 2})") + "," + times(1'000, R"({"name": "a 1"})");

  EXPECT_EQ(diagnostics_of(with_servers("[" + both + "]")).size(), 999U + 999U + 1'000U);
}

TEST(Servers, AreNumberedUpToTheLargestGroupOfTheirName) {
  EXPECT_THAT(
      diagnostics_of(with_servers(R"([{"name": "a", "count": 3}, {"name": "a", "count": 2}, {"name": "a 3"}])")),
      testing::Contains(testing::HasSubstr("one of the 3 of \"a\" is called \"a 3\", too")));
}

TEST(Servers, MayHaveANameThatNoNumberedServerHas) {
  for (const std::string name : {"till 0", "till 3", "till 02", "till 1x", "till ", "till 99999999999999999999"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(servers_of(R"([{"name": ")" + name + R"("}, {"name": "till", "count": 2}])").size(), 2U);
  }
}

TEST(Servers, MayChangeInNumber) {
  const auto groups = servers_of(R"({"count": [{"from": 0, "value": 0}, {"from": "1h", "value": 3}]})");

  EXPECT_EQ(groups[0].count, model::Schedule({{Instant{}, 0}, {Instant{1h}, 3}}));
}

TEST(Servers, TakeTimeAndMoney) {
  ServerGroupSpec expected;
  expected.order_time = 20s;
  expected.time_per_item = random::Uniform{1s, 2s};
  expected.handover_time = 500ms;
  expected.orders_in_flight = 3;
  expected.cost_per_hour = 14.5;

  EXPECT_THAT(servers_of(R"({"order_time": 20, "time_per_item": {"distribution": "uniform", "min": 1, "max": 2},
                             "handover_time": "500ms", "orders_in_flight": 3, "cost_per_hour": 14.5})"),
              ElementsAre(expected));
}

TEST(Servers, AreRefusedIfTheirTimesOrCostAreWrong) {
  expect_faults({
      {with_servers(R"({"order_time": ^-1})"), "servers.order_time: expected a duration of at least 0, got -1"},
      {with_servers(R"({"orders_in_flight": ^0})"),
       "servers.orders_in_flight: expected a whole number of at least 1, got 0"},
      {with_servers(R"({"orders_in_flight": ^2, "mode": "sequential"})"),
       "servers.orders_in_flight: expected 1 where the mode is sequential, got 2"},
      {with_servers(R"({"cost_per_hour": ^-0.5})"), "servers.cost_per_hour: expected a number of at least 0, got -0.5"},
      {with_servers(R"({"count": "unlimited", ^"cost_per_hour": 12})"),
       "servers.cost_per_hour: is not allowed for an unlimited group; remove it, or give a count"},
      {with_servers(R"({"count": [{"from": 0, "value": 2}, {"from": 1, "value": ^1000001}]})"),
       "servers.count.1.value: expected at most 1000000, got 1000001"},
      {with_servers(R"({"cost_per_hour": ^1e16})"),
       "servers.cost_per_hour: expected an amount of at most 1e15, got 1e16"},
      {with_servers(
           R"([^{"name": "till 3"}, {"name": "till", "count": [{"from": 0, "value": 1}, {"from": 9, "value": 3}]}])"),
       "servers.0.name: one of the 3 of \"till\" is called \"till 3\", too; give each its own name"},
  });
  EXPECT_THAT(servers_of(R"({"orders_in_flight": 1, "mode": "sequential"})"), testing::SizeIs(1));
}

/// A scenario with two lines, two stations that are used, and these servers, who come before nobody.
std::string with_staff(const std::string& servers) {
  return R"({"menu": {"soda": {"station": "tap", "time": 1}, "wrap": {"station": "grill", "time": 9}}, "orders": [],
             "stations": {"tap": {}, "grill": {}}, "lines": {"hall": {}, "drive": {}}, "servers": )" +
         servers + "}";
}

TEST(Servers, TakeFromAllLinesAndWorkNowhereByDefault) {
  const auto groups = servers_of("{}");

  EXPECT_EQ(groups[0].lines, std::nullopt);
  EXPECT_TRUE(groups[0].takes_from(model::LineId(7)));
  EXPECT_THAT(groups[0].works_at, IsEmpty());
}

TEST(Servers, TakeFromLinesAndWorkAtStationsInTheOrderGiven) {
  const auto groups = read_scenario(with_staff(R"([{"lines": ["drive", "hall"]}, {"name": "cook", "lines": [],
                                                   "works_at": ["grill", "tap"]}])"),
                                    "lunch")
                          .value()
                          .spec.servers;

  EXPECT_THAT(groups[0].lines.value(), ElementsAre(model::LineId(1), model::LineId(0)));
  EXPECT_THAT(groups[1].lines.value(), IsEmpty());
  EXPECT_THAT(groups[1].works_at, ElementsAre(model::StationId(1), model::StationId(0)));
}

TEST(Servers, MayNameTheOneLineOfAScenarioWithoutLines) {
  EXPECT_THAT(servers_of(R"({"lines": ["line"]})")[0].lines.value(), ElementsAre(model::LineId(0)));
}

TEST(Servers, MayWorkAtStationsWhileTheyPrepareOneItemAfterAnother) {
  EXPECT_THAT(diagnostics_of(with_staff(R"({"mode": "sequential", "works_at": ["tap", "grill"]})")), IsEmpty());
}

/// Expects one fault on the second line of `with_staff`, at the column of `^` in `servers`.
void expect_fault_of_staff(const std::string& servers, const std::string& fault) {
  SCOPED_TRACE(servers);
  const std::size_t at = servers.find('^');
  const std::string text = servers.substr(0, at) + servers.substr(at + 1);
  const std::string before =
      R"(             "stations": {"tap": {}, "grill": {}}, "lines": {"hall": {}, "drive": {}}, "servers": )";

  EXPECT_THAT(diagnostics_of(with_staff(text)),
              ElementsAre("lunch.json:2:" + std::to_string(before.size() + at + 1) + ": error: " + fault));
}

TEST(Servers, AreRefusedIfTheirLinesOrStationsAreWrong) {
  expect_fault_of_staff(R"({"lines": ^"hall"})",
                        R"(servers.lines: expected a list of names of lines, got "hall"; write ["hall"])");
  expect_fault_of_staff(R"({"lines": [^3]})", "servers.lines.0: expected the name of a line, got 3");
  expect_fault_of_staff(R"({"lines": ["hall", ^"drvie"]})",
                        R"(servers.lines.1: "drvie" is not the name of a line; did you mean drive?)");
  expect_fault_of_staff(R"({"lines": [^"kiosk"]})",
                        R"(servers.lines.0: "kiosk" is not the name of a line; add it to lines)");
  expect_fault_of_staff(R"({"lines": ["hall", "drive", ^"hall"]})",
                        R"(servers.lines.2: "hall" is there already; remove it)");
  expect_fault_of_staff(R"({"works_at": ^"tap"})",
                        R"(servers.works_at: expected a list of names of stations, got "tap"; write ["tap"])");
  expect_fault_of_staff(R"({"works_at": ["tap", ^"gril"]})",
                        R"(servers.works_at.1: "gril" is not the name of a station; did you mean grill?)");
  expect_fault_of_staff(R"({"works_at": ["tap", ^"tap"]})", R"(servers.works_at.1: "tap" is there already; remove it)");
  expect_fault_of_staff(R"({"works_at": ^{"tap": 1}})",
                        "servers.works_at: expected a list of names of stations, got an object");
  expect_fault_of_staff(R"({^"skills": ["tap"]})",
                        "servers.skills: unknown key; write in works_at the stations where they work; [] in lines if "
                        "they take no orders");
  expect_fault_of_staff(R"({^"queue": ["hall"]})", "servers.queue: unknown key; did you mean lines?");
  expect_fault_of_staff(R"({^"lanes": ["hall"]})", "servers.lanes: unknown key; did you mean lines?");
}

TEST(Servers, MayNameWhatCouldNotBeRead) {
  expect_faults({
      {R"({"menu": {}, "orders": [], "lines": ^[], "servers": {"lines": ["hall"]}})",
       R"(lines: expected an object, got a list; write each with its name before it: {"NAME": …, "NAME": …})"},
      {R"({"menu": {}, "orders": [], ^"queues": {"hall": {}}, "servers": {"lines": ["hall"]}})",
       "queues: unknown key; did you mean lines?"},
      {R"({"menu": {}, "orders": [], ^"machines": {"tap": {}}, "servers": {"works_at": ["tap"]}})",
       "machines: unknown key; did you mean stations?"},
  });
}

}  // namespace
}  // namespace fastfood::scenario::servers_test
