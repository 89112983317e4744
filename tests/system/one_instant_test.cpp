#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// The order of events at one instant. First everything ends that ends then. Then everything starts that can, servers
/// before stations, each in the order listed. This repeats until nothing more happens. Only then does the next customer
/// of that instant arrive.
namespace fastfood::model {
namespace {

TEST(OneInstant, AnArrivalFindsAUnitThatBecomesFreeThen) {
  CounterSpec spec = grill_of(1, 3s);
  spec.orders = one_each({0s, 3s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{0, 3}));
  EXPECT_EQ(run.result.stations.at(0).line, (LineResult{0, 0}));
}

TEST(OneInstant, AnArrivalDoesNotOvertakeAStepThatWaitsForThatUnit) {
  CounterSpec spec = grill_of(1, 3s);
  spec.orders = one_each({0s, 1s, 3s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 3, 6}));
}

TEST(OneInstant, AnArrivalFindsAServerWhoBecomesFreeThen) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(2s)}}};
  spec.servers = {{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}};
  spec.orders = one_each({0s, 2s});

  EXPECT_EQ(servers(run_of(spec)), (Names{"Ana", "Ana"}));
}

TEST(OneInstant, OfServersFreeTogetherTheFirstListedTakesTheFirstInLine) {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(4s)}}};
  spec.servers = {{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}};
  spec.orders = one_each({0s, 0s, 1s, 2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "Bo", "Ana", "Bo"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 4, 4}));
}

TEST(OneInstant, OfServersFreeTogetherTheFirstListedTakesTheFirstInLineEvenIfTheyBecameFreeLast) {
  CounterSpec spec;
  spec.menu = {{"tea", {free_step(1s), free_step(3s)}}, {"soup", {free_step(4s)}}, {"coffee", {free_step(2s)}}};
  spec.servers = {{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}};
  spec.orders = {{"a", at(0s), items({0})},  // Ana's: its last step is scheduled at 1
                 {"b", at(0s), items({1})},  // Bo's: scheduled at 0, so it ends first
                 {"c", at(2s), items({2})},
                 {"d", at(3s), items({2})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(servers(run), (Names{"Ana", "Bo", "Ana", "Bo"}));
  EXPECT_EQ(taken(run), (Seconds{0, 0, 4, 4}));
}

TEST(OneInstant, APortionLeftOnTheTrayGoesToACustomerWhoArrivesThen) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.orders = one_each({0s, 4s, 4s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{4, 4, 8}));
  EXPECT_EQ(run.result.stations.at(0).batches, 2);
}

TEST(OneInstant, StepsEndInTheOrderInWhichTheyWereScheduled) {
  CounterSpec spec;
  spec.menu = {{"slow", {free_step(4s), step_at(0, 1s)}}, {"quick", {free_step(2s), step_at(0, 1s)}}};
  spec.stations = {{"till", 1, {}}};
  spec.orders = {{"ana", at(0s), items({0})}, {"bo", at(2s), items({1})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 6}));  // both ask at 4; ana's step was scheduled at 0, bo's at 2
}

TEST(OneInstant, StepsScheduledInReverseOrderEndInReverseOrder) {
  CounterSpec spec;
  spec.menu = {{"slow", {free_step(4s), step_at(0, 1s)}}, {"twofold", {free_step(2s), free_step(2s), step_at(0, 1s)}}};
  spec.stations = {{"till", 1, {}}};
  spec.orders = {{"ana", at(0s), items({1})}, {"bo", at(0s), items({0})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{6, 5}));  // ana's second step was scheduled at 2
}

TEST(OneInstant, EverythingEndsBeforeAnythingStarts) {
  CounterSpec spec;
  spec.menu = {{"hold", {step_at(0, 3s)}}, {"bread", {free_step(3s), step_at(0, 1s)}}};
  spec.stations = {{"oven", 1, {}}};
  // Cy's step without a station ends at 3, just after ana's. Bo has waited for the oven since 1 and is first.
  spec.orders = {{"ana", at(0s), items({0})}, {"cy", at(0s), items({1})}, {"bo", at(1s), items({0})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{3, 7, 6}));
}

