#include "sim/model/results/visits.hpp"

#include <gtest/gtest.h>

#include "sim/model/run/customer_streams.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

/// Items of 1, 5 and 9 s that need no equipment. Nobody has to wait.
CounterSpec counter() {
  CounterSpec spec;
  spec.menu = {{"water", {free_step(1s)}}, {"tea", {free_step(5s)}}, {"soup", {free_step(9s)}}};
  return spec;
}

TEST(Visits, AreSentInOrderOfArrivalEvenIfLaterOnesEndBefore) {
  CounterSpec spec = counter();
  spec.orders = {{"ana", at(0s), items({2})}, {"bo", at(1s), items({0})}, {"cy", at(2s), items({1})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (std::vector<std::string>{"ana", "bo", "cy"}));
  EXPECT_EQ(served(run), (Seconds{9, 2, 7}));
  EXPECT_EQ(run.orders.at(0).id, 1);
  EXPECT_EQ(run.orders.at(2).id, 3);
}

TEST(Visits, AreSentAsSoonAsAllEarlierOnesHaveEnded) {
  CounterSpec spec = counter();
  spec.orders = {{"ana", at(0s), items({1})}, {"bo", at(0s), items({0})}, {"cy", at(6s), items({2})}};
  std::vector<std::int64_t> handed_on;
  const OrderSink note = [&handed_on](const OrderRecord& order) { handed_on.push_back(order.id); };
  const EventSink silence;
  const async::Loop clock;
  EventTrace trace{spec, clock, silence};
  Visits book{spec, note, trace};
  const CustomerStreams orders{RandomStreams(1, 0).orders()};
  const CustomerSpec anybody;
  const Customer first{std::nullopt, 1, orders, anybody};
  const Customer second{std::nullopt, 2, orders, anybody};
  const Customer third{std::nullopt, 3, orders, anybody};
  Visit ana;
  Visit bo;
  Visit cy;
  book.arrives(ana, first, LineId{}, at(0s));
  book.arrives(bo, second, LineId{}, at(0s));
  book.arrives(cy, third, LineId{}, at(0s));

  book.is_served(bo, at(1s));
  book.leaves(bo, at(1s));
  EXPECT_EQ(handed_on, (std::vector<std::int64_t>{}));
  book.is_served(ana, at(5s));
  EXPECT_EQ(handed_on, (std::vector<std::int64_t>{}));
  book.leaves(ana, at(6s));
  EXPECT_EQ(handed_on, (std::vector<std::int64_t>{1, 2}));
  book.is_served(cy, at(15s));
  book.leaves(cy, at(15s));
  EXPECT_EQ(handed_on, (std::vector<std::int64_t>{1, 2, 3}));
}

TEST(Visits, AreSatisfiedIfServedInExactlyTheTarget) {
  CounterSpec spec = counter();
  spec.menu.push_back({"chai", {free_step(5s + 1ns)}});
  spec.orders = {{"ana", at(0s), items({1})}, {"bo", at(0s), items({3})}, {"cy", at(3s), items({0})}};
  spec.target = TargetSpec{5s, 1};

  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{5s, 2, 2.0 / 3, 1, false}));
}

TEST(Visits, MeetTheTargetIfTheShareIsExactlyTheRequiredOne) {
  CounterSpec spec = counter();
  spec.orders = {{"ana", at(0s), items({1})}, {"bo", at(0s), items({2})}};

  spec.target = TargetSpec{5s, 0.5};
  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{5s, 1, 0.5, 0.5, true}));
  spec.target = TargetSpec{5s, 0.51};
  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{5s, 1, 0.5, 0.51, false}));
  spec.target = TargetSpec{0s, 0};
  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{0s, 0, 0, 0, true}));
}

TEST(Visits, AreSatisfiedByTotalTimeNotByServiceTime) {
  CounterSpec spec = counter();
  spec.servers = {{"Ana", 1, Mode::async}};
  spec.orders = {{"bo", at(0s), items({1})}, {"cy", at(0s), items({1})}};
  spec.target = TargetSpec{5s, 1};

  EXPECT_EQ(run_of(spec).result.satisfied->count, 1);  // cy waits for 5 s, then is served in 5 s
}

