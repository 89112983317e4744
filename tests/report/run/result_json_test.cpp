#include "sim/report/run/result_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/model/results/summarize.hpp"
#include "sim/report/format/version.hpp"
#include "tests/model/sample_lines.hpp"
#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string compact(const ScenarioResult& result) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  write_result(json, result);
  return text;
}

using Orders = std::vector<model::OrderRecord>;

std::string version_text() { return "\"version\":\"" + std::string{program_version()} + "\","; }

const std::string nothing =
    R"({"count":0,"mean":null,"sd":null,"min":null,"p50":null,"p90":null,"p95":null,"p99":null,"max":null})";

TEST(ResultJson, HasEveryKeyInOrder) {
  const std::string waits =
      R"({"count":2,"mean":0.5,"sd":0,"min":0.5,"p50":0.5,"p90":0.5,"p95":0.5,"p99":0.5,"max":0.5})";
  const std::string totals =
      R"({"count":2,"mean":5.625,"sd":2.6516504294495533,"min":3.75,"p50":5.625,"p90":7.125,"p95":7.3125,)"
      R"("p99":7.4625,"max":7.5})";
  const std::string customers = R"({"arrived":3,"served":2,"balked":0,"reneged":1,"unfinished":0})";

  EXPECT_EQ(compact({sample_spec(), sample_run(), {}}),
            R"({"format":"fastfood-result/1",)" + version_text() +
                R"("scenario":"Lunch","overrides":{},"seed":7,"replications":1,"elapsed":12,)"
                R"("customers":)" +
                customers +
                R"(,"satisfied":{"target":5,"count":1,"fraction":0.25,"aim":1,"met":false},)"
                R"("throughput_per_hour":600,"wait_time":)" +
                waits +
                R"(,"service_time":{"count":2,"mean":5.125,"sd":2.6516504294495533,"min":3.25,"p50":5.125,)"
                R"("p90":6.625,"p95":6.8125,"p99":6.9625,"max":7},"total_time":)" +
                totals +
                R"(,"reneged_after":{"count":1,"mean":7,"sd":null,"min":7,"p50":7,"p90":7,"p95":7,"p99":7,"max":7},)"
                R"("servers":{"throughput_per_hour":600,"utilization":0.5,"line":{"mean":0.25,"max":2},)"
                R"("each":[{"name":"Ana","served":2,"throughput_per_hour":600,"utilization":0.5}]},)"
                R"("stations":{"grill":{"capacity":2,"utilization":0.8333333333333334,"line":{"mean":0,"max":0},)"
                R"("wait_time":)" +
                nothing +
                R"(,"uses":3,"batches":0,"wasted":0,"down":0}},)"
                R"("streams":{"walk-in":{"customers":)" +
                customers + R"(,"satisfied":null,"wait_time":)" + waits + R"(,"total_time":)" + totals +
                R"(}},"money":null})");
}

TEST(ResultJson, OfARunWithoutCustomersHasNullNotZero) {
  model::CounterSpec spec;
  spec.name = "Night";

  EXPECT_EQ(
      compact({spec, {}, {}}),
      R"({"format":"fastfood-result/1",)" + version_text() +
          R"("scenario":"Night","overrides":{},"seed":1,"replications":1,"elapsed":0,)"
          R"("customers":{"arrived":0,"served":0,"balked":0,"reneged":0,"unfinished":0},"satisfied":null,)"
          R"("throughput_per_hour":null,"wait_time":)" +
          nothing + R"(,"service_time":)" + nothing + R"(,"total_time":)" + nothing + R"(,"reneged_after":)" + nothing +
          R"(,"servers":{"throughput_per_hour":null,"utilization":null,"line":{"mean":null,"max":null},"each":[]},)"
          R"("stations":{},"streams":{},"money":null})");
}

TEST(ResultJson, ListsOverridesInTheOrderGiven) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.overrides = {{"stations.grill.capacity", R"([{"from":0,"value":1}])"}, {"name", R"("Late \"lunch\"")"}};

  EXPECT_THAT(compact(result), HasSubstr(R"("overrides":{"stations.grill.capacity":[{"from":0,"value":1}],)"
                                         R"("name":"Late \"lunch\""},"seed":7,)"));
}

