#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/report/format/version.hpp"
#include "sim/report/run/result_json.hpp"
#include "tests/model/spec_of.hpp"
#include "tests/system/shipped.hpp"

/// The tutorial's counter, as in the shipped scenarios: one soda machine (1 s), a kitchen for three burgers (3 s), and
/// a fryer of five portions (4 s).
namespace fastfood::model {
namespace {

using ::testing::HasSubstr;

std::string result_of(const CounterSpec& spec, const RecordedRun& run) {
  std::string text;
  report::JsonWriter json{text, report::Layout::compact};
  report::write_result(json, {.spec = spec, .pooled = run.result, .orders = {{run.orders}}});
  return text;
}

TEST(Tutorial, MakesAnOrderItemByItemInEightSeconds) {
  EXPECT_EQ(totals(run_of(shipped("customer_sequential"))), (Seconds{8}));
}

TEST(Tutorial, MakesAnOrderAllAtOnceInFourSeconds) {
  EXPECT_EQ(totals(run_of(shipped("customer_async"))), (Seconds{4}));
}

TEST(Tutorial, ServesTenCustomersAtOnceInTwelveSeconds) {
  const RecordedRun run = run_of(shipped("ten_at_once"));

  // Three burgers are done at 3, 6, 9 and 12, five portions of fries at 4 and 8, and a soda each second.
  EXPECT_EQ(totals(run), (Seconds{4, 4, 4, 6, 6, 8, 9, 9, 9, 12}));
  EXPECT_EQ(run.result.elapsed, 12s);
  EXPECT_EQ(run.result.satisfied, (Satisfied{5s, 3, 0.3, 1, false}));
}

TEST(Tutorial, SatisfiesEverybodyAtOneCustomerASecond) {
  const RecordedRun run = run_of(shipped("one_per_second"));

  // Nobody waits for soda or burgers. The first batch of fries is done at 4 s (arrivals from 0 to 4 s), the second at
  // 9 s (arrivals from 5 to 9 s).
  EXPECT_EQ(totals(run), (Seconds{4, 3, 3, 3, 3, 4, 3, 3, 3, 3}));
  EXPECT_EQ(run.result.satisfied, (Satisfied{5s, 10, 1, 1, true}));
}

TEST(Tutorial, SatisfiesHalfAtTwoCustomersASecond) {
  const RecordedRun run = run_of(shipped("two_per_second"));

  EXPECT_EQ(totals(run), (Seconds{4, 3.5, 3, 4.5, 4.5, 5.5, 6, 6, 6, 7.5}));
  EXPECT_EQ(run.result.satisfied, (Satisfied{5s, 5, 0.5, 1, false}));
  EXPECT_EQ(run.result.throughput_per_hour, 3000);
}

/// All results at two customers a second. Customer i arrives at i/2.
TEST(TutorialResult, AtTwoASecondAgreesWithTheCountByHand) {
  const CounterSpec spec = shipped("two_per_second");
  const std::string result = result_of(spec, run_of(spec));
  const std::string counts = R"({"arrived":10,"served":10,"balked":0,"reneged":0,"unfinished":0})";
  const std::string none = R"({"count":10,"mean":0,"sd":0,"min":0,"p50":0,"p90":0,"p95":0,"p99":0,"max":0})";
  const std::string total =
      R"({"count":10,"mean":5.05,"sd":1.3834337312964755,"min":3,"p50":5,"p90":6.15,"p95":6.825,"p99":7.365,"max":7.5})";

  EXPECT_THAT(result,
              HasSubstr(R"({"format":"fastfood-result/1","version":")" + std::string{report::program_version()} +
                        R"(","scenario":"Two customers a second","overrides":{},"seed":1,"replications":1,)"
                        R"("elapsed":12,"customers":)" +
                        counts +
                        R"(,"satisfied":{"target":5,"count":5,"fraction":0.5,"aim":1,"met":false},)"
                        R"("throughput_per_hour":3000,"wait_time":)" +
                        none + R"(,"service_time":)" + total + R"(,"total_time":)" + total));
  EXPECT_THAT(result, HasSubstr(R"("reneged_after":{"count":0,"mean":null,"sd":null,"min":null,"p50":null,"p90":null,)"
                                R"("p95":null,"p99":null,"max":null},"servers":{"throughput_per_hour":3000,)"
                                R"("utilization":null,"line":{"mean":0,"max":0},"each":[]},"stations":{)"));
  EXPECT_THAT(result, HasSubstr(R"("streams":{"walk-in":{"customers":)" + counts +
                                R"(,"satisfied":{"target":5,"count":5,"fraction":0.5,"aim":1,"met":false},)"
                                R"("wait_time":)" +
                                none + R"(,"total_time":)" + total + R"(}},"money":null,"orders":[)"));
}

