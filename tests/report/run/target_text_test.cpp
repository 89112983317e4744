#include "sim/report/run/target_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report::target_text_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

model::CounterSpec with_target(std::optional<model::TargetSpec> target) {
  model::CounterSpec spec = sample_spec();
  spec.target = target;
  return spec;
}

/// The sample, whose walk-ins are to be served within 3 s, half of them at least; 3 of 4 are. Others phone.
ScenarioResult with_target_of_walk_ins(std::optional<model::TargetSpec> target) {
  ScenarioResult result{with_target(target), sample_run()};
  result.spec.arrivals[0].who.target = model::TargetSpec{3s, 0.5};
  result.spec.arrivals.push_back({.name = "phone", .when = 1s, .count = 2});
  result.pooled.streams[0].satisfied = model::Satisfied{3s, 3, 0.75, 0.5, true};
  result.pooled.streams.push_back({.name = "phone"});
  return result;
}

TEST(TargetText, IsEmptyWithoutATarget) {
  ScenarioResult result{with_target(std::nullopt), sample_run()};
  result.pooled.satisfied.reset();

  EXPECT_EQ(target_text(result), "");
}

TEST(TargetText, ShowsHowManyWereServedWithinTheTarget) {
  model::RunResult run = sample_run();

  EXPECT_EQ(target_text({sample_spec(), run}),
            "Within the target of 5 s: 1 customer (25 %); the aim is 100 %: not met\n");

  run.satisfied = model::Satisfied{.target = 90s, .count = 9, .fraction = 0.9, .aim = 0.9, .met = true};

  EXPECT_EQ(target_text({with_target(model::TargetSpec{90s, 0.9}), run}),
            "Within the target of 90 s: 9 customers (90 %); the aim is 90 %: met\n");
}

TEST(TargetText, HasNoShareOfNobody) {
  model::RunResult run = sample_run();
  run.satisfied = model::Satisfied{.target = 5s, .aim = 1};

  EXPECT_EQ(target_text({sample_spec(), run}), "Within the target of 5 s: 0 customers\n");
}

TEST(TargetText, SaysTheirTargetIfAStreamHasAnother) {
  EXPECT_EQ(target_text(with_target_of_walk_ins(model::TargetSpec{5s, 1})),
            "Within their target: 1 customer (25 %); the aim is 100 %: not met\n"
            "Of walk-in, within 3 s: 3 customers (75 %); the aim is 50 %: met\n");
}

TEST(TargetText, SaysTheTargetIfAStreamHasTheSameTime) {
  EXPECT_THAT(target_text(with_target_of_walk_ins(model::TargetSpec{3s, 1})), HasSubstr("Within the target of 3 s: "));
}

TEST(TargetText, SaysTheirTargetIfAnOrderHasAnother) {
  ScenarioResult result{sample_spec(), sample_run()};
  result.spec.orders = {{.customer = "Bo", .who = {.target = model::TargetSpec{3s}}}};

  EXPECT_EQ(target_text(result), "Within their target: 1 customer (25 %); the aim is 100 %: not met\n");
}

TEST(TargetText, IsOfTheOnlyStreamWithATargetAlone) {
  ScenarioResult result = with_target_of_walk_ins(std::nullopt);
  result.pooled.satisfied = model::Satisfied{.count = 3, .fraction = 0.75};

  EXPECT_EQ(target_text(result), "Of walk-in, within 3 s: 3 customers (75 %); the aim is 50 %: met\n");
}

TEST(TargetText, CountsOnlyThoseWhoHaveOneIfSomeHaveNone) {
  ScenarioResult result = with_target_of_walk_ins(std::nullopt);
  result.spec.orders = {{.customer = "Bo", .who = {.target = model::TargetSpec{3s}}}};
  result.pooled.satisfied = model::Satisfied{.count = 3, .fraction = 0.6};

  EXPECT_EQ(target_text(result),
            "Within their target: 3 customers (60 % of those who have one)\n"
            "Of walk-in, within 3 s: 3 customers (75 %); the aim is 50 %: met\n");
}

TEST(TargetText, SaysOfSeveralRunsWhetherTheAimIsMet) {
  EXPECT_EQ(target_text(sample_replications()), "The aim, 100 % within 5 s: not met over all; met in 0 of 2 runs\n");
}

TEST(TargetText, SaysOfSeveralRunsWhetherTheAimOfAStreamIsMet) {
  ScenarioResult result = with_target_of_walk_ins(model::TargetSpec{5s, 1});
  result.by_replication = {result.pooled, result.pooled, sample_run()};
  result.by_replication[1].streams[0].satisfied = model::Satisfied{3s, 0, 0, 0.5, false};

  EXPECT_EQ(target_text(result),
            "The aim, 100 % within their target: not met over all; met in 0 of 3 runs\n"
            "The aim of walk-in, 50 % within 3 s: met over all; met in 1 of 3 runs\n");
}

TEST(TargetText, SaysNothingOfSeveralRunsWithoutAnAim) {
  ScenarioResult result = with_target_of_walk_ins(std::nullopt);
  result.spec.arrivals[1].who.target = model::TargetSpec{2s};
  result.pooled.satisfied = model::Satisfied{.count = 3, .fraction = 0.75};
  result.pooled.streams[1].satisfied = model::Satisfied{.target = 2s, .aim = 1};
  result.by_replication = {result.pooled, result.pooled};

  EXPECT_EQ(target_text(result), "The aim of walk-in, 50 % within 3 s: met over all; met in 2 of 2 runs\n");
}

TEST(TargetText, ShowsTheNameOfAStreamOnOneLine) {
  ScenarioResult result = with_target_of_walk_ins(model::TargetSpec{5s, 1});
  result.spec.arrivals[0].name = result.pooled.streams[0].name = "walk\n\x1b[31min";

  EXPECT_THAT(target_text(result), Not(HasSubstr("\x1b")));
}

TEST(TargetWords, NameTheTimeOnlyIfItIsThatOfAll) {
  EXPECT_EQ(target_words(sample_spec()), "5 s");
  EXPECT_EQ(target_phrase(sample_spec()), "the target of 5 s");

  const model::CounterSpec spec = with_target_of_walk_ins(std::nullopt).spec;

  EXPECT_EQ(target_words(spec), "their target");
  EXPECT_EQ(target_phrase(spec), "their target");
}

}  // namespace
}  // namespace fastfood::report::target_text_test
