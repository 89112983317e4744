#include "sim/report/run/orders.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::StartsWith;

std::string order_line(const model::CounterSpec& spec, const model::OrderRecord& order) {
  std::string line;
  append_order_json(line, spec, order);
  return line;
}

TEST(OrdersJson, HasAllFieldsOfAServedOrderOnOneLine) {
  EXPECT_EQ(order_line(sample_spec(), sample_order()),
            R"({"id":1,"customer":"walk-in 1","stream":"walk-in","outcome":"served","server":"Ana",)"
            R"("arrived_at":0.5,"started_at":1,"served_at":4.25,"left_at":4.25,)"
            R"("wait_time":0.5,"service_time":3.25,"total_time":3.75,"items":[)"
            R"({"item":"burger","started_at":1.25,"ready_at":4.25,)"
            R"("steps":[{"station":"grill","asked_at":1,"started_at":1.25,"done_at":4.25}]},)"
            R"({"item":"napkin","started_at":1,"ready_at":1,)"
            R"("steps":[{"station":null,"asked_at":1,"started_at":1,"done_at":1}]}]})"
            "\n");
}

TEST(OrdersJson, HasNullForWhatNeverHappened) {
  EXPECT_EQ(order_line(sample_spec(), sample_reneged()),
            R"({"id":2,"customer":"Bo","stream":null,"outcome":"reneged","server":null,)"
            R"("arrived_at":2,"started_at":null,"served_at":null,"left_at":9,)"
            R"("wait_time":null,"service_time":null,"total_time":null,"items":[)"
            R"({"item":"burger","started_at":null,"ready_at":null,"steps":[]},)"
            R"({"item":"burger","started_at":null,"ready_at":null,"steps":[]}]})"
            "\n");
}

TEST(OrdersJson, StartsWithTheReplicationIfThereAreSeveral) {
  std::string text = "the line before\n";
  append_order_json(text, sample_spec(), sample_reneged(), 3);

  EXPECT_THAT(text, StartsWith(R"(the line before
{"replication":3,"id":2,"customer":"Bo",)"));
}

}  // namespace

namespace {

std::string csv_line(const model::CounterSpec& spec, const model::OrderRecord& order,
                     std::optional<std::int64_t> replication = {}) {
  std::string line;
  append_order_csv(line, spec, order, replication);
  return line;
}

TEST(OrdersCsv, HasAColumnForEachFieldOfTheHeader) {
  const std::string header{orders_csv_header()};
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

TEST(OrdersCsv, StartsWithTheReplication) {
  EXPECT_EQ(csv_line(sample_spec(), sample_reneged(), 3), "3,2,Bo,,reneged,,2,,,9,,,,burger+burger\n");
}

TEST(OrdersCsv, QuotesWhatWouldBreakALine) {
  model::OrderRecord order;
  order.customer = "Ana \"the boss\", here";
  order.server = "two\nlines";

  EXPECT_EQ(csv_line(sample_spec(), order), "0,0,\"Ana \"\"the boss\"\", here\",,unfinished,\"two\nlines\",0,,,,,,,\n");
}

}  // namespace
}  // namespace fastfood::report
