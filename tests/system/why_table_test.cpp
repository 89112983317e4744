#include <gtest/gtest.h>

#include "tests/system/why_text.hpp"

/// The table of where the time went: means over customers, what else was prepared meanwhile, and who left.
namespace fastfood::model::why_table_test {
namespace {

constexpr std::size_t salad = 1;

/// A burger, the first item, takes 4 s at the grill, and a salad 5 s by hand.
CounterSpec kitchen_of(std::vector<ServerGroupSpec> groups) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"salad", {free_step(5s)}});
  spec.servers = std::move(groups);
  return spec;
}

OrderSpec comes_for_salad(std::string customer, Duration when, CustomerSpec who = {}) {
  return comes(std::move(customer), when, items({salad}), std::move(who));
}

Why why_of(const CounterSpec& spec) { return *explained(spec).result.why; }

TEST(WhyTable, HasMeansSharesAndTheMeansOfThoseWhoAreLate) {
  CounterSpec spec = grill_of(1, 4s);
  spec.target = TargetSpec{5s, 1};
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};

  // Ana is served after 4 s. Bo waits 3 s and is served after 7 s. Together that is 11 s.
  const WhyPart work = {{WhyPhase::preparing, 0, WhyCause::work}, "grill", 4, 8.0 / 11, 4};
  const WhyPart busy = {{WhyPhase::preparing, 0, WhyCause::busy}, "grill", 1.5, 3.0 / 11, 3};
  const Why why = why_of(spec);
  EXPECT_EQ(why.served, 2);
  ASSERT_EQ(why.parts.size(), 2U);
  for (std::size_t i = 0; i != 2; ++i) {
    const WhyPart& expected = i == 0 ? work : busy;
    EXPECT_EQ(why.parts[i].key, expected.key);
    EXPECT_EQ(why.parts[i].where, expected.where);
    EXPECT_DOUBLE_EQ(why.parts[i].mean, expected.mean);
    EXPECT_DOUBLE_EQ(why.parts[i].share.value_or(-1), expected.share.value_or(-1));
    EXPECT_DOUBLE_EQ(why.parts[i].late.value_or(-1), expected.late.value_or(-1));
  }
}

TEST(WhyTable, HasALateMeanOfZeroForWhatTheLateDoNotHave) {
  CounterSpec spec = kitchen_of({});
  spec.target = TargetSpec{4s, 1};
  spec.orders = {comes("ana", 0s), comes_for_salad("bo", 0s)};

  const std::vector<WhyPart> parts = why_of(spec).parts;

  EXPECT_EQ(means_of(parts), (Lines{"preparing: work 2.5", "preparing grill: work 2"}));
  EXPECT_EQ(parts.at(0).late, 5);
  EXPECT_EQ(parts.at(1).late, 0);
}

TEST(WhyTable, HasNoLateMeansWithoutATargetOrIfNobodyIsLate) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};
  CounterSpec just_in_time = spec;
  just_in_time.target = TargetSpec{7s, 1};  // exactly what Bo takes

  EXPECT_EQ(why_of(spec).parts.at(0).late, std::nullopt);
  EXPECT_EQ(why_of(just_in_time).parts.at(0).late, std::nullopt);
}

TEST(WhyTable, HasThePhasesInOrderAndTheLargestPartFirst) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .order_time = 1s, .handover_time = 9s}});
  spec.orders = {comes_for_salad("bo", 0s), comes("cy", 15s)};

  EXPECT_EQ(means_of(why_of(spec).parts), (Lines{"ordering Ana: work 1", "preparing: work 2.5",
                                                 "preparing grill: work 2", "handing over Ana: work 9"}));
}

TEST(WhyTable, HasEqualPartsByHandFirstAndThenByTheNameOfTheStation) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations.push_back({.name = "boiler"});
  spec.menu[0].steps = {step_at(0, 4s), step_at(1, 4s), free_step(4s)};
  spec.orders = {comes("ana", 0s)};

  EXPECT_EQ(means_of(why_of(spec).parts),
            (Lines{"preparing: work 4", "preparing boiler: work 4", "preparing grill: work 4"}));
}

