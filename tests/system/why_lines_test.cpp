#include <gtest/gtest.h>

#include "tests/system/why_text.hpp"

/// Where the time of customers goes in lines with stops, where people work at stations, and if they order from afar:
/// worked out by hand.
namespace fastfood::model::why_lines_test {
namespace {

constexpr StopKind order = StopKind::order;
constexpr StopKind collect = StopKind::collect;

const ServerGroupSpec taker{.name = "Ana", .order_time = 10s, .orders_in_flight = 5};

/// Cy takes no orders, but keeps the windows.
const ServerGroupSpec keeper{.name = "Cy", .handover_time = 5s, .lines = std::vector<LineId>{}};

/// A meal takes this long, by hand. Cars order at a board, pay at a window, and collect at the next. Cy keeps both
/// windows.
CounterSpec drive_with_meals_of(Duration meal) {
  CounterSpec spec;
  spec.menu = {{"meal", {free_step(meal)}}};
  spec.servers = {taker, keeper};
  spec.lines = {{.name = "drive",
                 .stops = {{.name = "board", .kind = order, .places = 1},
                           {.name = "pay", .time = 8s, .places = 1, .room = 1, .by = GroupId{1}},
                           {.name = "window", .kind = collect, .places = 1, .room = 0, .by = GroupId{1}}}}};
  spec.orders = {comes("bo", 0s), comes("di", 4s), comes("ed", 5s)};
  return spec;
}

TEST(WhyAtStops, IsTheItemIfItIsReadyAfterTheCustomerStandsWhereTheyCollect) {
  // Bo orders until 10, pays until 18 and waits for the meal until 40, which is handed over until 45.
  EXPECT_EQ(parts_of(drive_with_meals_of(30s), "bo"),
            (Lines{"ordering Ana: work 10", "preparing: work 30", "handing over Cy: work 5"}));
}

TEST(WhyAtStops, IsTheWayIfTheItemIsReadyBefore) {
  // Bo's meal is ready at 15, but Bo pays from 10 to 18. Di comes to pay at 20. Cy hands over to Bo until 23, and then
  // attends to Di until 31, whose meal is ready at 25.
  const CounterSpec spec = drive_with_meals_of(5s);

  EXPECT_EQ(parts_of(spec, "bo"),
            (Lines{"ordering Ana: work 10", "preparing drive.pay: work 8", "handing over Cy: work 5"}));
  EXPECT_EQ(parts_of(spec, "di"), (Lines{"line: ordering 6", "ordering Ana: work 10", "preparing drive.pay: nobody 3",
                                         "preparing drive.pay: work 8", "handing over Cy: work 5"}));
}

TEST(WhyAtStops, IsNoPlaceBeforeAStopAndBlockedAtOne) {
  // Bo pays until 18 and stands at the window until 45. Di pays from 20 to 28 and is blocked until 45. Di's meal is
  // ready at 50. Ed orders from 20 to 30, waits before the pay window until 45, pays until 50 + 5 + 8, as Cy hands over
  // to Di from 50 to 55 and attends to Ed before, from 45 to 53.
  const CounterSpec spec = drive_with_meals_of(30s);

  EXPECT_EQ(parts_of(spec, "di"), (Lines{"line: ordering 6", "ordering Ana: work 10", "preparing: work 30",
                                         "ready Cy: working 3", "handing over Cy: work 5"}));
  // Ed's meal is ready at 60. Di leaves the window at 58, so that Ed is there from 58 on.
  EXPECT_EQ(parts_of(spec, "ed"),
            (Lines{"line: ordering 15", "ordering Ana: work 10", "preparing: work 30", "handing over Cy: work 5"}));

  // With meals of 3 s the way counts: Bo's is ready at 13, and is handed over from 18 to 23.
  CounterSpec quick = drive_with_meals_of(3s);
  quick.servers[1].handover_time = 20s;
  // Bo is handed over to from 18 to 38. Di comes to pay at 20, and Cy attends to Di from 38 to 46. Ed waits for that
  // place from 30 to 46.
  EXPECT_EQ(
      parts_of(quick, "ed", "preparing"),
      (Lines{"preparing drive.pay: no place 16", "preparing drive.pay: nobody 20", "preparing drive.pay: work 8"}));
}

/// Ana takes orders at a board and hands over at a window, each with room for one.
CounterSpec board_and_window() {
  CounterSpec spec;
  spec.menu = {{"meal", {free_step(10s)}}};
  spec.servers = {{.name = "Ana", .order_time = 1s, .handover_time = 2s, .orders_in_flight = 5}};
  spec.lines = {{.name = "drive",
                 .stops = {{.name = "board", .kind = order, .places = 1},
                           {.name = "window", .kind = collect, .places = 1, .room = 0}}}};
  spec.orders = {comes("bo", 0s), comes("di", 0s), comes("ed", 0s)};
  return spec;
}

TEST(WhyInLine, IsNoPlaceWhileSomebodyCouldTakeTheOrderButTheCustomerCannotMoveUp) {
  // Bo orders until 1 and di until 2. Bo's meal is ready at 11 and handed over until 13. Until then Di stands at the
  // board. Then Ana hands over to Di until 15, and takes Ed's order.
  const CounterSpec spec = board_and_window();

  EXPECT_EQ(parts_of(spec, "ed", "line"), (Lines{"line: ordering 2", "line: handing over 4", "line: no place 9"}));
  EXPECT_EQ(parts_of(spec, "di"), (Lines{"line: ordering 1", "ordering Ana: work 1",
                                         "preparing drive.board: blocked 11", "handing over Ana: work 2"}));
}

TEST(WhyInLine, IsNoPlaceBeforeAKiosk) {
  CounterSpec spec = board_and_window();
  spec.lines[0].stops = {{.name = "kiosk", .kind = order, .time = 4s, .places = 1}, {.name = "desk", .kind = collect}};

  EXPECT_EQ(parts_of(spec, "di"), (Lines{"line: no place 4", "ordering drive.kiosk: work 4", "preparing: work 10",
                                         "handing over Ana: work 2"}));
}

TEST(WhyInLine, IsWorkingWhileTheServerWorksAtAStation) {
  CounterSpec spec;
  spec.menu = {{"meal", {{StationId{0}, 6s}}}};
  spec.stations = {{.name = "grill"}};
  spec.servers = {
      {.name = "Ana", .order_time = 2s, .handover_time = 1s, .orders_in_flight = 2, .works_at = {StationId{0}}}};
  spec.orders = {comes("bo", 0s), comes("di", 3s)};

  // Ana takes Bo's order until 2, works at the grill until 8, and hands over until 9.
  EXPECT_EQ(parts_of(spec, "di", "line"), (Lines{"line: handing over 1", "line: working 5"}));
}

TEST(WhyInLine, IsSharedAmongThosePeopleOnlyWhoTakeFromTheLine) {
  CounterSpec spec = board_and_window();
  spec.lines = {{.name = "left"}, {.name = "right"}};
  spec.servers = {{.name = "Ana", .order_time = 10s, .lines = std::vector{LineId{0}}},
                  {.name = "Cy", .order_time = 4s, .lines = std::vector{LineId{1}}}};
  spec.orders = {comes("bo", 0s, {}), comes("di", 0s, {}, {.lines = {LineId{1}}}), comes("ed", 1s, {})};

  EXPECT_EQ(parts_of(spec, "ed"), (Lines{"line: ordering 9", "ordering Ana: work 10"}));
}

/// Two grills, and one person who works there. Everybody's order is taken at once.
CounterSpec two_grills_and_a_cook() {
  CounterSpec spec;
  spec.menu = {{"meal", {{StationId{0}, 6s}}}};
  spec.stations = {{.name = "grill", .capacity = 2}};
  spec.servers = {{.name = "all", .count = std::nullopt},
                  {.name = "cook", .lines = std::vector<LineId>{}, .works_at = {StationId{0}}}};
  spec.orders = {comes("bo", 0s), comes("di", 0s)};
  return spec;
}

TEST(WhyAtStations, IsNobodyWhileAUnitIsFreeButNoHandsAre) {
  EXPECT_EQ(parts_of(two_grills_and_a_cook(), "di"),
            (Lines{"preparing grill: busy 3", "preparing grill: nobody 3", "preparing grill: work 6"}));
}

TEST(WhyAtStations, IsNobodyOnlyUntilTheStepHasBeenAttendedTo) {
  CounterSpec spec = two_grills_and_a_cook();
  spec.stations[0].attended = 2s;

  EXPECT_EQ(parts_of(spec, "di"),
            (Lines{"preparing grill: busy 1", "preparing grill: nobody 1", "preparing grill: work 6"}));
}

TEST(WhyAtTrays, IsNobodyUntilSomebodyPutsTheBatchOn) {
  CounterSpec spec = two_grills_and_a_cook();
  spec.stations.push_back({.name = "fryer", .batch = BatchSpec{.size = 1, .time = 5s}});
  spec.menu.push_back({"fries", {{StationId{1}, {}}}});
  spec.servers[1].works_at = {StationId{0}, StationId{1}};
  spec.orders = {comes("bo", 0s), comes("di", 1s, items({1}))};

  // The cook is at the grill until 6, and then puts the fries on.
  EXPECT_EQ(parts_of(spec, "di"), (Lines{"preparing fryer: nobody 5", "preparing fryer: cooking 5"}));
}

/// A grill for one, and Ana, who hands over in 2 s.
CounterSpec orders_from_afar(Duration bo_after, Duration di_after) {
  CounterSpec spec;
  spec.menu = {{"meal", {{StationId{0}, 6s}}}};
  spec.stations = {{.name = "grill"}};
  spec.servers = {{.name = "Ana", .handover_time = 2s}};
  spec.orders = {comes("bo", 0s, items({0}), {.comes_after = bo_after}),
                 comes("di", 0s, items({0}), {.comes_after = di_after})};
  return spec;
}

TEST(WhyFromAfar, CountsOnlyWhatIsAfterTheCustomerCame) {
  // Bo's meal is made until 6, and Di's until 12. Di comes at 3.
  const CounterSpec spec = orders_from_afar(10s, 3s);

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"handing over Ana: work 2"}));
  EXPECT_EQ(parts_of(spec, "di"),
            (Lines{"preparing grill: busy 3", "preparing grill: work 6", "handing over Ana: work 2"}));
}

