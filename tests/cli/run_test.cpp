#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "sim/report/format/version.hpp"
#include "tests/cli/program.hpp"

namespace cli::run_test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* one_order = R"({"menu": {"soda": {"time": 2}}, "orders": [{"items": ["soda"]}]})";

std::vector<std::string> split(const std::string& text, char at) {
  std::istringstream stream{text};
  std::vector<std::string> parts;
  for (std::string part; std::getline(stream, part, at);) {
    parts.push_back(part);
  }
  return parts;
}

/// One column of a CSV table, without its heading. No field is quoted.
std::vector<std::string> column(const std::string& csv, std::size_t number) {
  std::vector<std::string> fields;
  for (const std::string& line : split(csv, '\n')) {
    fields.push_back(split(line, ',').at(number));
  }
  fields.erase(fields.begin());
  return fields;
}

TEST(Run, OfTwoCustomersASecondHasTheResultCountedByHand) {
  const Folder folder;
  const std::string zeros = R"({"count":10,"mean":0,"sd":0,"min":0,"p50":0,"p90":0,"p95":0,"p99":0,"max":0})";
  const std::string totals =
      R"({"count":10,"mean":5.05,"sd":1.3834337312964755,"min":3,"p50":5,"p90":6.15,"p95":6.825,)"
      R"("p99":7.365,"max":7.5})";
  const std::string customers = R"({"arrived":10,"served":10,"balked":0,"reneged":0,"unfinished":0})";

  const Outcome outcome = fastfood(folder, {"run", config("two_per_second.json"), "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(
      outcome.out,
      StartsWith(R"({"format":"fastfood-result/1","version":")" + std::string{fastfood::report::program_version()} +
                 R"(","scenario":"Two customers a second","overrides":{},"seed":1,"replications":1,"elapsed":12,)"
                 R"("customers":)" +
                 customers +
                 R"(,"satisfied":{"target":5,"count":5,"fraction":0.5,"aim":1,"met":false},)"
                 R"("throughput_per_hour":3000,"wait_time":)" +
                 zeros + R"(,"service_time":)" + totals + R"(,"total_time":)" + totals +
                 R"(,"reneged_after":{"count":0,"mean":null,"sd":null,"min":null,"p50":null,"p90":null,"p95":null,)"
                 R"("p99":null,"max":null},"servers":{"throughput_per_hour":3000,"utilization":null,)"
                 R"("line":{"mean":0,"max":0},"each":[]},"stations":{)"
                 R"("soda_machine":{"capacity":1,"utilization":0.8333333333333334,"line":{"mean":1.875,"max":5},)"
                 R"("wait_time":{"count":10,"mean":2.25,"sd":1.5138251770487459,"min":0,"p50":2.25,"p90":4.05,)"
                 R"("p95":4.275,"p99":4.455,"max":4.5},"uses":10,"batches":0,"wasted":0,"down":0},)"
                 R"("kitchen":{"capacity":3,"utilization":0.8333333333333334,"line":{"mean":1.5,"max":4},)"
                 R"("wait_time":{"count":10,"mean":1.8,"sd":1.5491933384829668,"min":0,"p50":1.5,"p90":3.15,)"
                 R"("p95":3.825,"p99":4.365,"max":4.5},"uses":10,"batches":0,"wasted":0,"down":0},)"
                 R"("fryer":{"capacity":1,"utilization":0.6666666666666666,"line":{"mean":3.125,"max":8},)"
                 R"("wait_time":{"count":10,"mean":3.75,"sd":1.0865337342004415,"min":2,"p50":3.75,"p90":5.05,)"
                 R"("p95":5.275,"p99":5.455,"max":5.5},"uses":10,"batches":2,"wasted":0,"down":0}},)"
                 R"("streams":{"walk-in":{"customers":)" +
                 customers));
  EXPECT_THAT(outcome.out, EndsWith(R"(,"money":null})"
                                    "\n"));
  EXPECT_EQ(split(outcome.out, '\n').size(), 1U);
}

TEST(Run, WritesOneOrderPerLineInOrderOfArrival) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", config("two_per_second.json"), "-q", "--orders", "orders.csv"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
  const std::string csv = folder.read("orders.csv");
  EXPECT_EQ(column(csv, 12), (std::vector<std::string>{"4", "3.5", "3", "4.5", "4.5", "5.5", "6", "6", "6", "7.5"}));
  EXPECT_THAT(csv, HasSubstr("\n0,1,walk-in 1,walk-in,served,,0,0,4,4,0,4,4,soda+burger+fries\n"));
}

