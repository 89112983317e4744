#include "sim/report/run/orders.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string order_line(const model::CounterSpec& spec, const model::OrderRecord& order) {
  std::string line;
  OrderFormat(spec).append_json(line, order);
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
  const model::CounterSpec spec = sample_spec();
  OrderFormat(spec).append_json(text, sample_reneged(), 3);

  EXPECT_THAT(text, StartsWith(R"(the line before
{"replication":3,"id":2,"customer":"Bo",)"));
}

/// The sample with a line of its own for cars, who order at the board and collect at the window.
model::CounterSpec drive_through() {
  model::CounterSpec spec = sample_spec();
  spec.lines = {{.name = "counter"},
                {.name = "drive",
                 .stops = {{.name = "board", .kind = model::StopKind::order},
                           {.name = "window", .kind = model::StopKind::collect}}}};
  return spec;
}

/// The sample order of a car that leaves the window at 6 s, because the way out is blocked.
model::OrderRecord through_the_drive() {
  model::OrderRecord order = sample_order();
  order.line = model::LineId{1};
  order.left_at = at(6s);
  order.stops = {{0, at(500ms), at(750ms), at(1s), at(1s)}, {1, at(1s), at(1500ms), at(4250ms), at(6s)}};
  return order;
}

TEST(OrdersJson, HaveTheLineAndTheStopsTheCustomerCameToIfTheCounterHasLines) {
  EXPECT_THAT(order_line(drive_through(), through_the_drive()),
              HasSubstr(R"("server":"Ana","line":"drive","ordered_at":null,"arrived_at":0.5,"started_at":1,)"
                        R"("served_at":4.25,"left_at":6,"wait_time":0.5,"service_time":3.25,"total_time":3.75,)"
                        R"("stops":[{"stop":"board","asked_at":0.5,"entered_at":0.75,"done_at":1,"left_at":1},)"
                        R"({"stop":"window","asked_at":1,"entered_at":1.5,"done_at":4.25,"left_at":6}],)"
                        R"("items":[{"item":"burger",)"));
}

TEST(OrdersJson, HaveNullForWhatDidNotHappenAtAStopAndNoStopsInALineWithoutThem) {
  model::OrderRecord waits = through_the_drive();
  waits.stops = {{0, at(500ms), {}, {}, {}}};
  model::OrderRecord inside = sample_order();

  EXPECT_THAT(
      order_line(drive_through(), waits),
      HasSubstr(R"("stops":[{"stop":"board","asked_at":0.5,"entered_at":null,"done_at":null,"left_at":null}],)"));
  EXPECT_THAT(order_line(drive_through(), inside), HasSubstr(R"("server":"Ana","line":"counter",)"));
  EXPECT_THAT(order_line(drive_through(), inside), HasSubstr(R"("total_time":3.75,"stops":[],"items":)"));
}

/// The sample whose walk-ins order 250 ms before they come.
model::CounterSpec with_orders_from_afar() {
  model::CounterSpec spec = sample_spec();
  spec.arrivals[0].who.comes_after = 250ms;
  return spec;
}

/// The sample order, placed from afar at 0.25 s. Nobody took it.
model::OrderRecord from_afar() {
  model::OrderRecord order = sample_order();
  order.server = std::nullopt;
  order.started_at = std::nullopt;
  order.ordered_at = at(250ms);
  return order;
}

TEST(OrdersJson, FromAfarHaveWhenTheyWerePlacedAndWereNotTaken) {
  EXPECT_THAT(order_line(with_orders_from_afar(), from_afar()),
              HasSubstr(R"("server":null,"ordered_at":0.25,"arrived_at":0.5,"started_at":null,"served_at":4.25,)"
                        R"("left_at":4.25,"wait_time":null,"service_time":null,"total_time":3.75,"items":)"));
}

TEST(OrdersJson, HaveThePlacingAlsoIfOnlyASingleOrderComesFromAfar) {
  model::CounterSpec spec = sample_spec();
  spec.orders = {{.customer = "Bo"}, {.customer = "Cy", .who = {.comes_after = 1min}}};

  EXPECT_THAT(order_line(spec, sample_reneged()), HasSubstr(R"("server":null,"ordered_at":null,"arrived_at":2,)"));
}

}  // namespace

namespace {

std::string csv_line(const model::CounterSpec& spec, const model::OrderRecord& order,
                     std::optional<std::int64_t> replication = {}) {
  std::string line;
  OrderFormat(spec).append_csv(line, order, replication);
  return line;
}

std::string csv_header(const model::CounterSpec& spec) { return OrderFormat(spec).csv_header(); }

TEST(OrdersCsv, HasAColumnForEachFieldOfTheHeader) {
  const std::string header = csv_header(sample_spec());
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

TEST(OrdersCsv, HasTheLineAndThePlacingIfTheCounterHasLines) {
  const std::string header = csv_header(drive_through());

  EXPECT_EQ(header,
            "replication,id,customer,stream,outcome,server,line,ordered_at,arrived_at,started_at,served_at,left_at,"
            "wait_time,service_time,total_time,items\n");
  EXPECT_EQ(csv_line(drive_through(), through_the_drive()),
            "0,1,walk-in 1,walk-in,served,Ana,drive,,0.5,1,4.25,6,0.5,3.25,3.75,burger+napkin\n");
}

TEST(OrdersCsv, HasThePlacingAloneIfSomebodyOrdersFromAfarAndThereAreNoLines) {
  const model::CounterSpec spec = with_orders_from_afar();

  EXPECT_EQ(csv_header(spec),
            "replication,id,customer,stream,outcome,server,ordered_at,arrived_at,started_at,served_at,left_at,"
            "wait_time,service_time,total_time,items\n");
  EXPECT_EQ(csv_line(spec, from_afar()), "0,1,walk-in 1,walk-in,served,,0.25,0.5,,4.25,4.25,,,3.75,burger+napkin\n");
  EXPECT_EQ(csv_line(spec, sample_reneged()), "0,2,Bo,,reneged,,,2,,,9,,,,burger+burger\n");
}

TEST(OrdersCsv, QuotesWhatWouldBreakALine) {
  model::OrderRecord order;
  order.customer = "Ana \"the boss\", here";
  order.server = "two\nlines";

  EXPECT_EQ(csv_line(sample_spec(), order), "0,0,\"Ana \"\"the boss\"\", here\",,unfinished,\"two\nlines\",0,,,,,,,\n");
}

}  // namespace
}  // namespace fastfood::report
