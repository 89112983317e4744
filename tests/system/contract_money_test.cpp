#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of money. A cost of 3600 an hour is one a second.
namespace fastfood::model::contract_money_test {
namespace {

constexpr double one_a_second = 3600;

/// Coffee costs 2.5 and takes 8 s. Tea is free and takes 2 s.
CounterSpec coffee_bar() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(8s)}, 2.5}, {"tea", {free_step(2s)}}};
  spec.servers = {{.name = "Ana"}};
  return spec;
}

constexpr std::size_t coffee = 0;
constexpr std::size_t tea = 1;

Money money_of(const CounterSpec& spec) { return run_of(spec).result.money.value_or(Money{}); }

TEST(ContractMoney, IsAbsentWithoutAnyPriceOrCost) {
  CounterSpec spec = coffee_bar();
  spec.menu[coffee].price = std::nullopt;
  spec.orders = one_each({0s});

  EXPECT_EQ(run_of(spec).result.money, std::nullopt);
}

TEST(ContractMoney, IsPresentWithASingleCost) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = one_each({0s});
  EXPECT_EQ(run_of(spec).result.money, std::nullopt);

  spec.stations[0].cost_per_hour = one_a_second;
  EXPECT_EQ(run_of(spec).result.money, (Money{0, 0, 4, -4, 4}));
}

TEST(ContractMoney, TakesRevenueFromThePricesOfServedItems) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s, items({coffee, coffee, tea})), comes("bo", 1s, items({coffee}), {.patience = 2s}),
                 comes("cy", 5s, items({tea})), comes("di", 6s, items({coffee}))};
  spec.until = at(17s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(money_of(spec).revenue, 5);  // ana's; bo has left, cy has had tea, di is still there
}

TEST(ContractMoney, PaysPeopleOnDuty) {
  CounterSpec spec = coffee_bar();
  spec.servers[0].cost_per_hour = one_a_second;
  spec.servers.push_back({.name = "crew", .count = over_time({{0s, 2}, {3s, 0}}), .cost_per_hour = 10 * one_a_second});
  spec.orders = one_each({0s});

  EXPECT_DOUBLE_EQ(money_of(spec).labour, 8 + 2 * 30);
}

TEST(ContractMoney, PaysPeopleInOvertimeToo) {
  CounterSpec spec = coffee_bar();
  spec.servers = {{.count = over_time({{0s, 1}, {3s, 0}}), .cost_per_hour = one_a_second}};
  spec.orders = {comes("ana", 0s), comes("bo", 12s, items({tea}), {.patience = 1s})};

  EXPECT_DOUBLE_EQ(money_of(spec).labour, 8);  // for all 13 s
}

TEST(ContractMoney, PaysForPresentUnitsInUseOrNot) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations = {{.name = "grill", .capacity = over_time({{0s, 1}, {6s, 3}}), .cost_per_hour = one_a_second},
                   tray("fryer", {2, 4s}, 2)};
  spec.stations[1].cost_per_hour = 2 * one_a_second;
  spec.orders = one_each({5s});

  EXPECT_DOUBLE_EQ(money_of(spec).equipment, 6 + 3 * 3 + 2 * 2 * 9);
}

TEST(ContractMoney, PaysForUnitsUnderRepairToo) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].cost_per_hour = one_a_second;
  spec.stations[0].breakdown = BreakdownSpec{1s, 5s};
  spec.orders = one_each({2s});

  EXPECT_DOUBLE_EQ(money_of(spec).equipment, 10);  // repair up to 6, the burger up to 10
}

TEST(ContractMoney, PaysForUnitsInUseBeyondTheScheduleToo) {
  CounterSpec spec = grill_of(1, 8s);
  spec.stations[0].cost_per_hour = one_a_second;
  spec.stations[0].capacity = over_time({{0s, 2}, {3s, 0}});
  spec.menu.push_back({"salad", {free_step(20s)}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s, items({1}))};

  EXPECT_DOUBLE_EQ(money_of(spec).equipment, 2 * 3 + 5);  // two up to 3, ana's up to 8
}

TEST(ContractMoney, IsRevenueMinusLabourAndEquipment) {
  CounterSpec spec = coffee_bar();
  spec.servers[0].cost_per_hour = one_a_second / 8;
  spec.stations = {{.name = "grill", .cost_per_hour = one_a_second / 4}};
  spec.orders = one_each({0s, 0s});

  EXPECT_EQ(run_of(spec).result.money, (Money{5, 2, 4, -1, 3}));  // 16 s; a cost of 6 for two customers
}

TEST(ContractMoney, HasNoCostPerServedIfNobodyWas) {
  CounterSpec spec = coffee_bar();
  spec.servers[0].cost_per_hour = one_a_second;
  spec.orders = one_each({0s});
  spec.until = at(5s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.money, (Money{0, 5, 0, -5, std::nullopt}));
}

TEST(ContractMoney, CountsRevenueByCustomerAndCostByTimeAfterAWarmup) {
  CounterSpec spec = coffee_bar();
  spec.servers[0].cost_per_hour = one_a_second;
  spec.stations = {{.name = "grill", .capacity = 2, .cost_per_hour = one_a_second}};
  spec.orders = one_each({0s, 1s, 7s});
  spec.warmup = at(6s);

  // revenue from the third customer's coffee; costs from 6 to 24
  EXPECT_EQ(run_of(spec).result.money, (Money{2.5, 18, 36, -51.5, 54}));
}

}  // namespace
}  // namespace fastfood::model::contract_money_test
