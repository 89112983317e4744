#include "sim/scenario/servers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "tests/scenario/wrong.hpp"

namespace sim::scenario {
namespace {

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

TEST(Servers, AreNoneWhereTheyAreNotThere) {
  EXPECT_THAT(read_scenario(R"({"menu": {}, "orders": []})", "lunch").value().spec.servers, IsEmpty());
}

TEST(Servers, MayBeOneGroupOrAList) {
  EXPECT_THAT(servers_of("{}"), ElementsAre(ServerGroupSpec{"server", 1, Mode::async}));
  EXPECT_THAT(
      servers_of(R"([{"name": "till", "count": 2, "mode": "sequential"}, {"count": "unlimited", "mode": "async"}])"),
      ElementsAre(ServerGroupSpec{"till", 2, Mode::sequential}, ServerGroupSpec{"server", std::nullopt, Mode::async}));
}

TEST(Servers, AreRefusedWhereTheyAreWrong) {
  const std::string same = "another one is called \"server\", too; give each its own name";
  expect_faults({
      {with_servers("^3"), "servers: expected a group of servers or a list of groups, got 3"},
      {with_servers("^[]"), "servers: expected at least one group, got none"},
      {with_servers("[{}, ^3]"), "servers.1: expected an object, got 3"},
      {with_servers(R"({^"cuont": 2})"), "servers.cuont: unknown key; did you mean count?"},
      {with_servers(R"({"count": ^0})"), "servers.count: expected a whole number of at least 1, got 0"},
      {with_servers(R"([{"count": ^1.5}])"), "servers.0.count: expected a whole number of at least 1, got 1.5"},
      {with_servers(R"({"count": ^"unlimitted"})"),
       "servers.count: expected a whole number of at least 1 or \"unlimited\", got \"unlimitted\""},
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

TEST(Servers, MayBeCalledAsNobodyIsWhoIsNumbered) {
  for (const std::string name : {"till 0", "till 3", "till 02", "till 1x", "till ", "till 99999999999999999999"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(servers_of(R"([{"name": ")" + name + R"("}, {"name": "till", "count": 2}])").size(), 2U);
  }
}

TEST(Servers, AreRefusedWithWhatIsNotSupportedYet) {
  const std::string unsupported = ": not supported by this version of fastfood; remove it";
  for (const std::string key : {"order_time", "time_per_item", "handover_time", "orders_in_flight", "cost_per_hour"}) {
    expect_faults({{with_servers("{^\"" + key + "\": 2}"), "servers." + key + unsupported}});
  }
  expect_faults({{with_servers(R"({"count": ^[{"from": 0, "value": 1}]})"),
                  "servers.count: schedules are not supported by this version of fastfood; write one whole number"}});
}

}  // namespace
}  // namespace sim::scenario
