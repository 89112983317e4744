#include <gtest/gtest.h>

#include "tests/system/why_text.hpp"

/// Where the time of customers goes: worked out by hand, for each cause in each phase.
namespace fastfood::model::why_test {
namespace {

constexpr std::size_t coffee = 0;
constexpr std::size_t soup = 1;
constexpr std::size_t soda = 2;

/// Coffee takes 5 s, soup 10 s and soda 1 s. No equipment is needed.
CounterSpec counter_of(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}, {"soup", {free_step(10s)}}, {"soda", {free_step(1s)}}};
  spec.servers = std::move(groups);
  return spec;
}

ServerGroupSpec ana_with(Duration order_time, Duration handover_time, std::int64_t orders_in_flight = 1) {
  return {
      .name = "Ana", .order_time = order_time, .handover_time = handover_time, .orders_in_flight = orders_in_flight};
}

OrderSpec comes_for(std::size_t item, std::string customer, Duration when, std::int64_t priority = 0) {
  return comes(std::move(customer), when, items({item}), {.priority = priority});
}

// The line.

TEST(WhyInLine, IsOffDutyUntilSomebodyComesOnDuty) {
  CounterSpec spec = counter_of({{.name = "Ana", .count = over_time({{0s, 0}, {4s, 1}})}});
  spec.orders = {comes("bo", 1s)};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"line: off duty 3", "preparing: work 5"}));
}

TEST(WhyInLine, IsWhatTheServerDoesWithOneOrderAfterAnother) {
  CounterSpec spec = counter_of({ana_with(3s, 2s)});
  spec.orders = {comes("bo", 0s), comes("cy", 1s)};

  // Bo's order is taken until 3, prepared until 8, and handed over until 10.
  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"ordering Ana: work 3", "preparing: work 5", "handing over Ana: work 2"}));
  EXPECT_EQ(parts_of(spec, "cy"), (Lines{"line: ordering 2", "line: handing over 2", "line: preparing 5",
                                         "ordering Ana: work 3", "preparing: work 5", "handing over Ana: work 2"}));
}

TEST(WhyInLine, IsPreparingWhileTheServerHasAllTheOrdersTheyMayHave) {
  CounterSpec spec = counter_of({ana_with(1s, 0s, 2)});
  spec.orders = {comes("bo", 0s), comes("cy", 0s), comes("di", 0s)};

  // Ana takes Bo's order until 1 and Cy's until 2. From then on both are open, until Bo's is done at 6.
  EXPECT_EQ(parts_of(spec, "di"),
            (Lines{"line: ordering 2", "line: preparing 4", "ordering Ana: work 1", "preparing: work 5"}));
}

TEST(WhyInLine, IsHandingOverWithSeveralOrdersInFlight) {
  CounterSpec spec = counter_of({ana_with(0s, 4s, 2)});
  spec.orders = {comes("bo", 0s), comes("cy", 6s)};

  // Bo's coffee is ready at 5 and handed over until 9. Ana could have another order, but her hands are occupied.
  EXPECT_EQ(parts_of(spec, "cy", "line"), (Lines{"line: handing over 3"}));
}

TEST(WhyInLine, IsOvertakenWhileTheServerServesSomebodyWhoCameLater) {
  CounterSpec spec = counter_of({ana_with(1s, 2s)});
  spec.orders = {comes("bo", 0s), comes("cy", 1s), comes_for(coffee, "di", 2s, 1)};

  // Bo is served until 8: his coffee is prepared from 1 to 6, then handed over. Di is served from 8 to 16.
  EXPECT_EQ(parts_of(spec, "cy", "line"), (Lines{"line: overtaken 8", "line: handing over 2", "line: preparing 5"}));
  EXPECT_EQ(parts_of(spec, "di", "line"), (Lines{"line: handing over 2", "line: preparing 4"}));
}

