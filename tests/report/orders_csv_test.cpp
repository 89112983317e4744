#include "sim/report/orders_csv.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/report/sample.hpp"

namespace sim::report {
namespace {

std::string csv_line(const model::CounterSpec& spec, const model::OrderRecord& order,
                     std::optional<std::int64_t> replication = {}) {
  std::string line;
  append_csv(line, spec, order, replication);
  return line;
}

TEST(OrdersCsv, HasAColumnForEachFieldOfTheHeader) {
  const std::string header{csv_header()};
  const std::string line = csv_line(sample_spec(), sample_order());

  EXPECT_EQ(header,
            "replication,id,customer,stream,outcome,server,arrived_at,started_at,served_at,left_at,"
            "wait_time,service_time,total_time,items\n");
  EXPECT_EQ(line, "0,1,walk-in 1,walk-in,served,Ana,0.5,1,4.25,4.25,0.5,3.25,3.75,burger+napkin\n");
  EXPECT_EQ(std::count(line.begin(), line.end(), ','), std::count(header.begin(), header.end(), ','));
}

TEST(OrdersCsv, LeavesEmptyWhatNeverHappened) {
  EXPECT_EQ(csv_line(sample_spec(), sample_reneged()), "0,2,Bo,,reneged,,2,,,9,,,,burger+burger\n");
}

TEST(OrdersCsv, BeginsWithTheReplication) {
  EXPECT_EQ(csv_line(sample_spec(), sample_reneged(), 3), "3,2,Bo,,reneged,,2,,,9,,,,burger+burger\n");
}

TEST(OrdersCsv, QuotesWhatWouldBreakALine) {
  model::OrderRecord order;
  order.customer = "Ana \"the boss\", here";
  order.server = "two\nlines";

  EXPECT_EQ(csv_line(sample_spec(), order), "0,0,\"Ana \"\"the boss\"\", here\",,unfinished,\"two\nlines\",0,,,,,,,\n");
}

}  // namespace
}  // namespace sim::report
