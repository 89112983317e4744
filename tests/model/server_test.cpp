#include "sim/model/server.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

using Names = std::vector<std::string>;

/// A server makes coffee in 2 s, without equipment.
CounterSpec coffee_by(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(2s)}}};
  spec.servers = std::move(groups);
  return spec;
}

/// Soda, burger and fries take 1, 3 and 4 s, without equipment.
CounterSpec meal_by(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec;
  spec.menu = {{"soda", {free_step(1s)}}, {"burger", {free_step(3s)}}, {"fries", {free_step(4s)}}};
  spec.servers = std::move(groups);
  spec.orders = {{"ana", at(0s), items({0, 1, 2})}};
  return spec;
}

TEST(Server, ServesOneOrderAtATimeInOrderOfArrival) {
  CounterSpec spec = coffee_by({{"Ana", 1, Mode::async}});
  spec.orders = one_each({1s, 0s, 500ms});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"customer 2", "customer 3", "customer 1"}));
  EXPECT_EQ(taken(run), (Seconds{0, 2, 4}));
  EXPECT_EQ(served(run), (Seconds{2, 4, 6}));
}

TEST(Server, StartsAllItemsTogetherWhenAsync) {
  EXPECT_EQ(served(run_of(meal_by({{"server", 1, Mode::async}}))), (Seconds{4}));
}

TEST(Server, MakesOneItemAfterAnotherWhenSequential) {
  EXPECT_EQ(served(run_of(meal_by({{"server", 1, Mode::sequential}}))), (Seconds{8}));
}

TEST(Server, WorksInTheModeOfTheirGroup) {
  CounterSpec spec = meal_by({{"slow", 1, Mode::sequential}, {"quick", 1, Mode::async}});
  spec.orders.push_back({"bo", at(0s), items({0, 1, 2})});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"slow", "quick"}));
  EXPECT_EQ(served(run), (Seconds{8, 4}));
}

TEST(Server, StaysWithTheOrderWhileItWaitsForAStation) {
  CounterSpec spec = grill_of(1, 3s);
  spec.servers = {{"crew", 2, Mode::async}};
  spec.orders = one_each({0s, 0s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 0, 3}));  // crew 2 waits with the second customer until 3 and serves them until 6
  EXPECT_EQ(servers(run), (Names{"crew 1", "crew 2", "crew 1"}));
  EXPECT_EQ(served(run), (Seconds{3, 6, 9}));
}

TEST(Server, OfAGroupOfSeveralHasANumber) {
  CounterSpec spec = coffee_by({{"Ana", 1, Mode::async}, {"crew", 2, Mode::async}});
  spec.orders = one_each({0s, 0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "crew 1", "crew 2", "Ana"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 0, 2}));
  ASSERT_EQ(run.result.servers.each.size(), 3U);
  EXPECT_EQ(run.result.servers.each[0].name, "Ana");
  EXPECT_EQ(run.result.servers.each[1].name, "crew 1");
  EXPECT_EQ(run.result.servers.each[2].name, "crew 2");
}

TEST(Server, ListedFirstTakesTheOrderIfSeveralAreFree) {
  CounterSpec spec = coffee_by({{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}});
  spec.orders = one_each({0s, 1s, 3s, 10s});

  EXPECT_EQ(servers(run_of(spec)), (Names{"Ana", "Bo", "Ana", "Ana"}));  // at 3 and 10 both are free
}

TEST(Server, OfAnUnlimitedGroupHasTheGroupsNameAndNoResult) {
  CounterSpec spec = coffee_by({{"kiosk", std::nullopt, Mode::async}});
  spec.orders = one_each({0s, 0s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"kiosk", "kiosk", "kiosk"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 1}));
  EXPECT_TRUE(run.result.servers.each.empty());
  EXPECT_EQ(run.result.servers.utilization, std::nullopt);
  EXPECT_EQ(run.result.servers.throughput_per_hour, 3600);  // three in 3 s
}