TEST(WhyInLine, IsNotOvertakenByWhoCameAtTheSameInstant) {
  CounterSpec spec = counter_of({ana_with(0s, 0s)});
  spec.orders = {comes("bo", 0s), comes("cy", 1s), comes_for(coffee, "di", 1s, 1)};

  EXPECT_EQ(parts_of(spec, "cy", "line"), (Lines{"line: preparing 9"}));  // Di's coffee is ready at 10
}

TEST(WhyInLine, IsOvertakenOnlyByTheOrderThatTheServerTookLast) {
  CounterSpec spec = counter_of({ana_with(0s, 0s, 2)});
  spec.orders = {comes_for(soup, "ana", 0s), comes_for(coffee, "bo", 0s), comes_for(coffee, "cy", 500ms, 1),
                 comes("di", 1s), comes_for(soup, "ed", 2s, 2)};

  // When Bo leaves at 5, Ed's order is taken, and when Ana does at 10, Cy's. Cy came before Di, although Ed's order is
  // still open. Di is taken at 15, when both are done.
  EXPECT_EQ(parts_of(spec, "di", "line"), (Lines{"line: overtaken 5", "line: preparing 9"}));
}

TEST(WhyInLine, IsSharedAmongThePeople) {
  CounterSpec spec = counter_of({{.name = "crew", .count = 2, .order_time = 4s}});
  spec.orders = {comes("ana", 0s), comes("bo", 2s), comes("cy", 5s)};

  // From 5 to 9 crew 1 prepares. Crew 2 takes an order until 6 and then prepares: half of 1 s, and half of 4 + 3.
  EXPECT_EQ(parts_of(spec, "cy", "line"), (Lines{"line: ordering 0.5", "line: preparing 3.5"}));
}

TEST(WhyInLine, IsRoundedDownForEachCauseWithTheRestPreparing) {
  CounterSpec spec = counter_of({{.name = "crew", .count = 3, .order_time = 2s}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 5500ms), comes("di", 6s)};

  // From 6 to 7 one takes an order and two prepare: floor(1e9 / 3) and floor(2e9 / 3) + 1 nanoseconds.
  EXPECT_EQ(parts_of(spec, "di", "line"), (Lines{"line: ordering 0.333333333", "line: preparing 0.666666667"}));
}

TEST(WhyInLine, HasTheRestPreparingEvenIfNobodyPrepares) {
  CounterSpec spec =
      counter_of({{.name = "crew", .count = over_time({{0s, 3}, {5s, 2}}), .order_time = 2s, .handover_time = 2s}});
  spec.orders = {comes("ana", 4s, {}), comes("bo", 6500ms, {}), comes("cy", 7s, {})};

  // From 7 to 8 crew 1 hands over, crew 2 takes an order and crew 3 is off duty.
  EXPECT_EQ(parts_of(spec, "cy", "line"), (Lines{"line: off duty 0.333333333", "line: ordering 0.333333333",
                                                 "line: handing over 0.333333333", "line: preparing 1e-09"}));
}

TEST(WhyInLine, CountsThePeopleOfAllGroups) {
  CounterSpec spec = counter_of({{.name = "till"}, {.name = "bar", .count = over_time({{0s, 0}, {3s, 1}})}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};

  EXPECT_EQ(parts_of(spec, "bo", "line"), (Lines{"line: off duty 1", "line: preparing 1"}));
}

TEST(WhyInLine, TakesTheHighestCountOfTheSchedulesTogether) {
  CounterSpec spec = counter_of({{.name = "early", .count = over_time({{0s, 1}, {10s, 0}})},
                                 {.name = "late", .count = over_time({{0s, 0}, {10s, 1}})}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};

  EXPECT_EQ(parts_of(spec, "bo", "line"), (Lines{"line: preparing 4"}));  // there is never more than one
}

TEST(WhyInLine, TakesTheHighestCountEvenIfItIsYetToCome) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 1}, {100s, 2}})}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};

  EXPECT_EQ(parts_of(spec, "bo", "line"), (Lines{"line: off duty 2", "line: preparing 2"}));
}

