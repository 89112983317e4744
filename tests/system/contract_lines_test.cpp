#include <gtest/gtest.h>

#include "tests/system/contract_lines.hpp"

/// What the contract promises of several lines.
namespace fastfood::model::contract_lines_test {
namespace {

constexpr auto served_ = Outcome::served;
constexpr auto balked = Outcome::balked;
using Outcomes = std::vector<Outcome>;

/// Two lines, `left` and `right`.
CounterSpec two_lines_of(std::vector<ServerGroupSpec> groups) {
  return counter_of(std::move(groups), {{.name = "left"}, {.name = "right"}});
}

TEST(ContractLines, AreAllServedByEachGroupByPriorityThenByArrival) {
  CounterSpec spec = two_lines_of({{.name = "till"}});
  CustomerSpec first = in_line(1);
  first.priority = 1;
  spec.orders = {comes("ana", 0s, items({soup}), in_line(0)), comes("bo", 1s, items({soda}), in_line(1)),
                 comes("cy", 2s, items({soda}), in_line(0)), comes("di", 3s, items({soda}), first)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 9, 10, 8}));
}

TEST(ContractLines, AreEachKeptByPriorityThenByArrival) {
  CounterSpec spec = two_lines_of({{.name = "till", .lines = {{LineId{0}}}}, {.lines = {{LineId{1}}}}});
  spec.orders = {comes("ana", 0s, items({coffee})), comes("bo", 1s), comes_first("cy", 2s, 1), comes("di", 3s)};

  EXPECT_EQ(taken(run_of(spec)), (Seconds{0, 6, 5, 7}));
}

TEST(ContractLines, OfSomeRoomLetBalkWhoWouldBeOneMore) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue", .room = 1}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 1s), comes("cy", 2s), comes("di", 9s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (Outcomes{served_, served_, balked, served_}));
  EXPECT_EQ(left(run), (Seconds{8, 9, 2, 10}));
}

TEST(ContractLines, OfNoRoomServeWhoIsTakenAtOnce) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue", .room = 0}});
  spec.orders = {comes("ana", 0s, items({soup})), comes("bo", 1s), comes("cy", 8s)};

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, balked, served_}));
}

TEST(ContractLines, HaveRoomOfTheirOwn) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "left", .room = 1}, {.name = "right", .room = 1}});
  spec.orders = {comes("ana", 0s, items({soup}), in_line(0)), comes("bo", 1s, items({soda}), in_line(0)),
                 comes("cy", 1s, items({soda}), in_line(1)), comes("di", 2s, items({soda}), in_line(1))};

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, served_, served_, balked}));
}

TEST(ContractLines, HaveAnyRoomByDefault) {
  CounterSpec spec = counter_of({{.name = "till"}}, {{.name = "queue"}});
  spec.orders = one_each({0s, 0s, 0s, 0s, 0s, 0s, 0s, 0s});

  EXPECT_EQ(run_of(spec).result.customers.served, 8);
}

TEST(ContractLines, WithStopsHaveRoomBeforeTheFirst) {
  CounterSpec spec = counter_of(
      {{.name = "till"}},
      {{.name = "lane",
        .room = 1,
        .stops = {{.name = "gate", .time = 5s, .places = 1}, {.name = "board", .kind = StopKind::order_and_collect}}}});
  spec.orders = one_each({0s, 1s, 2s, 6s});

  // The first passes the gate until 5. The second waits before it, and the third would be one more.
  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, served_, balked, served_}));
}

TEST(ContractLines, WithStopsAndNoRoomLetInWhoHasAPlace) {
  CounterSpec spec = counter_of({{.name = "till", .order_time = 4s}},
                                {{.name = "lane",
                                  .room = 0,
                                  .stops = {{.name = "board", .kind = StopKind::order, .places = 2},
                                            {.name = "window", .kind = StopKind::collect}}}});
  spec.orders = one_each({0s, 0s, 0s});

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, served_, balked}));  // the second has to wait for the till
}

TEST(ContractLines, AreTheFirstListedByDefault) {
  CounterSpec spec = two_lines_of({{.name = "Bo", .lines = {{LineId{1}}}}, {.name = "Ana", .lines = {{LineId{0}}}}});
  spec.orders = one_each({0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(lines_of(run), (Numbers{0}));
  EXPECT_EQ(servers(run), (Names{"Ana"}));
}

TEST(ContractLines, AreNamedByTheStream) {
  CounterSpec spec = two_lines_of({{.name = "till"}});
  spec.arrivals = {{.name = "cars", .when = 2s, .count = 2, .items = items({soda}), .who = in_line(1)}};

  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{1, 1}));
}

TEST(ContractLines, AreChosenByTheFewestPeople) {
  CounterSpec spec = two_lines_of({{.name = "till", .count = 5}});
  const CustomerSpec either = {.lines = {LineId{0}, LineId{1}}};
  const CustomerSpec other_first = {.lines = {LineId{1}, LineId{0}}};
  spec.orders = {comes("ana", 0s, items({soup}), either), comes("bo", 1s, items({soup}), either),
                 comes("cy", 2s, items({soup}), other_first), comes("di", 3s, items({soup}), other_first)};

  // Ana finds both empty, cy finds one in each: the first of their lists. They count those who have been taken, too.
  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{0, 1, 1, 0}));
}