TEST(Run, WritesTheColumnsThatTheScenarioNeedsOnceForAllReplications) {
  const Folder folder;
  folder.write("afar.json", R"({"menu": {}, "orders": [{"items": [], "comes_after": 5}]})");

  const Outcome outcome = fastfood(folder, {"run", "afar.json", "-q", "-n", "2", "--orders", "orders.csv"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::string csv = folder.read("orders.csv");
  EXPECT_THAT(csv, StartsWith("replication,id,customer,stream,outcome,server,ordered_at,arrived_at,"));
  EXPECT_THAT(csv, HasSubstr("\n1,1,order 1,"));
  EXPECT_EQ(std::ranges::count(csv, '\n'), 3);  // the header and two customers
}

TEST(Run, WritesOrdersAsNdjsonUnlessTheFileIsCsv) {
  const Folder folder;
  folder.write("a.json", one_order);

  const Outcome outcome = fastfood(folder, {"run", "a.json", "-q", "--orders", "orders.ndjson"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(folder.read("orders.ndjson"),
            R"({"id":1,"customer":"order 1","stream":null,"outcome":"served","server":null,)"
            R"("arrived_at":0,"started_at":0,"served_at":2,"left_at":2,)"
            R"("wait_time":0,"service_time":2,"total_time":2,)"
            R"("items":[{"item":"soda","started_at":0,"ready_at":2,)"
            R"("steps":[{"station":null,"asked_at":0,"started_at":0,"done_at":2}]}]})"
            "\n");
}

TEST(Run, WritesEventsAsTheyHappen) {
  const Folder folder;
  folder.write("a.json", R"({"menu": {"soda": {"station": "tap", "time": 2}}, "stations": {"tap": {}},)"
                         R"("servers": {"name": "till", "order_time": 1, "handover_time": 0.5},)"
                         R"("orders": [{"customer": "Ana", "at": 1, "items": ["soda"]}]})");
  const std::string events = R"({"at":0,"what":"on duty","customer":null,"where":"till"}
{"at":1,"what":"arrives","customer":"Ana","where":null}
{"at":1,"what":"is taken","customer":"Ana","where":"till"}
{"at":2,"what":"asks","customer":"Ana","where":"tap"}
{"at":2,"what":"starts","customer":"Ana","where":"tap"}
{"at":4,"what":"ends","customer":"Ana","where":"tap"}
{"at":4,"what":"is handed over","customer":"Ana","where":"till"}
{"at":4.5,"what":"leaves","customer":"Ana","where":null}
)";

  const Outcome out = fastfood(folder, {"run", "-q", "a.json", "--events", "-"});
  const Outcome file = fastfood(folder, {"run", "a.json", "--events", "e.ndjson", "--json", "-", "--orders", "-"});

  EXPECT_EQ(out.exit_code + file.exit_code, 0);
  EXPECT_EQ(out.out, events);
  EXPECT_EQ(folder.read("e.ndjson"), events);
  EXPECT_THAT(file.out, StartsWith(R"({"format":)"));
}

TEST(Run, ThatFailsHasWrittenTheEventsSoFar) {
  const Folder folder;
  folder.write("late.json", R"({"menu": {"stew": {"steps": [{"time": "400000h"}, {"time": "400000h"}]}},)"
                            R"("orders": [{"items": ["stew"]}]})");

  const Outcome outcome = fastfood(folder, {"run", "-q", "late.json", "--events", "-"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.out, StartsWith(R"({"at":0,"what":"arrives","customer":"order 1","where":null})"));
}

TEST(Run, PutsTheOrdersIntoTheResultIfRequested) {
  const Folder folder;
  folder.write("a.json", one_order);

  const Outcome plain = fastfood(folder, {"run", "a.json", "--json", "-"});
  const Outcome with_orders = fastfood(folder, {"run", "a.json", "--json", "-", "--orders", "-"});

  EXPECT_THAT(with_orders.out, StartsWith(plain.out.substr(0, plain.out.size() - 2) + R"(,"orders":[{"id":1,)"));
  EXPECT_THAT(with_orders.out, EndsWith("]}]}]}\n"));
}

TEST(Run, TakesFourSecondsInAsyncModeAndEightInSequentialMode) {
  const Folder folder;

  const Outcome outcome =
      fastfood(folder, {"run", config("customer_async.json"), config("customer_sequential.json"), "--json", "-"});

  const auto lines = split(outcome.out, '\n');
  ASSERT_EQ(lines.size(), 2U) << outcome.err;
  EXPECT_THAT(lines[0], HasSubstr(R"("total_time":{"count":1,"mean":4,)"));
  EXPECT_THAT(lines[1], HasSubstr(R"("total_time":{"count":1,"mean":8,)"));
}

TEST(Run, PrintsASummaryUnlessQuiet) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", config("two_per_second.json")});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith("Two customers a second\n"));
  EXPECT_THAT(outcome.out, HasSubstr("10 customers came: 10 served, in 12 s (3000 an hour)\n"
                                     "Within the target of 5 s: 5 customers (50 %); the aim is 100 %: not met\n"));
  EXPECT_EQ(fastfood(folder, {"run", "-q", config("two_per_second.json")}).out, "");
}

TEST(Run, OfSeveralScenariosWritesAListIntoAFile) {
  const Folder folder;
  folder.write("a.json", one_order);

  const Outcome one = fastfood(folder, {"run", "-q", "a.json", "--json", "one.json"});
  const Outcome two = fastfood(folder, {"run", "-q", "a.json", "a.json", "--json", "two.json"});

  EXPECT_EQ(one.exit_code + two.exit_code, 0);
  EXPECT_THAT(folder.read("one.json"), StartsWith("{\n  \"format\": \"fastfood-result/1\",\n"));
  EXPECT_THAT(folder.read("two.json"), StartsWith("[\n  {\n    \"format\": \"fastfood-result/1\",\n"));
  EXPECT_THAT(folder.read("two.json"), EndsWith("\n  }\n]\n"));
}

TEST(Run, ReadsAScenarioFromStandardInputAndNamesItStdin) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, Call{.arguments = {"run", "-", "--json", "-"}, .input = one_order});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr(R"("scenario":"stdin")"));
}

