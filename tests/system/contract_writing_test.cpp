#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "sim/experiment/run/replicate.hpp"
#include "sim/experiment/study/requirement.hpp"
#include "sim/report/format/version.hpp"
#include "sim/report/run/orders.hpp"
#include "sim/report/run/result_json.hpp"
#include "tests/system/contract.hpp"

/// What the contract promises of the written result.
namespace fastfood::model {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string written(const report::ScenarioResult& result, report::Layout layout = report::Layout::compact) {
  std::string text;
  report::JsonWriter json(text, layout);
  report::write_result(json, result);
  return text;
}

/// The result of one run, with its orders, as JSON.
report::ScenarioResult result_of(const CounterSpec& spec) {
  const RecordedRun run = run_of(spec);
  return {.spec = spec, .pooled = run.result, .orders = {{run.orders}}};
}

/// Customers of a grill at 0 and 1 s; the second waits 0.5 s, and 0.75 s is all that the third would wait.
CounterSpec lunch() {
  CounterSpec spec = grill_of(1, 1500ms);
  spec.name = "Lunch";
  spec.servers = {{.name = "Ana"}};
  spec.orders = {comes("bo", 0s), comes("cy", 1s), comes("di", 1s)};
  spec.orders[2].who.patience = 750ms;
  return spec;
}

report::ScenarioResult replicated(const CounterSpec& spec, std::int64_t replications) {
  const auto runs = experiment::replicate(spec, replications, 2, [](std::uint64_t replication) {
                      return RunOptions{.replication = replication};
                    }).value();
  return {
      .spec = spec, .pooled = runs.pooled, .by_replication = runs.each, .estimates = experiment::estimates(runs, 0.95)};
}

TEST(ContractWriting, StartsWithTheKindOfResultTheProgramAndTheScenario) {
  report::ScenarioResult result = result_of(lunch());
  result.overrides = {{"servers.count", "1"}};

  EXPECT_THAT(written(result),
              StartsWith(R"({"format":"fastfood-result/1","version":")" + std::string(report::program_version()) +
                         R"(","scenario":"Lunch","overrides":{"servers.count":1},"seed":1,)"
                         R"("replications":1,"elapsed":3,"customers":{"arrived":3,"served":2,)"));
}

TEST(ContractWriting, CountsARequirementOnNullAsNotMet) {
  EXPECT_FALSE(experiment::is_met(experiment::parse_requirement("satisfied.fraction >= 0").value(), std::nullopt));
}

TEST(ContractWriting, ShowsACapacityAsANumberOrAsAScheduleInSeconds) {
  CounterSpec spec = lunch();
  EXPECT_THAT(written(result_of(spec)), HasSubstr(R"("stations":{"grill":{"capacity":1,)"));

  spec.stations[0].capacity = over_time({{0s, 1}, {1h, 2}});
  EXPECT_THAT(written(result_of(spec)),
              HasSubstr(R"("capacity":[{"from":0,"value":1},{"from":3600,"value":2}],"utilization")"));
}

TEST(ContractWriting, IsOnOneLineOrIndentedByTwo) {
  EXPECT_THAT(written(result_of(lunch())), Not(HasSubstr("\n")));
  EXPECT_THAT(written(result_of(lunch()), report::Layout::indented),
              StartsWith("{\n  \"format\": \"fastfood-result/1\",\n  \"version\""));
}

TEST(ContractWriting, ShowsEachNumberInTheShortestFormThatReadsBackAsTheSame) {
  CounterSpec spec = lunch();
  spec.orders = {comes("bo", 100ms), comes("cy", 300ms)};
  spec.menu[0].price = -0.0;

  // Bo is served at 1.6 s and Cy at 3.1 s, after 1.3 s in line: 1.3 / 2 s on average, and 1.3 / 3.1 in line over time.
  const std::string text = written(result_of(spec));
  EXPECT_THAT(text, HasSubstr(R"("elapsed":3.1,)"));
  EXPECT_THAT(text, HasSubstr(R"("wait_time":{"count":2,"mean":0.65,)"));
  EXPECT_THAT(text, HasSubstr(R"("line":{"mean":0.41935483870967744,"max":1})"));
  EXPECT_THAT(text, HasSubstr(R"("money":{"revenue":0,)"));
}