TEST(WhyInLine, HasWhoStaysAfterTheirShiftOffDuty) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 2}, {3s, 1}})}});
  spec.orders = {comes_for(soup, "ana", 0s), comes_for(soup, "bo", 0s), comes("cy", 4s)};

  EXPECT_EQ(parts_of(spec, "cy", "line"), (Lines{"line: off duty 3", "line: preparing 3"}));
}

TEST(WhyInLine, HasWhoStaysAfterTheirShiftOffDutyEvenWithSomebodyWhoCameLater) {
  CounterSpec spec = counter_of({{.name = "crew", .count = over_time({{0s, 1}, {6s, 0}, {20s, 1}})}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_for(coffee, "cy", 2s, 1)};

  // Cy is served from 5 to 10, from 6 on by somebody whose shift has ended.
  EXPECT_EQ(parts_of(spec, "bo", "line"), (Lines{"line: off duty 14", "line: overtaken 1", "line: preparing 4"}));
}

TEST(WhyInLine, HasNoPartsBeforeAGroupWithoutALimit) {
  CounterSpec spec = counter_of({{.name = "Ana"}, {.name = "kiosk", .count = std::nullopt}});
  spec.orders = {comes("bo", 0s), comes("cy", 1s)};

  EXPECT_EQ(parts_of(spec, "cy"), (Lines{"preparing: work 5"}));
}

// Ordering and handing over.

TEST(WhyOrdering, IsWorkOfTheGroupThatTakesTheOrder) {
  CounterSpec spec =
      counter_of({{.name = "till"}, {.name = "bar", .order_time = 1s, .time_per_item = 2s, .handover_time = 3s}});
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({coffee, soda}))};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"ordering bar: work 5", "preparing: work 5", "handing over bar: work 3"}));
}

TEST(WhyOrdering, IsWorkOfAGroupWithoutALimitToo) {
  CounterSpec spec = counter_of({{.name = "kiosk", .count = std::nullopt, .order_time = 2s, .handover_time = 1s}});
  spec.orders = {comes("ana", 0s)};

  EXPECT_EQ(parts_of(spec, "ana"),
            (Lines{"ordering kiosk: work 2", "preparing: work 5", "handing over kiosk: work 1"}));
}

TEST(WhyOrdering, IsFollowedByHandingOverIfNothingIsOrdered) {
  CounterSpec spec = counter_of({ana_with(2s, 1s)});
  spec.orders = {comes("bo", 0s, {})};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"ordering Ana: work 2", "handing over Ana: work 1"}));
}

// Preparing.

TEST(WhyPreparing, IsWorkAtAStationOrByHand) {
  CounterSpec spec = grill_of(1, 3s);
  spec.menu[0].steps.push_back(free_step(5s));
  spec.orders = {comes("ana", 0s)};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing grill: work 3", "preparing: work 5"}));
}

TEST(WhyPreparing, DoesNotMergeEqualPartsOfTwoSteps) {
  CounterSpec spec = grill_of(1, 3s);
  spec.menu[0].steps.push_back(step_at(0, 2s));
  spec.orders = {comes("ana", 0s)};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing grill: work 3", "preparing grill: work 2"}));
}