TEST(Run, UsesTheSeedOfTheCommandLine) {
  const Folder folder;
  folder.write("a.json", one_order);

  const Outcome outcome = fastfood(folder, {"run", "a.json", "--json", "-", "--seed", "18446744073709551615"});

  EXPECT_THAT(outcome.out, HasSubstr(R"("overrides":{},"seed":18446744073709551615,)"));
}

TEST(Run, RunsNothingIfOneFileIsWrong) {
  const Folder folder;
  folder.write("good.json", one_order);
  folder.write("bad.json", "{");

  const Outcome outcome = fastfood(folder, {"run", "good.json", "bad.json", "none.json", "--json", "result.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("bad.json:1:2: error: "));
  EXPECT_THAT(outcome.err, HasSubstr("none.json: error: cannot be read; no such file\n"));
  EXPECT_FALSE(folder.has("result.json"));
}

TEST(Run, ThatFailsIsReportedLeavesNoFileAndLetsTheOthersRun) {
  const Folder folder;
  folder.write("late.json", R"({"menu": {"stew": {"steps": [{"time": "400000h"}, {"time": "400000h"}]}},)"
                            R"("orders": [{"items": ["stew"]}]})");
  folder.write("good.json", one_order);

  const Outcome lines = fastfood(folder, {"run", "late.json", "good.json", "--json", "-"});
  const Outcome file = fastfood(folder, {"run", "late.json", "--json", "r.json", "--orders", "o.csv", "--events", "e"});

  EXPECT_EQ(lines.exit_code, 1);
  EXPECT_THAT(lines.err, StartsWith("late.json: error: "));
  EXPECT_EQ(split(lines.out, '\n').size(), 1U);
  EXPECT_THAT(lines.out, HasSubstr(R"("scenario":"good")"));
  EXPECT_EQ(file.exit_code, 1);
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"good.json", "late.json"}));
}

TEST(Run, EstimatesEveryNumberNotOnlyTimes) {
  const Folder folder;
  folder.write("lunch.json", R"({"menu": {"fries": {"station": "fryer", "price": 2}},
      "stations": {"fryer": {"batch": {"size": 5, "time": 4, "hold": 1, "refill_below": 1}, "cost_per_hour": 1}},
      "arrivals": [{"rate_per_hour": 600, "until": "10min", "items": ["fries"]}]})");

  const Outcome json = fastfood(folder, {"run", "lunch.json", "--replications", "5", "--json", "-"});
  const Outcome text = fastfood(folder, {"run", "lunch.json", "--replications", "5"});

  for (const std::string path : {"money.profit", "customers.served", "stations.fryer.uses", "stations.fryer.batches",
                                 "stations.fryer.wasted", "stations.fryer.down"}) {
    EXPECT_THAT(json.out, HasSubstr("\"" + path + "\":{\"mean\":"));
  }
  EXPECT_THAT(text.out, HasSubstr("\nprofit "));
  EXPECT_THAT(text.out, HasSubstr("  batches  wasted\n"));
}

}  // namespace
}  // namespace cli::run_test