TEST(ContractLines, AreNotChosenForThoseServedOrGone) {
  CounterSpec spec = two_lines_of({{.name = "till", .lines = {{LineId{0}}}}, {.lines = {{LineId{1}}}}});
  const CustomerSpec either = {.lines = {LineId{0}, LineId{1}}};
  CustomerSpec hasty = in_line(0);
  hasty.patience = 1s;
  spec.orders = {comes("ana", 0s, items({coffee}), in_line(0)), comes("bo", 1s, items({soda}), hasty),
                 comes("cy", 4s, items({soup}), in_line(1)), comes("di", 4s, items({soda}), either),
                 comes("ed", 7s, items({soda}), either)};

  // At 4 bo has gone, so there is one in each. At 7 ana and di have been served.
  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{0, 0, 1, 0, 0}));
}

TEST(ContractLines, WithStopsAreChosenByThoseUpToTheOrder) {
  const std::vector<StopSpec> stops = {{.name = "board", .kind = StopKind::order, .places = 1},
                                       {.name = "window", .kind = StopKind::collect}};
  CounterSpec spec = counter_of({{.name = "till", .order_time = 2s, .orders_in_flight = 5}},
                                {{.name = "left", .stops = stops}, {.name = "right", .stops = stops}});
  const CustomerSpec either = {.lines = {LineId{0}, LineId{1}}};
  spec.orders = {comes("ana", 0s, items({soup}), either), comes("bo", 1s, items({soup}), either),
                 comes("cy", 3s, items({soup}), either)};

  // At 1 ana stands at the board on the left. At 3 she waits at the window, and bo orders on the right.
  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{0, 1, 0}));
}

TEST(ContractLines, WithStopsCountThoseWhoWaitBeforeTheOrder) {
  const std::vector<StopSpec> stops = {{.name = "board", .kind = StopKind::order_and_collect, .places = 1}};
  CounterSpec spec =
      counter_of({{.name = "till", .count = 2}}, {{.name = "left", .stops = stops}, {.name = "right", .stops = stops}});
  const CustomerSpec either = {.lines = {LineId{0}, LineId{1}}};
  spec.orders = {comes("ana", 0s, items({soup}), in_line(0)), comes("bo", 0s, items({soda}), in_line(0)),
                 comes("cy", 0s, items({soup}), in_line(1)), comes("di", 1s, items({soda}), either)};

  EXPECT_EQ(lines_of(run_of(spec)), (Numbers{0, 0, 1, 1}));
}

TEST(ContractLines, AreServedOnlyByGroupsThatListThem) {
  CounterSpec spec = two_lines_of({{.name = "Ana", .lines = {{LineId{1}}}}, {.name = "Bo"}});
  spec.orders = {comes("cy", 0s, items({soup}), in_line(0)), comes("di", 0s, items({soup}), in_line(1)),
                 comes("ed", 1s, items({soda}), in_line(0))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Bo", "Ana", "Bo"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 8}));
}

TEST(ContractLines, AreNotServedByAGroupThatListsNone) {
  CounterSpec spec = two_lines_of({{.name = "cook", .lines = std::vector<LineId>{}}, {.name = "till"}});
  spec.orders = one_each({0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"till", "till"}));
  EXPECT_EQ(taken(run), (Seconds{0, 1}));
}

TEST(ContractLines, AreTooLongForBalkAtByTheirOwnCustomers) {
  CounterSpec spec = two_lines_of({{.name = "till"}});
  CustomerSpec picky = in_line(1);
  picky.balk_at = 1;
  spec.orders = {comes("ana", 0s, items({soup}), in_line(0)), comes("bo", 0s, items({soda}), in_line(0)),
                 comes("cy", 1s, items({soda}), picky), comes("di", 2s, items({soda}), picky)};

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, served_, served_, balked}));
}

TEST(ContractLines, AreTooLongForBalkAtByAllWhoHaveNotBeenTakenWhereverTheyStand) {
  CounterSpec spec =
      counter_of({{.name = "till"}},
                 {{.name = "lane",
                   .stops = {{.name = "gate", .time = 5s}, {.name = "board", .kind = StopKind::order_and_collect}}}});
  const CustomerSpec picky = {.balk_at = 1};
  spec.orders = {comes("ana", 0s, items({soup}), picky), comes("bo", 1s, items({soda}), picky),
                 comes("cy", 6s, items({soda}), picky)};

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, balked, served_}));  // ana is taken at 5
}

TEST(ContractLines, AreNotTooLongForBalkAtIfTheOrderIsTakenAtOnce) {
  CounterSpec spec = counter_of({{.name = "till"}},
                                {{.name = "lane", .stops = {{.name = "board", .kind = StopKind::order_and_collect}}}});
  spec.orders = {comes("ana", 0s, items({soda}), {.balk_at = 0}), comes("bo", 0s, items({soda}), {.balk_at = 0})};

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, balked}));
}

TEST(ContractLines, AreNotTooLongForBalkAtIfAKioskIsFree) {
  CounterSpec spec =
      counter_of({{.name = "till"}}, {{.name = "kiosks",
                                       .stops = {{.name = "kiosk", .kind = StopKind::order, .time = 3s, .places = 1},
                                                 {.name = "shelf", .kind = StopKind::collect}}}});
  const CustomerSpec picky = {.balk_at = 0};
  spec.orders = {comes("ana", 0s, items({soda}), picky), comes("bo", 1s, items({soda}), picky),
                 comes("cy", 3s, items({soda}), picky)};

  EXPECT_EQ(outcomes(run_of(spec)), (Outcomes{served_, balked, served_}));
}

}  // namespace
}  // namespace fastfood::model::contract_lines_test
