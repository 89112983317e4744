#include "sim/report/run/tables_csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/model/results/summarize.hpp"
#include "tests/model/sample_lines.hpp"
#include "tests/report/sample_why.hpp"

namespace fastfood::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string table_of(const ScenarioResult& result, std::string_view name) {
  const std::vector<CsvTable> tables = csv_tables(result);
  const auto found = std::ranges::find(tables, name, &CsvTable::name);
  return found == tables.end() ? "no such table" : found->text;
}

/// The sample with everything a result may have.
ScenarioResult whole_result() {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.opens_at = 11h;
  result.pooled.money = sample_money();
  result.pooled.by_period = {sample_period()};
  return result;
}

TEST(CsvTables, AreAlwaysTheSameFiles) {
  std::vector<std::string> names;
  for (const CsvTable& table : csv_tables({})) {
    names.emplace_back(table.name);
  }

  EXPECT_EQ(names, (std::vector<std::string>{"summary", "money", "servers", "stations", "streams", "lines", "periods",
                                             "why", "replications"}));
}

TEST(CsvTables, OfTheSummaryHaveARowForEachMetric) {
  const std::string summary = table_of(whole_result(), "summary");

  EXPECT_THAT(summary, StartsWith("metric,unit,value,half_width,p10,p90\r\n"));
  EXPECT_THAT(summary, HasSubstr("\r\nsatisfied.fraction,share,0.25,,,\r\n"));
  EXPECT_THAT(summary, HasSubstr("\r\ntotal_time.p95,s,7.3125,,,\r\n"));
  EXPECT_THAT(summary, HasSubstr("\r\ncustomers.arrived,,3,,,\r\n"));
  EXPECT_THAT(summary, HasSubstr("\r\nelapsed,s,12,,,\r\n"));
}

TEST(CsvTables, OfStreamsShowTheShareInTimeIfOneHasATarget) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.target.reset();
  result.spec.arrivals[0].who.target = model::TargetSpec{5s};
  result.pooled.streams[0].satisfied = model::Satisfied{5s, 1, 0.25, 1, false};

  const std::string streams = table_of(result, "streams");

  EXPECT_THAT(streams.substr(0, streams.find('\r')), HasSubstr(",satisfied.fraction,"));
  EXPECT_THAT(streams, HasSubstr(",0.25,"));
}

TEST(CsvTables, OfMoneyHaveARowForEachAmount) {
  EXPECT_EQ(table_of(whole_result(), "money"),
            "entry,unit,value,half_width,p10,p90\r\n"
            "money.revenue,money,25.5,,,\r\n"
            "money.labour,money,12,,,\r\n"
            "money.equipment,money,3.25,,,\r\n"
            "money.profit,money,10.25,,,\r\n"
            "money.cost_per_served,money,7.625,,,\r\n");
}

TEST(CsvTables, HaveARowForEachPersonStationStreamAndPeriod) {
  const ScenarioResult result = whole_result();

  EXPECT_EQ(table_of(result, "servers"), "server,throughput_per_hour,utilization,served\r\nAna,600,0.5,2\r\n");
  EXPECT_THAT(table_of(result, "stations"), StartsWith("station,min_units,max_units,utilization,line.mean,line.max,"));
  EXPECT_THAT(table_of(result, "stations"), HasSubstr("\r\ngrill,2,2,0.8333333333333334,0,0,"));
  EXPECT_THAT(table_of(result, "streams"), StartsWith("stream,satisfied.fraction,"));
  EXPECT_THAT(table_of(result, "streams"), HasSubstr("\r\nwalk-in,"));
  EXPECT_THAT(table_of(result, "periods"), StartsWith("from,from_clock,throughput_per_hour,"));
  EXPECT_THAT(table_of(result, "periods"), HasSubstr("\r\n0,11:00,120,"));
}

ScenarioResult result_of_two_lines() {
  return {model::two_lines(), summarize(model::two_lines(), model::statistics_of_two_lines())};
}

TEST(CsvTables, OfLinesHaveARowForEachLineAndEachStop) {
  const std::string none = "0,,,,,,,,";  // a summary of no times

  EXPECT_EQ(table_of(result_of_two_lines(), "lines"),
            "line,stop,min_places,max_places,line.mean,line.max,wait_time.count,wait_time.mean,wait_time.sd,"
            "wait_time.min,wait_time.p50,wait_time.p90,wait_time.p95,wait_time.p99,wait_time.max,total_time.count,"
            "total_time.mean,total_time.sd,total_time.min,total_time.p50,total_time.p90,total_time.p95,total_time.p99,"
            "total_time.max,customers.arrived,customers.served,customers.balked,customers.reneged,"
            "customers.unfinished,utilization,blocked,left\r\n"
            "drive,,,,0.5,3,4,15,12.909944487358056,0,15,27,28.5,29.7,30,3,80,20,60,80,96,98,99.6,100,5,3,1,0,1,,,\r\n"
            "drive,board,1,1,0.4,2,1,20,,20,20,20,20,20,20,,,,,,,,,,,,,,,0.8,0.25,0\r\n"
            "drive,cashier,,,0,0," +
                none +
                ",,,,,,,,,,,,,,,,0,0\r\n"
                "drive,window,2,2,0,0," +
                none +
                ",,,,,,,,,,,,,,,0.25,0,1\r\n"
                "counter,,,,0,0," +
                none + "," + none + ",0,0,0,0,0,,,\r\n");
}

