#include "sim/scenario/lint/hands_load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace fastfood::scenario::hands_load_test {
namespace {

using namespace std::chrono_literals;
using model::CounterSpec;
using model::GroupId;
using model::ItemId;
using model::LineId;
using model::Schedule;
using model::StationId;
using model::StopKind;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

/// 100 customers, 10 s between them, each with a soda, which takes 10 s at the tap.
CounterSpec with_customers() {
  CounterSpec counter;
  counter.stations = {{.name = "tap"}};
  counter.menu = {{"soda", {{StationId{0}, 10s}}, {}}};
  counter.arrivals = {{.when = random::Distribution(10s), .count = 100, .items = {{{ItemId{0}}}}}};
  return counter;
}

TEST(HandsLoad, OfServersIsTheTimeTheyAreBusy) {
  CounterSpec counter = with_customers();
  EXPECT_EQ(server_load(counter), std::nullopt);

  counter.servers = {{.count = Schedule(2), .order_time = 3s, .time_per_item = 2s, .handover_time = 1s}};
  EXPECT_DOUBLE_EQ(*server_load(counter), 0.8);

  counter.servers[0].orders_in_flight = 2;
  EXPECT_DOUBLE_EQ(*server_load(counter), 0.3);

  counter.arrivals[0].items = {{{ItemId{0}, 3}}};
  counter.servers[0].orders_in_flight = 1;
  EXPECT_DOUBLE_EQ(*server_load(counter), 1);

  counter.servers[0].mode = model::Mode::sequential;
  EXPECT_DOUBLE_EQ(*server_load(counter), 2);
}

TEST(HandsLoad, OfSeveralGroupsIsNeverOverstated) {
  CounterSpec counter = with_customers();
  counter.servers = {{.order_time = 5s}, {.name = "slow", .order_time = 100s}};

  EXPECT_DOUBLE_EQ(*server_load(counter), 0.75);
}

/// Returns the loads by the numbers of the groups: "0" or "0+2".
std::map<std::string, double> loads_of(const CounterSpec& counter) {
  std::map<std::string, double> loads;
  for (const auto& [groups, load] : hands_loads(counter)) {
    std::string name;
    for (const GroupId group : groups) name += (name.empty() ? "" : "+") + std::to_string(group.index());
    loads[name] = load;
  }
  return loads;
}

/// A drive-through: an order point, a stop to pay at, where group 1 is, and a window where group 1 hands over.
CounterSpec drive_through() {
  CounterSpec counter = with_customers();
  counter.servers = {{.name = "speaker", .order_time = 4s, .orders_in_flight = 9},
                     {.name = "window", .handover_time = 3s, .lines = std::vector<LineId>{}}};
  counter.lines = {{"drive",
                    {},
                    {{.name = "speaker", .kind = StopKind::order},
                     {.name = "pay", .time = 5s, .by = GroupId{1}},
                     {.name = "window", .kind = StopKind::collect, .by = GroupId{1}}}}};
  return counter;
}

TEST(HandsLoad, OfPeopleAtStopsIsTheirTimeAndHandingOver) {
  EXPECT_THAT(loads_of(drive_through()), UnorderedElementsAre(Pair("0", 0.4), Pair("1", 0.8)));
}

// Who took an order is done with it then: people at the window hand over. So one order in flight makes no difference.
TEST(HandsLoad, OfWhoseOrdersOthersHandOverIsOnlyTaking) {
  CounterSpec counter = drive_through();
  counter.servers[0].orders_in_flight = 1;
  counter.servers[0].handover_time = 60s;

  EXPECT_DOUBLE_EQ(loads_of(counter).at("0"), 0.4);
}

TEST(HandsLoad, LeavesOutWhatCustomersFromAfarDoNotDo) {
  CounterSpec counter = drive_through();
  counter.arrivals[0].who.comes_after = 60s;

  EXPECT_THAT(loads_of(counter), UnorderedElementsAre(Pair("1", 0.3)));
}

TEST(HandsLoad, OfWhoHandsOverWhatCustomersOrderedByThemselvesIsThat) {
  CounterSpec counter = drive_through();
  counter.lines[0].stops = {{.name = "kiosk", .kind = StopKind::order, .time = 60s},
                            {.name = "desk", .kind = StopKind::collect}};
  counter.servers[0].handover_time = 2s;

  EXPECT_THAT(loads_of(counter), UnorderedElementsAre(Pair("0", 0.2)));
}

TEST(HandsLoad, LeavesOutStopsToWhichNotAllCome) {
  CounterSpec counter = drive_through();
  counter.lines[0].stops.push_back({.name = "tables", .time = 60s, .places = 2, .leave_if_full = true});
  counter.lines[0].stops.push_back({.name = "tray return", .time = 60s, .by = GroupId{0}});
  EXPECT_DOUBLE_EQ(loads_of(counter).at("0"), 0.4);

  counter.lines.push_back({"hall"});
  counter.arrivals[0].who.lines = {LineId(0), LineId(1)};
  // In the hall group 0 takes and hands over. So nobody is certain to need group 1.
  EXPECT_THAT(loads_of(counter), UnorderedElementsAre(Pair("0", 0.4)));
}

TEST(HandsLoad, CountsOnlyWhatNobodyElseCanDo) {
  CounterSpec counter = with_customers();
  counter.arrivals.push_back(counter.arrivals[0]);
  counter.arrivals[1].name = "drive";
  counter.arrivals[1].who.lines = {LineId(1)};
  counter.lines = {{"hall"}, {"drive"}};
  counter.servers = {{.name = "hall", .order_time = 5s, .orders_in_flight = 9, .lines = std::vector{LineId(0)}},
                     {.name = "both", .order_time = 6s, .orders_in_flight = 9}};

  // The hall: 5 s a customer, by either. The drive-through: 6 s, by group 1 alone. Both: 11 s for two people.
  EXPECT_THAT(loads_of(counter), UnorderedElementsAre(Pair("1", 0.6), Pair("0+1", 0.55)));
}

TEST(HandsLoad, OfPeopleAtAStationIsHowLongItNeedsThem) {
  CounterSpec counter = with_customers();
  counter.servers = {{.name = "till", .order_time = 1s}, {.name = "cook", .lines = std::vector<LineId>{}}};
  counter.servers[1].works_at = {StationId{0}};
  EXPECT_DOUBLE_EQ(loads_of(counter).at("1"), 1);

  counter.stations[0].attended = 4s;
  EXPECT_DOUBLE_EQ(loads_of(counter).at("1"), 0.4);

  counter.stations[0].attended = 60s;
  EXPECT_DOUBLE_EQ(loads_of(counter).at("1"), 1);

  counter.stations[0].batch = model::BatchSpec{.size = 4, .time = 80s};
  EXPECT_DOUBLE_EQ(loads_of(counter).at("1"), 1.5);
}

// Who works at stations is not kept busy by what is prepared.
TEST(HandsLoad, OfTakersWhoWorkAtAStationIsBoth) {
  CounterSpec counter = with_customers();
  counter.servers = {{.name = "bo", .order_time = 2s, .handover_time = 1s, .works_at = {StationId{0}}}};
  counter.stations[0].attended = 4s;

  EXPECT_DOUBLE_EQ(loads_of(counter).at("0"), 0.7);
}

TEST(HandsLoad, IsUnknownForUnlimitedGroups) {
  CounterSpec counter = drive_through();
  counter.servers[1].count = std::nullopt;
  EXPECT_THAT(loads_of(counter), UnorderedElementsAre(Pair("0", 0.4)));

  counter.servers[0].count = std::nullopt;
  EXPECT_THAT(loads_of(counter), IsEmpty());
}

}  // namespace
}  // namespace fastfood::scenario::hands_load_test