TEST(WhyPreparing, IsBusyWhileAnotherStepUsesTheUnit) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing grill: busy 3", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsBusyWhileAnotherItemOfTheSameOrderUsesTheUnit) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = {comes("ana", 0s, items({0, 0}))};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing grill: busy 4", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsOvertakenWhileAStepThatAskedLaterUsesTheUnit) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_with_priority("cy", 2s, 1)};

  EXPECT_EQ(parts_of(spec, "bo"),
            (Lines{"preparing grill: overtaken 4", "preparing grill: busy 3", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsNotOvertakenByAStepThatAskedAtTheSameInstant) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_with_priority("cy", 1s, 1)};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing grill: busy 7", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsOvertakenByAStepThatAskedLaterOfAnOrderTakenEarlier) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"toast", {free_step(2s), step_at(0, 4s)}});
  spec.orders = {comes("ana", 0s), comes("zoe", 0s, items({1}), {.priority = 1}), comes("bo", 1s)};

  EXPECT_EQ(parts_of(spec, "bo"),  // Zoe came first, but her bread asks at 2
            (Lines{"preparing grill: overtaken 4", "preparing grill: busy 3", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsSharedAmongTheUnits) {
  CounterSpec spec = grill_of(2, 4s);
  spec.menu.push_back({"roast", {step_at(0, 10s)}});
  spec.orders = {comes("ana", 0s), comes("di", 0s, items({1})), comes("bo", 1s), comes_with_priority("cy", 2s, 1)};

  // Ana's unit is Cy's from 4 to 8. The other roasts. So of 7 s: (4) / 2 overtaken, (3 + 7) / 2 busy.
  EXPECT_EQ(parts_of(spec, "bo"),
            (Lines{"preparing grill: overtaken 2", "preparing grill: busy 5", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsRepairWhileTheUnitIsUnderRepair) {
  CounterSpec spec = grill_of(1, 2s);
  spec.stations[0].breakdown = {.time_between = 3s, .repair = 4s};
  spec.orders = {comes("ana", 4s)};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing grill: repair 3", "preparing grill: work 2"}));
}

TEST(WhyPreparing, IsBusyUntilAFailedUnitHasFinished) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].breakdown = {.time_between = 3s, .repair = 4s};
  spec.orders = {comes("ana", 1s), comes("bo", 2s)};

  // The unit fails at 3. Its repair begins at 5, when Ana's burger is done.
  EXPECT_EQ(parts_of(spec, "bo"),
            (Lines{"preparing grill: busy 3", "preparing grill: repair 4", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsClosedWhileTheScheduleHasNoUnit) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 0}, {5s, 1}});
  spec.orders = {comes("ana", 2s)};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing grill: closed 3", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsClosedInPartWhileTheScheduleHasFewerUnits) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 2}, {3s, 1}});
  spec.orders = {comes("ana", 3s), comes("bo", 4s)};

  EXPECT_EQ(parts_of(spec, "bo"),
            (Lines{"preparing grill: busy 1.5", "preparing grill: closed 1.5", "preparing grill: work 4"}));
}

TEST(WhyPreparing, HasAUnitClosedThatIsFreeWhileOneBeyondTheScheduleIsInUse) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"roast", {step_at(0, 10s)}});
  spec.stations[0].capacity = over_time({{0s, 2}, {3s, 1}});
  spec.orders = {comes("ana", 0s), comes("di", 0s, items({1})), comes("bo", 5s)};

  // The first unit is free from 4 on, but the second is in use until 10: as many as there are to be.
  EXPECT_EQ(parts_of(spec, "bo"),
            (Lines{"preparing grill: busy 2.5", "preparing grill: closed 2.5", "preparing grill: work 4"}));
}

TEST(WhyPreparing, HasAUnitUnderRepairThatIsNotThereClosed) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].breakdown = {.time_between = 3s, .repair = 4s};
  spec.stations[0].capacity = over_time({{0s, 1}, {5s, 0}, {9s, 1}});
  spec.orders = {comes("ana", 4s)};

  // The unit is under repair from 3 to 5, and from 9 to 11. Its repair stands still between.
  EXPECT_EQ(parts_of(spec, "ana", "preparing"),
            (Lines{"preparing grill: repair 3", "preparing grill: closed 4", "preparing grill: work 4"}));
}

TEST(WhyPreparing, IsRoundedDownForEachCauseWithTheRestBusy) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 3}, {1s, 1}});
  spec.orders = {comes("ana", 1s), comes("bo", 4s)};

  // From 4 to 5: floor(1e9 / 3) + 1 busy, floor(2e9 / 3) closed.
  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing grill: busy 0.333333334", "preparing grill: closed 0.666666666",
                                         "preparing grill: work 4"}));
}

