#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "sim/scenario/reader.hpp"
#include "tests/system/contract.hpp"

/// What the contract promises of scenario files: defaults, allowed values, and keys that belong together.
namespace fastfood::model {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Reads the scenario. The test fails if it has an error.
CounterSpec read(std::string_view text) {
  auto file = scenario::read_scenario(text, "lunch");
  if (!file) {
    ADD_FAILURE() << file.error().front().text;
    return {};
  }
  return file->spec;
}

/// Returns the errors and warnings of this text.
std::string wrong(std::string_view text) {
  const auto file = scenario::read_scenario(text, "lunch");
  return file ? "nothing" : file.error().front().text;
}

/// A scenario with these keys and a burger that takes 2 s.
std::string counter(const std::string& keys) { return R"({"menu": {"burger": {"time": 2}}, )" + keys + "}"; }

const std::string one_order = R"("orders": [{"items": ["burger"]}])";

TEST(ContractReading, IgnoresTheSchemaThatAFileNames) {
  EXPECT_EQ(served(run_of(read(counter(R"("$schema": "https://example.org/any", )" + one_order)))), (Seconds{2}));
}

TEST(ContractReading, NamesAScenarioAfterItsFileAndLeavesItsDescriptionEmpty) {
  const CounterSpec spec = read(counter(one_order));

  EXPECT_EQ(spec.name, "lunch");
  EXPECT_EQ(spec.description, "");
  EXPECT_EQ(read(counter(R"("name": "Dinner", )" + one_order)).name, "Dinner");
}

TEST(ContractReading, UsesOneAsTheDefaultSeedAndAcceptsAny64BitSeed) {
  EXPECT_EQ(read(counter(one_order)).seed, 1U);
  EXPECT_EQ(read(counter(R"("seed": 0, )" + one_order)).seed, 0U);
  EXPECT_EQ(read(counter(R"("seed": 18446744073709551615, )" + one_order)).seed, 18'446'744'073'709'551'615U);
  EXPECT_THAT(wrong(counter(R"("seed": 18446744073709551616, )" + one_order)), HasSubstr("seed: expected"));
}

TEST(ContractReading, AcceptsClockTimesIfOpensIsGiven) {
  const CounterSpec spec = read(counter(R"("opens_at": "11:00", "orders": [{"at": "11:30", "items": ["burger"]}])"));

  EXPECT_EQ(arrived(run_of(spec)), (Seconds{1800}));
}

TEST(ContractReading, RequiresAMenuThatMayBeEmpty) {
  EXPECT_THAT(wrong(R"({"orders": []})"), HasSubstr("menu: missing"));
  EXPECT_EQ(run_of(read(R"({"menu": {}, "orders": [{"items": []}]})")).result.customers.served, 1);
}

TEST(ContractReading, RequiresOrdersOrArrivals) {
  EXPECT_THAT(wrong(R"({"menu": {}})"), HasSubstr("arrivals: missing"));
  EXPECT_EQ(run_of(read(R"({"menu": {}, "orders": []})")).result.customers.arrived, 0);
}

TEST(ContractReading, TakesEveryOrderWhenItArrivesWithoutServers) {
  const CounterSpec spec = read(counter(R"("orders": [{"items": ["burger", "burger"]}, {"items": ["burger"]}])"));

  EXPECT_EQ(served(run_of(spec)), (Seconds{2, 2}));
}

TEST(ContractReading, RequiresUntilIfAStreamHasNoEnd) {
  const auto with = [](const std::string& end) {
    return wrong(counter(R"("arrivals": [{"every": 1, "items": [])" + end));
  };

  EXPECT_THAT(with("}]"), HasSubstr("a stream needs a count or an until"));
  for (const std::string end : {R"(, "count": 3}])", R"(, "until": 3}])", R"(}], "until": 3)"}) {
    EXPECT_EQ(with(end), "nothing") << end;
  }
  EXPECT_EQ(wrong(counter(R"("arrivals": [{"times": [3], "items": []}])")), "nothing");
}

TEST(ContractReading, RequiresTheWarmupToEndBeforeUntil) {
  EXPECT_EQ(wrong(counter(R"("until": 10, "warmup": 9.999, )" + one_order)), "nothing");
  EXPECT_THAT(wrong(counter(R"("until": 10, "warmup": 10, )" + one_order)), HasSubstr("warmup: expected an instant"));
}

TEST(ContractReading, HasATargetFractionOfOneByDefault) {
  EXPECT_EQ(read(counter(R"("target": {"total_time": 5}, )" + one_order)).target->fraction, 1);
  EXPECT_EQ(read(counter(R"("target": {"total_time": 5, "fraction": 0.9}, )" + one_order)).target->fraction, 0.9);
}

TEST(ContractReading, RequiresAtLeastOneStepOfAnItem) {
  EXPECT_THAT(wrong(R"({"menu": {"burger": {"steps": []}}, "orders": []})"), HasSubstr("menu.burger.steps"));
}

TEST(ContractReading, HasOneUnitPerStationAndOnePersonPerGroupByDefault) {
  const CounterSpec spec = read(
      R"({"menu": {"burger": {"station": "grill", "time": 2}}, "stations": {"grill": {}}, "servers": {},
          "orders": [{"items": ["burger"]}, {"items": ["burger"]}]})");

  // One server makes the items of an order together, and needs no time to take orders or hand them over.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(served(run), (Seconds{2, 4}));
  EXPECT_EQ(run.result.servers.each.size(), 1U);
  EXPECT_EQ(run.result.servers.each[0].name, "server");
  EXPECT_TRUE(run.result.stations[0].capacity.is_constant());
}

TEST(ContractReading, RequiresUniqueNamesOfGroupsAndStreams) {
  EXPECT_THAT(wrong(counter(R"("servers": [{}, {}], )" + one_order)), HasSubstr("servers.1"));
  EXPECT_THAT(wrong(counter(R"("servers": [], )" + one_order)), HasSubstr("servers: expected"));
  EXPECT_THAT(wrong(counter(R"("arrivals": [{"times": [1], "items": []}, {"times": [1], "items": []}])")),
              HasSubstr("arrivals.1"));
}

TEST(ContractReading, AllowsSeveralOrdersInFlightOnlyInAsyncMode) {
  EXPECT_EQ(wrong(counter(R"("servers": {"orders_in_flight": 2}, )" + one_order)), "nothing");
  EXPECT_THAT(wrong(counter(R"("servers": {"orders_in_flight": 2, "mode": "sequential"}, )" + one_order)),
              HasSubstr("servers.orders_in_flight"));
}

TEST(ContractReading, NamesCustomersByTheirIndexByDefault) {
  const std::string two = R"([{"at": 9, "items": []}, {"customer": "Ana", "items": []}])";

  EXPECT_THAT(customers(run_of(read(counter(R"("orders": )" + two)))), ElementsAre("Ana", "order 1"));
  EXPECT_THAT(customers(run_of(read(counter(R"("arrivals": [{"times": [1], "items": []}])")))),
              ElementsAre("walk-in 1"));
}

TEST(ContractReading, RequiresItemsThatMayBeEmpty) {
  EXPECT_THAT(wrong(counter(R"("orders": [{}])")), HasSubstr("orders.0.items: missing"));
  EXPECT_THAT(wrong(counter(R"("arrivals": [{"times": [1]}])")), HasSubstr("arrivals.0.items: missing"));
}

TEST(ContractReading, RequiresExactlyOneArrivalProcessOfAStream) {
  EXPECT_THAT(wrong(counter(R"("arrivals": [{"count": 1, "items": []}])")), HasSubstr("arrivals.0"));
  EXPECT_THAT(wrong(counter(R"("arrivals": [{"every": 1, "rate_per_hour": 1, "count": 1, "items": []}])")),
              HasSubstr("a stream has one of them"));
}

TEST(ContractReading, AcceptsTimesInAnyOrderAndWithoutAnEnd) {
  const auto stream = [](const std::string& keys) {
    return counter(R"("arrivals": [{"times": [5, 1, 3], "items": [])" + keys + "}]");
  };

  EXPECT_EQ(arrived(run_of(read(stream("")))), (Seconds{1, 3, 5}));
  for (const std::string key : {"count", "from", "until"}) {
    EXPECT_THAT(wrong(stream(R"(, ")" + key + R"(": 2)")), HasSubstr("arrivals.0." + key)) << key;
  }
}

TEST(ContractReading, OrdersAnItemOnceAndForCertainByDefault) {
  const auto items = [](const std::string& entry) {
    return run_of(read(counter(R"("orders": [{"items": [)" + entry + "]}]"))).orders.at(0).items.size();
  };

  EXPECT_EQ(items(R"({"item": "burger"})"), 1U);
  EXPECT_EQ(items(R"({"item": "burger", "count": 3})"), 3U);
  EXPECT_EQ(items(R"({"item": "burger", "count": 3, "chance": 0})"), 0U);
}

TEST(ContractReading, RequiresACountIfAllCustomersArriveAtOnce) {
  const std::string stream = R"("arrivals": [{"every": 0, "items": []})";

  EXPECT_THAT(wrong(counter(R"("until": 9, )" + stream + "]")), HasSubstr("arrivals.0"));
  EXPECT_EQ(wrong(counter(R"("arrivals": [{"every": 0, "count": 3, "items": []}])")), "nothing");
}

TEST(ContractReading, AllowsNoCostOfAnUnlimitedGroup) {
  EXPECT_THAT(wrong(counter(R"("servers": {"count": "unlimited", "cost_per_hour": 9}, )" + one_order)),
              HasSubstr("servers.cost_per_hour"));
}

}  // namespace
}  // namespace fastfood::model