TEST(TutorialResult, AtTwoASecondHasStationsThatAgreeWithTheCountByHand) {
  const CounterSpec spec = shipped("two_per_second");
  const std::string result = result_of(spec, run_of(spec));

  // The soda machine serves customer i from i to i + 1. The waits are 0, 0.5 .. 4.5 s, 22.5 s in all. Most customers, 5
  // to 9, are in line from 4.5 to 5.
  EXPECT_THAT(
      result,
      HasSubstr(
          R"("soda_machine":{"capacity":1,"utilization":0.8333333333333334,)"
          R"("line":{"mean":1.875,"max":5},"wait_time":{"count":10,"mean":2.25,"sd":1.5138251770487459,"min":0,"p50":2.25,)"
          R"("p90":4.05,"p95":4.275,"p99":4.455,"max":4.5},)"
          R"("uses":10,"batches":0,"wasted":0,"down":0})"));
  // Burgers start at 0 0.5 1 | 3 3.5 4 | 6 6.5 7 | 9. Three each wait for 0, 1.5 and 3 s, the last one for 4.5 s, 18 s
  // in all. Customers 6 to 9 are in line from 4.5 on.
  EXPECT_THAT(
      result,
      HasSubstr(
          R"("kitchen":{"capacity":3,"utilization":0.8333333333333334,)"
          R"("line":{"mean":1.5,"max":4},"wait_time":{"count":10,"mean":1.8,"sd":1.5491933384829668,"min":0,"p50":1.5,)"
          R"("p90":3.15,"p95":3.825,"p99":4.365,"max":4.5},)"
          R"("uses":10,"batches":0,"wasted":0,"down":0})"));
  // Fries are ready at 4 for customers 0 to 4 and at 8 for the rest. The waits are 4 .. 2 and 5.5 .. 3.5 s, 37.5 s in
  // all. Just before 4, customers 0 to 7 are in line.
  EXPECT_THAT(
      result,
      HasSubstr(
          R"("fryer":{"capacity":1,"utilization":0.6666666666666666,)"
          R"("line":{"mean":3.125,"max":8},"wait_time":{"count":10,"mean":3.75,"sd":1.0865337342004415,"min":2,"p50":3.75,)"
          R"("p90":5.05,"p95":5.275,"p99":5.455,"max":5.5},)"
          R"("uses":10,"batches":2,"wasted":0,"down":0})"));
}

TEST(TutorialResult, AtTwoASecondHasTheFirstOrderOfTheTutorial) {
  const CounterSpec spec = shipped("two_per_second");

  EXPECT_THAT(
      result_of(spec, run_of(spec)),
      HasSubstr(R"("orders":[{"id":1,"customer":"walk-in 1","stream":"walk-in","outcome":"served","server":null,)"
                R"("arrived_at":0,"started_at":0,"served_at":4,"left_at":4,"wait_time":0,"service_time":4,)"
                R"("total_time":4,"items":[{"item":"soda","started_at":0,"ready_at":1,"steps":[)"
                R"({"station":"soda_machine","asked_at":0,"started_at":0,"done_at":1}]},)"
                R"({"item":"burger","started_at":0,"ready_at":3,"steps":[)"
                R"({"station":"kitchen","asked_at":0,"started_at":0,"done_at":3}]},)"
                R"({"item":"fries","started_at":4,"ready_at":4,"steps":[)"
                R"({"station":"fryer","asked_at":0,"started_at":4,"done_at":4}]}]})"));
}

}  // namespace
}  // namespace fastfood::model