TEST(Visits, WithoutATargetAreNeitherSatisfiedNorNot) {
  CounterSpec spec = counter();
  spec.arrivals = {{"walk-in", 1s, 1, items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.satisfied, std::nullopt);
  EXPECT_EQ(run.result.streams.at(0).satisfied, std::nullopt);
}

TEST(Visits, AreHeldToTheNearestTarget) {
  CounterSpec spec = counter();
  spec.target = TargetSpec{4s, 0.5};
  spec.orders = {{"ana", at(0s), items({1}), {.target = TargetSpec{5s}}}, {"bo", at(0s), items({1})}};
  spec.arrivals = {{"walk-in", 1s, 1, items({2})}, {"app", 1s, 1, items({0})}};
  spec.arrivals[0].who.target = TargetSpec{9s, 1};

  const RecordedRun run = run_of(spec);

  // Only bo is late: 5 s, and the target is 4 s. Ana takes 5 s as well, the walk-in 9 s, the app 1 s.
  EXPECT_EQ(run.result.satisfied, (Satisfied{4s, 3, 0.75, 0.5, true}));
  EXPECT_EQ(run.result.streams.at(0).satisfied, (Satisfied{9s, 1, 1, 1, true}));
  EXPECT_EQ(run.result.streams.at(1).satisfied, (Satisfied{4s, 1, 1, 0.5, true}));
}

TEST(Visits, WithoutATargetAreNotCountedIfOthersHaveOne) {
  CounterSpec spec = counter();
  spec.orders = {{"ana", at(0s), items({1}), {.target = TargetSpec{5s}}}, {"bo", at(0s), items({1})}};
  spec.arrivals = {{"walk-in", 1s, 1, items({2})}, {"app", 1s, 4, items({0})}};
  spec.arrivals[0].who.target = TargetSpec{8s, 0.9};

  const RecordedRun run = run_of(spec);

  // Ana is in time, the walk-in is not. The counter aims at nothing itself.
  EXPECT_EQ(run.result.satisfied, (Satisfied{std::nullopt, 1, 0.5, std::nullopt, std::nullopt}));
  EXPECT_EQ(run.result.streams.at(0).satisfied, (Satisfied{8s, 0, 0, 0.9, false}));
  EXPECT_EQ(run.result.streams.at(1).satisfied, std::nullopt);
}

TEST(Visits, ThatAreLostCountAgainstTheTargetOfTheirStream) {
  CounterSpec spec = counter();
  spec.servers = {{"Ana", 1, Mode::async}};
  spec.arrivals = {{"walk-in", 0s, 3, items({1})}, {"app", 0s, 1, items({1})}};
  spec.arrivals[0].who = {.patience = 2s, .balk_at = 1, .target = TargetSpec{5s, 0.5}};
  spec.arrivals[1].who = {.balk_at = 0};

  const RecordedRun run = run_of(spec);

  // One walk-in is served in 5 s, one reneges, one balks. The app balks, but has no target.
  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 4, .served = 1, .balked = 2, .reneged = 1}));
  EXPECT_EQ(run.result.satisfied, (Satisfied{std::nullopt, 1, 1.0 / 3, std::nullopt, std::nullopt}));
  EXPECT_EQ(run.result.streams.at(0).satisfied, (Satisfied{5s, 1, 1.0 / 3, 0.5, false}));
}

TEST(Visits, HaveNoFractionIfNobodyWithATargetCame) {
  CounterSpec spec = counter();
  spec.arrivals = {{"walk-in", 1s, 0, items({1})}, {"app", 1s, 1, items({0})}};
  spec.arrivals[0].who.target = TargetSpec{5s, 0.9};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.satisfied, Satisfied{});
  EXPECT_EQ(run.result.streams.at(0).satisfied, (Satisfied{5s, 0, std::nullopt, 0.9, std::nullopt}));
}

TEST(Visits, AreCountedByStream) {
  CounterSpec spec = counter();
  spec.servers = {{"Ana", 1, Mode::async}};
  spec.arrivals = {{"walk-in", 10s, 2, items({1})}, {"app", 0s, 1, items({0})}, {"bus", 1s, 0, items({0})}};
  spec.orders = {{"bo", at(20s), items({2})}};
  spec.target = TargetSpec{5s, 1};

  const RecordedRun run = run_of(spec);

  const CustomerCounts two{.arrived = 2, .served = 2};
  const CustomerCounts one{.arrived = 1, .served = 1};
  ASSERT_EQ(run.result.streams.size(), 3U);
  EXPECT_EQ(run.result.streams[0], (StreamResult{"walk-in", two, Satisfied{5s, 2, 1, 1, true},
                                                 stats::summarize({0s, 0s}), stats::summarize({5s, 5s})}));
  EXPECT_EQ(run.result.streams[1],
            (StreamResult{"app", one, Satisfied{5s, 0, 0, 1, false}, stats::summarize({5s}), stats::summarize({6s})}));
  EXPECT_EQ(run.result.streams[2], (StreamResult{"bus", {}, Satisfied{5s, 0, std::nullopt, 1, std::nullopt}, {}, {}}));
  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 4, .served = 4}));
  EXPECT_EQ(run.result.satisfied, (Satisfied{5s, 2, 0.5, 1, false}));
  EXPECT_EQ(run.result.total_time, (stats::summarize({5s, 5s, 6s, 9s})));
}

TEST(Visits, OfOrdersBelongToNoStream) {
  CounterSpec spec = counter();
  spec.orders = {{"bo", at(0s), items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(0).stream, std::nullopt);
  EXPECT_TRUE(run.result.streams.empty());
  EXPECT_EQ(run.result.customers.served, 1);
}

TEST(Visits, SetElapsedToTheLastDeparture) {
  CounterSpec spec = counter();
  spec.orders = {{"ana", at(0s), items({2})}, {"bo", at(1s), items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.elapsed, 9s);
  EXPECT_EQ(run.result.throughput_per_hour, 800);  // two in 9 s
}

TEST(Visits, WithoutCustomersHaveNoTimesAndNoRates) {
  CounterSpec spec = counter();
  spec.target = TargetSpec{5s, 0};

  const RecordedRun run = run_of(spec);

  RunResult nothing;
  nothing.satisfied = Satisfied{5s, 0, std::nullopt, 0, std::nullopt};
  EXPECT_EQ(run.result, nothing);
  EXPECT_TRUE(run.orders.empty());
}

TEST(Visits, ThatAllEndAtTimeZeroHaveTimesButNoRates) {
  CounterSpec spec = counter();
  spec.orders = {{"ana", at(0s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.elapsed, 0s);
  EXPECT_EQ(run.result.customers.served, 1);
  EXPECT_EQ(run.result.total_time, (stats::summarize({0s})));
  EXPECT_EQ(run.result.throughput_per_hour, std::nullopt);
  EXPECT_EQ(run.result.servers.line, LineResult{});
}

}  // namespace
}  // namespace fastfood::model