// Trays.

TEST(WhyAtATray, IsBusyUntilThePortionIsPutOnAndThenCooking) {
  CounterSpec spec = fryer_of({1, 4s});
  spec.orders = one_each({0s, 1s});

  EXPECT_EQ(parts_of(spec, "customer 1"), (Lines{"preparing fryer: cooking 4"}));
  EXPECT_EQ(parts_of(spec, "customer 2"), (Lines{"preparing fryer: busy 3", "preparing fryer: cooking 4"}));
}

TEST(WhyAtATray, IsCookingFromTheStartIfThePortionWasPutOnBefore) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.orders = one_each({0s, 3s});

  EXPECT_EQ(parts_of(spec, "customer 2"), (Lines{"preparing fryer: cooking 1"}));
}

TEST(WhyAtATray, HasNoPartIfAPortionIsReady) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.menu[0].steps.push_back(free_step(2s));
  spec.orders = one_each({0s, 6s});

  EXPECT_EQ(parts_of(spec, "customer 2"), (Lines{"preparing: work 2"}));
}

TEST(WhyAtATray, IsOvertakenOnceAStepThatAskedLaterHasTakenAPortion) {
  CounterSpec spec = fryer_of({1, 4s});
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_with_priority("cy", 2s, 1)};

  // Cy takes the first portion at 4, Ana the second at 8, Bo the third at 12.
  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing fryer: overtaken 4", "preparing fryer: busy 4"}));
  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing fryer: overtaken 8", "preparing fryer: busy 3"}));
  EXPECT_EQ(parts_of(spec, "cy"), (Lines{"preparing fryer: cooking 2"}));
}

TEST(WhyAtATray, IsOvertakenEvenWhileThePortionTakenLaterIsCooking) {
  CounterSpec spec = fryer_of({1, 4s}, 2);
  spec.orders = {comes("ana", 0s), comes_with_priority("cy", 2s, 1)};

  // Portions are put on at 0 and at 2. Cy takes the first at 4, Ana the second at 6. Before 2 one unit cooks, and what
  // remains of the share of the free one is busy, too.
  EXPECT_EQ(parts_of(spec, "ana"),
            (Lines{"preparing fryer: overtaken 2", "preparing fryer: busy 2", "preparing fryer: cooking 2"}));
}

TEST(WhyAtATray, IsNotOvertakenByAStepThatAskedAtTheSameInstant) {
  CounterSpec spec = fryer_of({1, 4s});
  spec.orders = {comes("ana", 0s), comes_with_priority("cy", 0s, 1)};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing fryer: busy 4", "preparing fryer: cooking 4"}));
}

TEST(WhyAtATray, IsRepairOrClosedUntilThePortionIsPutOn) {
  CounterSpec spec = fryer_of({1, 2s});
  spec.stations[0].breakdown = {.time_between = 3s, .repair = 4s};
  spec.orders = one_each({4s});
  CounterSpec closed = fryer_of({1, 4s});
  closed.stations[0].capacity = over_time({{0s, 0}, {5s, 1}});
  closed.orders = one_each({2s});

  EXPECT_EQ(parts_of(spec, "customer 1"), (Lines{"preparing fryer: repair 3", "preparing fryer: cooking 2"}));
  EXPECT_EQ(parts_of(closed, "customer 1"), (Lines{"preparing fryer: closed 3", "preparing fryer: cooking 4"}));
}

TEST(WhyAtATray, RecordsWhenThePortionWasPutOn) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.orders = one_each({1s, 3s, 4s});

  const RecordedRun run = explained(spec);

  // At 4 three wait, but the unit is in use until 5.
  EXPECT_EQ(run.orders.at(0).items.at(0).steps.at(0).cooked_from, at(1s));
  EXPECT_EQ(run.orders.at(1).items.at(0).steps.at(0).cooked_from, at(1s));
  EXPECT_EQ(run.orders.at(2).items.at(0).steps.at(0).cooked_from, at(5s));
}