TEST(WhyTable, HasEqualPartsOfOneStationByTheNameOfTheCause) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"roast", {step_at(0, 6s)}});
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 2s, items({1}), {.priority = 1})};

  // Cy waits from 2 to 4, then roasts until 10. Bo waits 4 s for Ana and 6 s for Cy: busy is 4 + 2, overtaken 6.
  EXPECT_EQ(means_of(why_of(spec).parts),
            (Lines{"preparing grill: work 4.66667", "preparing grill: busy 2", "preparing grill: overtaken 2"}));
}

TEST(WhyTable, HasBothWorkInOneOrderAsOnePart) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .mode = Mode::sequential}});
  spec.orders = {comes("bo", 0s, items({salad, salad}))};

  EXPECT_EQ(means_of(why_of(spec).parts), (Lines{"preparing: work 10"}));
}

TEST(WhyTable, IsEmptyIfNobodyIsServed) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("ana", 0s)};
  spec.until = at(2s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(why_of(spec), Why{});
}

TEST(WhyTable, HasNoPartsIfNothingTakesTime) {
  CounterSpec spec = grill_of(1, 0s);
  spec.orders = {comes("ana", 0s)};

  EXPECT_EQ(why_of(spec), Why{.served = 1});
}

TEST(WhyTable, LeavesOutWhoCameBeforeTheWarmupButNotWhatTheyDo) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.warmup = at(1s);
  spec.orders = {comes_for_salad("bo", 0s), comes("cy", 2s)};

  const Why why = why_of(spec);

  EXPECT_EQ(why.served, 1);
  EXPECT_EQ(means_of(why.parts), (Lines{"line: preparing 3", "preparing grill: work 4"}));
  EXPECT_EQ(means_of(why.preparing_meanwhile), (Lines{"preparing: work 3"}));
}

TEST(WhyTable, LeavesOutWhoRenegedButCameBeforeTheWarmup) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.warmup = at(3s);
  spec.orders = {comes_for_salad("bo", 0s), comes("cy", 2s, items({0}), {.patience = 2s}), comes("di", 3s)};

  const Why why = why_of(spec);

  EXPECT_EQ(means_of(why.parts), (Lines{"line: preparing 2", "preparing grill: work 4"}));
  EXPECT_EQ(why.left, std::vector<WhyPart>{});  // Cy reneges at 4, but came before
}

TEST(WhyTable, PoolsReplications) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.menu[salad].steps[0].time = random::Uniform{4s, 6s};
  spec.target = TargetSpec{6s, 1};
  spec.orders = {comes_for_salad("bo", 0s), comes("cy", 1s), comes_for_salad("di", 2s, {.patience = 1s})};

  auto all = collect_statistics(spec, {.why = true});
  const auto more = collect_statistics(spec, {.replication = 1, .why = true});
  ASSERT_TRUE(all.has_value() && more.has_value());
  all->merge(*more);
  const Why pooled = summarize(spec, *all).why.value_or(Why{});
  const Why first = why_of(spec);
  const Why second = *explained(spec, 1).result.why;

  const auto mean_of = [](const Why& why) { return why.parts.at(0).mean; };
  EXPECT_EQ(pooled.served, 4);
  EXPECT_NE(mean_of(first), mean_of(second));
  EXPECT_EQ(pooled.parts.at(0).key, (WhyKey{WhyPhase::line, 0, WhyCause::preparing}));
  EXPECT_DOUBLE_EQ(mean_of(pooled), (mean_of(first) + mean_of(second)) / 2);
  EXPECT_EQ(means_of(pooled.left), (Lines{"line: preparing 1"}));
}

TEST(WhyTable, IsAbsentIfARunDoesNotRecordIt) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = {comes("ana", 0s), comes("bo", 1s)};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.why, std::nullopt);
  EXPECT_TRUE(run.orders.at(1).why.empty());
}

