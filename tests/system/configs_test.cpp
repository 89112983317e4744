#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/model/spec_of.hpp"
#include "tests/system/shipped.hpp"

/// What is true of every scenario that comes with the program, and what its sources say of those to copy.
namespace fastfood::model {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The names of the scenarios in configs/. What else lies there are schemas, and studies, which name a scenario.
std::set<std::string> names() {
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator{FASTFOOD_ROOT "/configs"}) {
    const std::filesystem::path name = entry.path().stem();
    if (entry.path().extension() == ".json" && name.extension() != ".schema" &&
        text_of(entry.path()).find("\"scenario\":") == std::string::npos) {
      found.insert(name.string());
    }
  }
  return found;
}

class Config : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, Config, testing::ValuesIn(names()), [](const auto& name) { return name.param; });

TEST_P(Config, HasNothingWrongOrOdd) { shipped(GetParam()); }

TEST_P(Config, SaysWhatItShows) {
  const CounterSpec spec = shipped(GetParam());

  EXPECT_NE(spec.name, GetParam());
  EXPECT_GE(spec.description.size(), 80U);
  EXPECT_THAT(spec.description.back(), AnyOf('.', '?'));
}

TEST_P(Config, RunsToItsEndAndAccountsForEverybody) {
  const CustomerCounts customers = run_of(shipped(GetParam())).seen.customers;

  EXPECT_GT(customers.served, 0);
  EXPECT_EQ(customers.served + customers.balked + customers.reneged + customers.unfinished, customers.arrived);
}

/// Portions thrown away, as a share of those cooked.
double waste(const CounterSpec& spec, const RunResult& seen) {
  double wasted = 0;
  double cooked = 0;
  for (std::size_t i = 0; i != spec.stations.size(); ++i) {
    if (const auto& batch = spec.stations[i].batch) {
      wasted += static_cast<double>(seen.stations.at(i).wasted);
      cooked += static_cast<double>(seen.stations[i].batches * batch->size);
    }
  }
  return wasted / cooked;
}

/// A scenario to copy, with made-up demand: a reader who copies a number knows where it comes from, and what is earned
/// and thrown away is like what restaurants earn and throw away.
class ToCopy : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Restaurants, ToCopy,
                         testing::Values("burger_lunch", "drive_through", "full_day", "breakdown_day"),
                         [](const auto& name) { return name.param; });

TEST_P(ToCopy, TellsSourcesFromAssumptions) {
  EXPECT_THAT(shipped(GetParam()).description, AllOf(HasSubstr("From sources:"), HasSubstr("Assumptions:")));
}

TEST_P(ToCopy, WastesAboutWhatAnAreaManagerPutsUpWith) {
  const CounterSpec spec = shipped(GetParam());

  // 1.5 % is the average, at 2.5 % somebody calls (McLibel trial, day 85).
  EXPECT_THAT(waste(spec, run_of(spec).seen), AllOf(Ge(0.015), Le(0.025)));
}

TEST_P(ToCopy, SpendsOnPeopleWhatTheTradeDoes) {
  const CounterSpec spec = shipped(GetParam());
  const Money money = run_of(spec).seen.money.value();

  // 20 to 30 % of sales in the trade. In the drive-through some of the people stand at stations; what machines cost
  // elsewhere is a fifth of a percent.
  EXPECT_THAT((money.labour + money.equipment) / money.revenue, AllOf(Ge(0.2), Le(0.3)));
}

TEST(DriveThrough, TakesAsLongAsThoseThatWereMeasured) {
  // From the end of the line to the food, by brand, 2024: Taco Bell 255.8 s, McDonald's 375.7 s (QSR).
  EXPECT_THAT(run_of(shipped("drive_through")).seen.total_time.mean.value(), AllOf(Ge(255.8), Le(375.7)));
}

TEST(FullDay, HasAboutAThousandCustomers) {
  // A Poisson number of mean 1000: within four times its standard deviation.
  EXPECT_NEAR(static_cast<double>(run_of(shipped("full_day")).seen.customers.arrived), 1000, 4 * 31.6);
}

TEST(BreakdownDay, HasAFryerLessAtNoonAndOtherFailuresByChance) {
  const RunResult seen = run_of(shipped("breakdown_day")).seen;
  CounterSpec without = shipped("breakdown_day");
  without.stations.at(1).capacity = 2;

  EXPECT_EQ(seen.stations.at(1).name, "fryer");
  EXPECT_GT(seen.stations[0].down, 0);
  EXPECT_LT(seen.satisfied->count, run_of(without).seen.satisfied->count);
}

}  // namespace
}  // namespace fastfood::model