TEST(Server, OfAnUnlimitedGroupMayBeSequential) {
  EXPECT_EQ(served(run_of(meal_by({{"kiosk", std::nullopt, Mode::sequential}}))), (Seconds{8}));
}

TEST(Server, ListedBeforeAnUnlimitedGroupTakeAllTheyCan) {
  CounterSpec spec = coffee_by({{"Ana", 1, Mode::async}, {"kiosk", std::nullopt, Mode::async}});
  spec.orders = one_each({0s, 1s, 2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "kiosk", "Ana"}));
  EXPECT_EQ(run.result.servers.line, (LineResult{0, 0}));
  ASSERT_EQ(run.result.servers.each.size(), 1U);
  EXPECT_EQ(run.result.servers.each[0], (ServerResult{"Ana", 2, 1800, 1}));  // busy from 0 to 4, of 4 s
  EXPECT_EQ(run.result.servers.throughput_per_hour, 2700);
  EXPECT_EQ(run.result.servers.utilization, 1);
}

TEST(Server, ListedAfterAnUnlimitedGroupHaveNothingToDo) {
  CounterSpec spec = coffee_by({{"kiosk", std::nullopt, Mode::async}, {"Ana", 1, Mode::async}});
  spec.orders = one_each({0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"kiosk", "kiosk"}));
  EXPECT_EQ(run.result.servers.each.at(0), (ServerResult{"Ana", 0, 0, 0}));
}

TEST(Server, HasNoNameWithoutGroups) {
  CounterSpec spec = coffee_by({});
  spec.orders = one_each({0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"-", "-"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0}));
  EXPECT_EQ(run.result.servers, (ServersResult{3600, std::nullopt, {0, 0}, {}}));
}

TEST(Server, SharesOneLineWithAllOthers) {
  CounterSpec spec = coffee_by({{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}});
  spec.orders = one_each({0s, 0s, 0s, 0s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 0, 2, 2, 4}));
  EXPECT_EQ(run.result.wait_time, (stats::summarize({0s, 0s, 2s, 2s, 3s})));
  EXPECT_EQ(run.result.servers.line, (LineResult{7.0 / 6, 3}));  // 7 s of waiting in 6 s
}

TEST(Server, IsUtilizedWhileTheyHaveAnOpenOrder) {
  CounterSpec spec = grill_of(1, 3s);
  spec.servers = {{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}};
  spec.orders = one_each({0s, 1s});
  spec.orders.push_back({"late", at(11s), {}});

  const RecordedRun run = run_of(spec);

  // Of 11 s, Ana is busy from 0 to 3 and for no time at 11. Bo is busy from 1 to 6, including a wait for the grill.
  ASSERT_EQ(run.result.servers.each.size(), 2U);
  EXPECT_EQ(run.result.servers.each[0], (ServerResult{"Ana", 2, 2 * 3600 / 11.0, 3.0 / 11}));
  EXPECT_EQ(run.result.servers.each[1], (ServerResult{"Bo", 1, 3600 / 11.0, 5.0 / 11}));
  EXPECT_EQ(run.result.servers.utilization, 8.0 / 22);
  EXPECT_EQ(run.result.servers.throughput_per_hour, 3 * 3600 / 11.0);
}

TEST(Server, IsFreeAgainAtOnceAfterAnEmptyOrder) {
  CounterSpec spec = coffee_by({{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}});
  spec.orders = {{"ana", at(1s), {}}, {"bo", at(1s), {}}, {"cy", at(1s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{1, 1, 1}));
  EXPECT_EQ(servers(run), (Names{"Ana", "Ana", "Ana"}));
}

TEST(Server, HasNoRatesIfNobodyArrived) {
  const RecordedRun run = run_of(coffee_by({{"Ana", 1, Mode::async}}));

  EXPECT_EQ(run.result.servers,
            (ServersResult{std::nullopt, std::nullopt, {}, {{"Ana", 0, std::nullopt, std::nullopt}}}));
}

}  // namespace
}  // namespace fastfood::model