TEST(WhyTable, LeavesTheOrdersOfWhoAreNotServedEmpty) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("bo", 0s), comes("cy", 1s, items({0}), {.balk_at = 0}),
                 comes("di", 1s, items({0}), {.patience = 1s}), comes("ed", 3s), comes("flo", 3s)};
  spec.until = at(6s);
  spec.stop = Stop::at_until;

  const RecordedRun run = explained(spec);

  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::balked, Outcome::reneged, Outcome::unfinished,
                                        Outcome::unfinished}));
  EXPECT_FALSE(run.orders[0].why.empty());
  for (std::size_t i = 1; i != 5; ++i) {
    EXPECT_TRUE(run.orders[i].why.empty()) << run.orders[i].customer;
  }
}

TEST(WhyTable, RecordsWhenAnOrderWasTakenAndHandedOver) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .order_time = 2s, .handover_time = 3s}});
  spec.orders = {comes("bo", 1s)};

  const RecordedRun run = explained(spec);

  EXPECT_EQ(run.orders.at(0).prepared_from, at(3s));
  EXPECT_EQ(run.orders.at(0).handed_over_from, at(7s));
}

TEST(WhyTable, NamesThePlaceByThePhase) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}, {.name = "Bo"}});

  EXPECT_EQ(place_name(spec, {WhyPhase::line, 0, WhyCause::preparing}), "line");
  EXPECT_EQ(place_name(spec, {WhyPhase::ordering, 1, WhyCause::work}), "Bo");
  EXPECT_EQ(place_name(spec, {WhyPhase::ready, 0, WhyCause::ordering}), "Ana");
  EXPECT_EQ(place_name(spec, {WhyPhase::handing_over, 1, WhyCause::work}), "Bo");
  EXPECT_EQ(place_name(spec, {WhyPhase::preparing, 0, WhyCause::busy}), "grill");
  EXPECT_EQ(place_name(spec, {WhyPhase::preparing, std::nullopt, WhyCause::work}), std::nullopt);
}

// Those who left.

TEST(WhyLeft, HasTheMeansOfThoseWhoReneged) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .count = over_time({{0s, 0}, {2s, 1}})}});
  spec.orders = {comes("bo", 1s), comes("cy", 1s, items({0}), {.patience = 4s}),
                 comes("di", 3s, items({0}), {.patience = 1s}), comes("ed", 3s, items({0}), {.balk_at = 0})};

  // Cy waits 1 s for somebody to come, and 3 s for Bo's burger. Di waits 1 s for it. Ed balks.
  EXPECT_EQ(means_of(why_of(spec).left), (Lines{"line: preparing 2", "line: off duty 0.5"}));
}

TEST(WhyLeft, HasWhoWasOvertaken) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("bo", 0s), comes("cy", 1s, items({0}), {.patience = 6s}), comes_with_priority("di", 2s, 1)};

  // Ana serves Bo until 4, then Di until 8. Cy leaves at 7.
  EXPECT_EQ(means_of(why_of(spec).left), (Lines{"line: overtaken 3", "line: preparing 3"}));
}

TEST(WhyLeft, AddsUpToTheirWaitEvenIfNobodyIsEverOnDuty) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .count = over_time({{0s, 0}, {1s, 0}})}});
  spec.orders = {comes("bo", 0s, items({0}), {.patience = 3s})};

  double sum = 0;
  for (const WhyPart& part : why_of(spec).left) {
    sum += part.mean;
  }
  EXPECT_EQ(sum, 3);
}

// What was prepared meanwhile.

TEST(WhyMeanwhile, IsWhatTheOrderOfTheServerIsAt) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.menu[0].steps.push_back(free_step(2s));
  spec.orders = {comes("bo", 0s), comes("cy", 1s)};

  // Cy waits while Bo's burger is on the grill for 3 s more, and dressed for 2 s. Two are served.
  const Why why = why_of(spec);
  EXPECT_EQ(means_of(why.preparing_meanwhile), (Lines{"preparing grill: work 1.5", "preparing: work 1"}));
  EXPECT_EQ(means_of(why.parts).at(0), "line: preparing 2.5");
}

TEST(WhyMeanwhile, IsDividedAmongTheOrdersThatAreOpen) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .orders_in_flight = 2}});
  spec.orders = {comes("bo", 0s), comes_for_salad("cy", 0s), comes("di", 1s)};

  // Di waits from 1 to 4: half for Bo's burger, half for Cy's salad. Three are served.
  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing: work 0.5", "preparing grill: work 0.5"}));
}