TEST(ResultJson, WritesAScheduleAsItsSteps) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.pooled.stations[0].capacity = model::Schedule{{{at(0s), 1}, {at(1500ms), 0}, {at(30min), 3}}};

  EXPECT_THAT(compact(result),
              HasSubstr(R"("stations":{"grill":{"capacity":[{"from":0,"value":1},{"from":1.5,"value":0},)"
                        R"({"from":1800,"value":3}],"utilization":)"));
}

TEST(ResultJson, EndsAnApproximateSummaryWithItsError) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.pooled.wait_time.relative_error = 0.001;

  EXPECT_THAT(compact(result), HasSubstr(R"("max":0.5,"relative_error":0.001},"service_time":{)"));
}

TEST(ResultJson, HasTheLinesAndTheirStopsBetweenStationsAndStreams) {
  const std::string waits =
      R"({"count":4,"mean":15,"sd":12.909944487358056,"min":0,"p50":15,"p90":27,"p95":28.5,"p99":29.7,"max":30})";
  const std::string totals =
      R"({"count":3,"mean":80,"sd":20,"min":60,"p50":80,"p90":96,"p95":98,"p99":99.6,"max":100})";
  const std::string once = R"({"count":1,"mean":20,"sd":null,"min":20,"p50":20,"p90":20,"p95":20,"p99":20,"max":20})";

  const std::string text =
      compact({model::two_lines(), summarize(model::two_lines(), model::statistics_of_two_lines())});

  EXPECT_THAT(text, HasSubstr(R"("stations":{},"lines":{"drive":{)"
                              R"("customers":{"arrived":5,"served":3,"balked":1,"reneged":0,"unfinished":1},)"
                              R"("line":{"mean":0.5,"max":3},"wait_time":)" +
                              waits + R"(,"total_time":)" + totals + R"(,"stops":{)" +
                              R"("board":{"utilization":0.8,"blocked":0.25,"line":{"mean":0.4,"max":2},"wait_time":)" +
                              once + R"(,"left":0},)" +
                              R"("cashier":{"utilization":null,"blocked":0,"line":{"mean":0,"max":0},"wait_time":)" +
                              nothing + R"(,"left":0},)" +
                              R"("window":{"utilization":0.25,"blocked":0,"line":{"mean":0,"max":0},"wait_time":)" +
                              nothing + R"(,"left":1}}},"counter":{)" +
                              R"("customers":{"arrived":0,"served":0,"balked":0,"reneged":0,"unfinished":0},)" +
                              R"("line":{"mean":0,"max":0},"wait_time":)" + nothing + R"(,"total_time":)" + nothing +
                              R"(,"stops":{}}},"streams":{"cars":)"));
}

TEST(ResultJson, HasMoneyIfAnythingHasAPrice) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.pooled.money = sample_money();

  EXPECT_THAT(compact(result), EndsWith(R"(,"money":{"revenue":25.5,"labour":12,"equipment":3.25,"profit":10.25,)"
                                        R"("cost_per_served":7.625}})"));

  result.pooled.money->cost_per_served = std::nullopt;

  EXPECT_THAT(compact(result), EndsWith(R"("profit":10.25,"cost_per_served":null}})"));
}

TEST(ResultJson, HasPeriodsBetweenMoneyAndOrders) {
  ScenarioResult result{sample_spec(), sample_run(), std::vector<Orders>{{}}};
  result.pooled.by_period = {{sample_period(), {.from = at(1min)}}};
  const std::string waits =
      R"({"count":1,"mean":0.5,"sd":null,"min":0.5,"p50":0.5,"p90":0.5,"p95":0.5,"p99":0.5,"max":0.5})";

  EXPECT_THAT(compact(result),
              EndsWith(R"("money":null,"by_period":[{"from":0,"arrived":3,"served":2,"balked":1,"reneged":4,)"
                       R"("throughput_per_hour":120,"wait_time":)" +
                       waits + R"(,"total_time":)" + waits +
                       R"(,"satisfied":{"target":5,"count":2,"fraction":0.5,"aim":0.9,"met":false},)"
                       R"("servers_utilization":0.75,"line_mean":1.25},)"
                       R"({"from":60,"arrived":0,"served":0,"balked":0,"reneged":0,"throughput_per_hour":null,)"
                       R"("wait_time":)" +
                       nothing + R"(,"total_time":)" + nothing +
                       R"(,"satisfied":null,"servers_utilization":null,"line_mean":null}],"orders":[]})"));
}