TEST(ContractWriting, ShowsOnlyTheItemsOfAnOrderThatWasNotTaken) {
  const std::string text = written(result_of(lunch()));

  EXPECT_THAT(text,
              EndsWith(R"({"id":3,"customer":"di","stream":null,"outcome":"reneged","server":null,"arrived_at":1,)"
                       R"("started_at":null,"served_at":null,"left_at":1.75,"wait_time":null,)"
                       R"("service_time":null,"total_time":null,)"
                       R"("items":[{"item":"burger","started_at":null,"ready_at":null,"steps":[]}]}]})"));
}

TEST(ContractWriting, HasOneLinePerOrderInNdjsonAndCsv) {
  const CounterSpec spec = lunch();
  const OrderRecord order = run_of(spec).orders.at(1);
  std::string line;
  std::string row;
  const report::OrderFormat format(spec);
  format.append_json(line, order);
  format.append_csv(row, order);

  EXPECT_THAT(line, StartsWith(R"({"id":2,"customer":"cy",)"));
  EXPECT_EQ(std::ranges::count(line, '\n'), 1);
  EXPECT_EQ(format.csv_header(),
            "replication,id,customer,stream,outcome,server,arrived_at,started_at,served_at,left_at,wait_time,"
            "service_time,total_time,items\n");
  EXPECT_EQ(row, "0,2,cy,,served,Ana,1,1.5,3,3,0.5,1.5,2,burger\n");
}

TEST(ContractWriting, PoolsReplicationsAndShowsEachOneAndTheEstimates) {
  const std::string text = written(replicated(lunch(), 3));

  EXPECT_THAT(text, HasSubstr(R"("replications":3,"elapsed":9,"customers":{"arrived":9,"served":6,)"));
  EXPECT_THAT(text, HasSubstr(R"("line":{"mean":0.4166666666666667,"max":2})"));  // (0.5 + 0.75) / 3 s, each time
  EXPECT_THAT(text, HasSubstr(R"("by_replication":[{"replication":0,"customers":{"arrived":3,"served":2,)"));
  EXPECT_THAT(text, HasSubstr(R"({"replication":2,"customers":)"));
  EXPECT_THAT(text, HasSubstr(R"("total_time.mean":{"mean":1.75,"half_width":0,"confidence":0.95,"n":3})"));
}

TEST(ContractWriting, EstimatesFromTheReplicationsThatHaveAValue) {
  CounterSpec spec = lunch();
  spec.orders.clear();
  // 0.5 customers on average
  spec.arrivals = {{.when = PoissonSpec{{{Instant{}, 360}}}, .items = items({0}), .until = at(5s)}};

  const report::ScenarioResult result = replicated(spec, 40);

  const auto somebody_came = [](const RunResult& run) { return run.wait_time.count != 0; };
  const auto runs = std::ranges::count_if(result.by_replication, somebody_came);
  const auto found = std::ranges::find(result.estimates, "wait_time.mean", [](const auto& it) { return it.first; });
  ASSERT_NE(found, result.estimates.end());
  EXPECT_EQ(found->second.n, runs);
  EXPECT_LT(runs, 40);
}

TEST(ContractWriting, NamesTheReplicationOfEachOrderIfThereAreSeveral) {
  report::ScenarioResult result = replicated(lunch(), 2);
  result.orders = {{run_of(lunch()).orders, run_of(lunch()).orders}};

  const std::string text = written(result);
  EXPECT_THAT(text, HasSubstr(R"("orders":[{"replication":0,"id":1,)"));
  EXPECT_THAT(text, HasSubstr(R"({"replication":1,"id":1,)"));
}

}  // namespace
}  // namespace fastfood::model