TEST(CsvTables, OfLinesHaveOnlyAHeadingWithoutLines) {
  const std::string lines = table_of(whole_result(), "lines");

  EXPECT_THAT(lines, StartsWith("line,stop,min_places,max_places,line.mean,"));
  EXPECT_EQ(std::ranges::count(lines, '\n'), 1);
}

TEST(CsvTables, HaveTheMetricsOfLinesInTheirOwnTableAlone) {
  EXPECT_THAT(table_of(result_of_two_lines(), "summary"), Not(HasSubstr("lines.")));
  EXPECT_THAT(table_of(result_of_two_lines(), "replications"), HasSubstr(",lines.drive.stops.board.utilization,"));
}

TEST(CsvTables, OfWhyHaveARowForEachPartOfEachList) {
  ScenarioResult result = sample_result_with_why();
  result.pooled.why->parts.resize(1);
  result.pooled.why->preparing_meanwhile.resize(1);
  result.pooled.why->left = {{{model::WhyPhase::line, 0, model::WhyCause::off_duty}, "line", 30, {}, {}}};
  result.pooled.why->preparing_meanwhile[0].share = result.pooled.why->preparing_meanwhile[0].late = std::nullopt;

  EXPECT_EQ(table_of(result, "why"),
            "list,phase,where,cause,mean,share,late\r\n"
            "parts,line,line,preparing,15,0.375,27\r\n"
            "preparing_meanwhile,preparing,grill,closed,12,,\r\n"
            "left,line,line,off duty,30,,\r\n");
  EXPECT_EQ(table_of(whole_result(), "why"), "list,phase,where,cause,mean,share,late\r\n");
}

TEST(CsvTables, HaveClockTimesOnlyIfTheScenarioDoes) {
  ScenarioResult result = whole_result();
  result.spec.opens_at = std::nullopt;

  EXPECT_THAT(table_of(result, "periods"), StartsWith("from,throughput_per_hour,"));
}

TEST(CsvTables, OfSeveralReplicationsHaveMeansHalfWidthsAndPercentiles) {
  ScenarioResult result = sample_replications();

  EXPECT_THAT(table_of(result, "summary"), HasSubstr("\r\nthroughput_per_hour,,600,20,600,600\r\n"));
  EXPECT_THAT(table_of(result, "stations"),
              StartsWith("station,min_units,max_units,utilization,utilization.half_width,line.mean,"));
  EXPECT_THAT(table_of(result, "stations"), HasSubstr("\r\ngrill,2,2,0.75,0.025,"));
  EXPECT_THAT(table_of(result, "replications"), StartsWith("replication,satisfied.fraction,throughput_per_hour,"));
  EXPECT_THAT(table_of(result, "replications"), HasSubstr("\r\n0,0.25,600,"));
  EXPECT_THAT(table_of(result, "replications"), HasSubstr("\r\n1,,,"));
}

TEST(CsvTables, DefuseNamesThatASpreadsheetWouldReadAsSomethingElse) {
  ScenarioResult result{sample_spec(), sample_run()};
  for (const auto& [name, cell] : {std::pair{"=1+1", "'=1+1"}, std::pair{"@now", "'@now"}, std::pair{"-2", "'-2"},
                                   std::pair{"+3", "'+3"}, std::pair{"1-2", "'1-2"}, std::pair{"1E5", "'1E5"},
                                   std::pair{"2 tills", "2 tills"}, std::pair{"a, \"b\"", "\"a, \"\"b\"\"\""}}) {
    result.pooled.servers.each[0].name = name;

    EXPECT_THAT(table_of(result, "servers"), HasSubstr("\r\n" + std::string{cell} + ",600,")) << name;
  }
}

TEST(CsvTables, BeginWithAByteOrderMarkIfTheyAreNotAscii) {
  ScenarioResult result{sample_spec(), sample_run()};

  EXPECT_THAT(table_of(result, "servers"), StartsWith("server,"));

  result.pooled.servers.each[0].name = "Käthe";

  EXPECT_THAT(table_of(result, "servers"), StartsWith("\xEF\xBB\xBFserver,"));
  EXPECT_THAT(table_of(result, "stations"), StartsWith("station,"));
}

}  // namespace
}  // namespace fastfood::report