TEST(WhyFromAfar, IsAWaitForThoseWhoTakeOrdersFromTheLine) {
  // Both are ready and there at 12. Ana hands over to Bo first, whose meal was ready first.
  EXPECT_EQ(parts_of(orders_from_afar(12s, 12s), "di"),
            (Lines{"ready Ana: handing over 2", "handing over Ana: work 2"}));
}

TEST(WhyFromAfar, CountsWhoOvertookOnlyFromThenOn) {
  CounterSpec spec = orders_from_afar(0s, 8s);
  spec.orders = {comes("bo", 0s, items({0}), {.comes_after = 0s}), comes("di", 1s, items({0}), {.comes_after = 8s}),
                 comes("ed", 2s, items({0}), {.priority = 1, .comes_after = 0s})};

  // Bo's meal is made until 6, Ed's until 12 as it goes first, and then Di's. Di comes at 9.
  EXPECT_EQ(parts_of(spec, "di"),
            (Lines{"preparing grill: overtaken 3", "preparing grill: work 6", "handing over Ana: work 2"}));
}

TEST(WhyFromAfar, IsNoPlaceBeforeTheStopWhereTheyCollect) {
  CounterSpec spec = board_and_window();
  spec.orders = {comes("bo", 0s), comes("di", 2s, {}, {.comes_after = 2s})};

  // Bo is at the window from 1 to 13.
  EXPECT_EQ(parts_of(spec, "di"), (Lines{"preparing drive.window: no place 9", "handing over Ana: work 2"}));
}

}  // namespace
}  // namespace fastfood::model::why_lines_test