TEST(ResultJson, EndsWithTheOrdersIfRequested) {
  const std::string without = compact({sample_spec(), sample_run(), {}});
  const std::string head = without.substr(0, without.size() - 1);

  const std::string none = compact({sample_spec(), sample_run(), std::vector<Orders>{{}}});
  const std::string one = compact({sample_spec(), sample_run(), std::vector<Orders>{{sample_reneged()}}});

  EXPECT_EQ(none, head + R"(,"orders":[]})");
  EXPECT_THAT(one, StartsWith(head + R"(,"orders":[{"id":2,"customer":"Bo",)"));
}

TEST(ResultJson, OfSeveralReplicationsHasTheirNumber) {
  EXPECT_THAT(compact(sample_replications()), HasSubstr(R"("seed":7,"replications":2,"elapsed":12,)"));
}

TEST(ResultJson, OfSeveralReplicationsHasTheResultOfEach) {
  const std::string nobody = R"({"arrived":0,"served":0,"balked":0,"reneged":0,"unfinished":0})";
  const std::string waits =
      R"({"count":2,"mean":0.5,"sd":0,"min":0.5,"p50":0.5,"p90":0.5,"p95":0.5,"p99":0.5,"max":0.5})";

  const std::string text = compact(sample_replications());

  EXPECT_THAT(text, HasSubstr(R"("money":null,"by_replication":[{"replication":0,)"
                              R"("customers":{"arrived":3,"served":2,"balked":0,"reneged":1,"unfinished":0},)"
                              R"("throughput_per_hour":600,)"
                              R"("satisfied":{"target":5,"count":1,"fraction":0.25,"aim":1,"met":false},)"
                              R"("wait_time":)" +
                              waits + R"(,"service_time":{"count":2,"mean":5.125,)"));
  EXPECT_THAT(text, HasSubstr(R"("max":7.5}},{"replication":1,"customers":)" + nobody +
                              R"(,"throughput_per_hour":null,)"
                              R"("satisfied":{"target":5,"count":0,"fraction":null,"aim":1,"met":null},"wait_time":)" +
                              nothing + R"(,"service_time":)" + nothing + R"(,"total_time":)" + nothing +
                              R"(}],"estimates":{"satisfied.fraction":)"));
}

TEST(ResultJson, OfSeveralReplicationsEndsWithTheEstimates) {
  ScenarioResult result = sample_replications();
  result.estimates.resize(2);

  EXPECT_THAT(
      compact(result),
      EndsWith(R"(}],"estimates":{"satisfied.fraction":{"mean":0.25,"half_width":null,"confidence":0.95,"n":1},)"
               R"("throughput_per_hour":{"mean":600,"half_width":20,"confidence":0.95,"n":2}}})"));
}

TEST(ResultJson, HasThePeriodsBeforeTheReplications) {
  ScenarioResult result = sample_replications();
  result.pooled.by_period.emplace();

  EXPECT_THAT(compact(result), HasSubstr(R"("money":null,"by_period":[],"by_replication":[)"));
}

TEST(ResultJson, NamesTheReplicationOfEachOrder) {
  ScenarioResult result = sample_replications();
  result.orders = {{sample_order(), sample_reneged()}, {sample_reneged()}};

  const std::string text = compact(result);

  EXPECT_THAT(text, HasSubstr(R"(}},"orders":[{"replication":0,"id":1,"customer":"walk-in 1",)"));
  EXPECT_THAT(text, HasSubstr(R"(},{"replication":0,"id":2,"customer":"Bo",)"));
  EXPECT_THAT(text, HasSubstr(R"(},{"replication":1,"id":2,"customer":"Bo",)"));
}

}  // namespace
}  // namespace fastfood::report
