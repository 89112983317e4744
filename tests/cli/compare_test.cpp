#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::compare_test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// Ana is served from 0 to 20 s. Bo arrives at 1 s. With one person at the till Bo leaves at 13 s; with two Bo is
/// served at once.
std::string impatient(const std::string& name, int people) {
  return R"({"name": ")" + name + R"(", "menu": {"pie": {"time": 20}, "burger": {"time": 10}},
      "servers": {"name": "till", "count": )" +
         std::to_string(people) + R"(},
      "orders": [{"items": ["pie"]}, {"at": 1, "items": ["burger"], "patience": 12}]})";
}

/// There are two cooks at the grill from 0 to 5 s and from 10 s on.
constexpr const char* with_a_break = R"({"name": "break", "menu": {"burger": {"station": "grill", "time": 1}},
    "stations": {"grill": {"capacity": [{"from": 0, "value": 2}, {"from": 5, "value": 0}, {"from": 10, "value": 2}]}},
    "orders": [{"items": ["burger"]}, {"at": 6, "items": ["burger"]}]})";

TEST(WhatIf, OrdersByCustomersServedIfSomeLeave) {
  const Folder folder;
  folder.write("lunch.json", impatient("lunch", 1));

  const Outcome outcome = fastfood(folder, {"whatif", "lunch.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\nThe bottleneck first: till: 1 → 2 adds 1 (customers served).\n"));
}

TEST(WhatIf, ShowsWhatItChangedEvenWithoutAnEffect) {
  const Folder folder;
  folder.write("break.json", with_a_break);

  const Outcome more = fastfood(folder, {"whatif", "break.json"});
  const Outcome fewer = fastfood(folder, {"whatif", "break.json", "--fewer"});

  // Today the customer of 6 s waits for 4 s. With one cook more they do not wait, which is 2 s less on average.
  EXPECT_THAT(more.out, HasSubstr("\ngrill: 2, 0, 2 → 3, 1, 3          2   faster "));
  EXPECT_THAT(fewer.out, StartsWith("One fewer of each, against break on the same customers\n"));
  EXPECT_THAT(fewer.out, HasSubstr("\ngrill: 2, 0, 2 → 1, 0, 1          0     none "));
}

TEST(WhatIf, OrdersByTheRequestedMetric) {
  const Folder folder;
  folder.write("break.json", with_a_break);

  const Outcome outcome = fastfood(folder, {"whatif", "break.json", "--metric", "total_time.max", "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr(R"("metric":"total_time.max",)"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("metrics":{"total_time.max":{"baseline":5,"value":1,"difference":-4,)"));
}

TEST(WhatIf, WithFewerRefusesACounterWithoutTwoOfAnything) {
  const Folder folder;
  folder.write("lunch.json", impatient("lunch", 1));

  const Outcome outcome = fastfood(folder, {"whatif", "lunch.json", "--fewer"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "lunch.json: error: there is nothing of which there could be fewer\n");
}

TEST(Compare, WarnsThatTimesAreOfOtherCustomers) {
  const Folder folder;
  folder.write("today.json", impatient("today", 1));
  folder.write("plan.json", impatient("plan", 2));

  const Outcome text = fastfood(folder, {"compare", "today.json", "plan.json"});
  const Outcome json = fastfood(folder, {"compare", "today.json", "plan.json", "--json", "-"});
  const Outcome quiet = fastfood(folder, {"compare", "today.json", "plan.json", "--json", "-", "-q"});

  EXPECT_THAT(text.out, HasSubstr("\nplan serves 100 % of all who came, today 50 %.\n"));
  EXPECT_EQ(text.err, "");
  EXPECT_EQ(json.err,
            "fastfood: warning: plan serves 100 % of all who came, today 50 %: the times are of other customers\n");
  EXPECT_EQ(quiet.err, "");
  EXPECT_EQ(quiet.out, json.out);
}

TEST(Compare, ShowsTheProfitIfOneOfThemHasMoney) {
  const Folder folder;
  folder.write("today.json", impatient("today", 2));
  folder.write("plan.json",
               R"({"menu": {"pie": {"time": 20, "price": 3}}, "servers": {}, "orders": [{"items": ["pie"]}]})");

  const Outcome outcome = fastfood(folder, {"compare", "plan.json", "today.json", "plan.json"});

  EXPECT_THAT(outcome.out, HasSubstr("\nprofit  "));
  EXPECT_THAT(fastfood(folder, {"compare", "today.json", "today.json"}).out, Not(HasSubstr("profit")));
}

TEST(Compare, DoesNotWarnIfAllCustomersAreServed) {
  const Folder folder;
  folder.write("today.json", impatient("today", 2));
  folder.write("plan.json", impatient("plan", 3));

  const Outcome outcome = fastfood(folder, {"compare", "today.json", "plan.json"});

  EXPECT_THAT(outcome.out, Not(HasSubstr("other customers")));
  EXPECT_THAT(outcome.out, EndsWith("The scenario has no randomness: the differences are exact.\n"));
}

TEST(Usage, OfWhatIfAndCompareHasAnExampleForEachOption) {
  const Folder folder;

  EXPECT_THAT(fastfood(folder, {"whatif", "--help"}).out, HasSubstr("e.g. fastfood whatif lunch.json --fewer"));
  for (const char* command : {"compare", "whatif"}) {
    EXPECT_THAT(fastfood(folder, {command, "--help"}).out, HasSubstr("e.g. --metric wait_time.p95"));
  }
}

}  // namespace
}  // namespace cli::compare_test