TEST(WhyMeanwhile, IsDividedAmongThePeople) {
  CounterSpec spec = kitchen_of({{.name = "crew", .count = 2}});
  spec.orders = {comes("ana", 0s), comes_for_salad("bo", 0s), comes("cy", 1s)};

  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing: work 0.5", "preparing grill: work 0.5"}));
}

TEST(WhyMeanwhile, IsDividedAmongThePeopleFirstAndThenAmongTheirOrders) {
  CounterSpec spec = kitchen_of({{.name = "one"}, {.name = "two", .orders_in_flight = 2}});
  spec.stations[0].capacity = 3;
  spec.orders = {comes("ana", 0s), comes_for_salad("bo", 0s), comes("cy", 0s), comes("di", 1s)};

  // Di waits from 1 to 4. Half is of one, who grills, a quarter each of two, who has a salad and a burger: 2.25 s and
  // 0.75 s of 3 s. Four are served.
  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing grill: work 0.5625", "preparing: work 0.1875"}));
}

TEST(WhyMeanwhile, HasTheCausesOfAWholeWaitInProportion) {
  CounterSpec spec = kitchen_of({{.name = "crew", .count = 2}});
  spec.stations[0].breakdown = {.time_between = 3s, .repair = 4s};
  spec.orders = {comes("ana", 1s), comes("bo", 2s), comes_for_salad("cy", 3s)};

  // Ana's burger is grilled from 1 to 5. Bo's waits from 2 to 9, of which 3 s are busy and 4 s are repair. Cy waits
  // from 3 to 5: 1 s for Ana's burger, and 1 s for Bo's, 3/7 of it busy and 4/7 repair. Three are served.
  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing grill: work 0.333333", "preparing grill: repair 0.190476",
                                       "preparing grill: busy 0.142857"}));
}

TEST(WhyMeanwhile, IsOfTheCriticalItem) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("bo", 0s, items({0, salad})), comes("cy", 1s)};

  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing: work 2"}));  // 4 s of two; the burger is ready before
}

TEST(WhyMeanwhile, LeavesOutOrdersThatAreNeverServed) {
  CounterSpec spec = kitchen_of({{.name = "crew", .count = 2}});
  spec.menu[0].steps[0].time = 100s;
  spec.orders = {comes("ana", 0s), comes_for_salad("bo", 0s), comes_for_salad("cy", 1s)};
  spec.until = at(20s);
  spec.stop = Stop::at_until;

  // Cy waits from 1 to 5, half of it for Bo's salad, and half for Ana's burger. Two are served.
  const Why why = why_of(spec);
  EXPECT_EQ(means_of(why.parts).at(0), "line: preparing 2");
  EXPECT_EQ(means_of(why.preparing_meanwhile), (Lines{"preparing: work 1"}));
}

TEST(WhyMeanwhile, LeavesOutTheWaitsOfThoseWhoReneged) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("bo", 0s), comes("cy", 1s, items({0}), {.patience = 2s})};

  EXPECT_EQ(meanwhile_of(spec), Lines{});
}

TEST(WhyMeanwhile, LeavesOutWhileTheServerTakesOrHandsOver) {
  CounterSpec spec = kitchen_of({{.name = "Ana", .order_time = 2s, .handover_time = 3s}});
  spec.orders = {comes("bo", 0s), comes("cy", 0s)};

  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing grill: work 2"}));  // 4 s of two
}

TEST(WhyMeanwhile, LeavesOutWhileOthersOvertake) {
  CounterSpec spec = kitchen_of({{.name = "Ana"}});
  spec.orders = {comes("bo", 0s), comes_for_salad("cy", 1s), comes_for_salad("di", 2s, {.priority = 1})};

  // Cy waits 3 s for Bo's burger, and is then overtaken for 5 s. Di waits 2 s for Bo's burger. Three are served.
  EXPECT_EQ(meanwhile_of(spec), (Lines{"preparing grill: work 1.66667"}));
}

}  // namespace
}  // namespace fastfood::model::why_table_test