// The critical item.

/// Burgers and salads take 4 s, the ones at the grill, the others by hand; a stew takes 6 s by hand.
CounterSpec kitchen_of(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"salad", {free_step(4s)}});
  spec.menu.push_back({"stew", {free_step(6s)}});
  spec.servers = std::move(groups);
  return spec;
}

constexpr std::size_t burger = 0;
constexpr std::size_t salad = 1;
constexpr std::size_t stew = 2;

TEST(WhyCriticalItem, IsTheOneThatIsReadyLast) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("bo", 0s, items({burger, stew, salad}))};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing: work 6"}));
}

TEST(WhyCriticalItem, IsTheFirstOrderedOfSeveral) {
  CounterSpec spec = kitchen_of({{.name = "crew", .count = 2}});
  spec.orders = {comes("ana", 0s, items({burger, salad})), comes("bo", 10s, items({salad, burger}))};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing grill: work 4"}));
  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing: work 4"}));
}

TEST(WhyCriticalItem, IsEveryItemIfTheyAreMadeOneAfterAnother) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .mode = Mode::sequential}});
  spec.orders = {comes("bo", 0s, items({burger, salad, salad}))};

  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing grill: work 4", "preparing: work 4", "preparing: work 4"}));
}

TEST(WhyCriticalItem, IsEveryItemOfASequentialGroupWithoutALimit) {
  CounterSpec spec = kitchen_of({{.name = "kiosk", .count = std::nullopt, .mode = Mode::sequential}});
  spec.orders = {comes("ana", 0s, items({salad, burger})), comes("bo", 0s, items({burger, stew}))};

  EXPECT_EQ(parts_of(spec, "ana"), (Lines{"preparing: work 4", "preparing grill: work 4"}));
  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"preparing grill: work 4", "preparing: work 6"}));
}

// Ready.

TEST(WhyReady, IsHandingOverAnotherOrder) {
  CounterSpec spec = counter_of({ana_with(0s, 3s, 2)});
  spec.orders = {comes("bo", 0s), comes("cy", 0s)};

  EXPECT_EQ(parts_of(spec, "cy"),
            (Lines{"preparing: work 5", "ready Ana: handing over 3", "handing over Ana: work 3"}));
}

TEST(WhyReady, IsTakingAnotherOrder) {
  CounterSpec spec = counter_of({ana_with(4s, 0s, 2)});
  spec.orders = {comes_for(soda, "bo", 0s), comes("cy", 4s)};

  // Bo's soda is ready at 5, but Ana takes Cy's order from 4 to 8.
  EXPECT_EQ(parts_of(spec, "bo"), (Lines{"ordering Ana: work 4", "preparing: work 1", "ready Ana: ordering 3"}));
}

TEST(WhyReady, IsOffDutyAfterTheShiftOfWhoTookTheOrder) {
  ServerGroupSpec ana = ana_with(0s, 3s, 2);
  ana.count = over_time({{0s, 1}, {6s, 0}});
  CounterSpec spec = counter_of({ana});
  spec.orders = {comes("bo", 0s), comes("cy", 0s)};

  EXPECT_EQ(parts_of(spec, "cy", "ready"), (Lines{"ready Ana: off duty 2", "ready Ana: handing over 1"}));
}

TEST(WhyReady, DependsOnlyOnWhoTookTheOrder) {
  ServerGroupSpec crew = ana_with(0s, 3s, 2);
  crew.name = "crew";
  crew.count = over_time({{0s, 2}, {1s, 3}});
  CounterSpec spec = counter_of({crew});
  spec.orders = {comes("ana", 0s), comes("bo", 0s)};

  EXPECT_EQ(parts_of(spec, "bo", "ready"), (Lines{"ready crew: handing over 3"}));  // crew 2 does nothing
}

}  // namespace
}  // namespace fastfood::model::why_test