TEST(OneInstant, AServerTakesTheNextCustomerBeforeStationsStart) {
  CounterSpec spec = grill_of(1, 3s);
  spec.servers = {{"Ana", 1, Mode::async}};
  spec.orders = one_each({0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 3, 6}));
  EXPECT_EQ(started(run), (Seconds{0, 3, 6}));
  EXPECT_EQ(run.result.stations.at(0).line, (LineResult{0, 0}));
}

TEST(OneInstant, AHandoverOfNoTimeEndsTogetherWithStepsOfNoTime) {
  CounterSpec spec;
  spec.menu = {
      {"hold both", {step_at(0, 3s)}}, {"stamped", {step_at(0, 0s), step_at(1, 1s)}}, {"plain", {step_at(1, 1s)}}};
  spec.stations = {{"stamp", 1, {}}, {"till", 1, {}}};
  spec.servers = {{"Ana", 1, Mode::async}, {"Bo", 1, Mode::async}};
  // At 3 Ana starts to hand over and bo's stamp, requested at 1, starts. Then both end: Ana is free, and bo asks for
  // the till. Bo gets the till before cy, who asks for it once Ana has taken their order.
  spec.orders = {{"ana", at(0s), items({0})}, {"bo", at(1s), items({1})}, {"cy", at(2s), items({2})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{3, 4, 5}));
}

TEST(OneInstant, TheModeMakesNoDifferenceForASingleItem) {
  CounterSpec spec;
  spec.menu = {{"plain", {step_at(0, 2s)}}};
  spec.stations = {{"grill", 2, {}}};
  spec.servers = {{"Ana", 2, Mode::async}, {"Bo", 1, Mode::sequential}};
  spec.arrivals = {{"walk-in", 0s, 7, items({0})}};

  // Two at a time, in order of arrival: the first two are served at 2, the next two at 4, and so on.
  EXPECT_EQ(served(run_of(spec)), (Seconds{2, 2, 4, 4, 6, 6, 8}));
}

TEST(OneInstant, AStepWithoutAStationAndTimeIsDoneImmediately) {
  CounterSpec spec;
  spec.menu = {{"winked", {free_step(3s), free_step(0s), step_at(0, 1s)}}, {"plain", {free_step(3s), step_at(0, 1s)}}};
  spec.stations = {{"till", 1, {}}};
  spec.orders = {{"ana", at(0s), items({0})}, {"bo", at(0s), items({1})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 5}));  // ana finishes both steps at 3 before bo's step ends
}

TEST(OneInstant, AChainOfStepsOfNoTimeIsDoneBeforeTheNextArrival) {
  CounterSpec spec;
  spec.menu = {{"tour", {step_at(0, 0s), step_at(1, 0s), step_at(0, 0s), step_at(1, 0s), step_at(2, 1s)}},
               {"plain", {step_at(2, 1s)}}};
  spec.stations = {{"desk", 1, {}}, {"stamp", 1, {}}, {"till", 1, {}}};
  spec.servers = {{"Ana", 1, Mode::sequential}, {"Bo", 1, Mode::async}};
  spec.orders = {{"ana", at(2s), items({0})}, {"bo", at(2s), items({1})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{3, 4}));
}

TEST(OneInstant, ABatchOfNoTimeIsReadyForTheStepAfterIt) {
  CounterSpec spec;
  spec.menu = {{"combo", {step_at(0), step_at(1), free_step(1s)}}};
  spec.stations = {tray("fryer", {2, 0s}), tray("grill", {1, 0s})};
  spec.orders = one_each({5s, 5s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{6, 6}));
  EXPECT_EQ(run.result.stations.at(0).batches, 1);
  EXPECT_EQ(run.result.stations.at(1).batches, 2);
}

}  // namespace
}  // namespace fastfood::model
