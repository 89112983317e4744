#include "sim/report/fit/rate_fit_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace fastfood::report::rate_fit_text_test {
namespace {

using namespace std::chrono_literals;
using experiment::RateFitOptions;
using experiment::Till;
using experiment::TimeBound;
using experiment::TimeStamps;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const Till& till, const RateFitOptions& options) {
  return rate_fit_text(experiment::fit_rates(till, options).value(), till, 0.95, {.width = 1000});
}

/// So many orders on each of these days, one every 61 s from 11:00:01 on.
Till till_of(const std::vector<int>& orders) {
  Till till{.stamps = TimeStamps::date_and_clock, .items = {"soda"}};
  for (std::size_t day = 0; day != orders.size(); ++day) {
    for (int i = 0; i != orders[day]; ++i) {
      till.orders.push_back({static_cast<std::int64_t>(day), 11h + 1s + 61s * i, {{0, 1}}});
    }
  }
  return till;
}

TEST(RateFitText, SaysWhetherDaysDiffer) {
  // 20 and 24 are (2^2 + 2^2) / 22 = 0.36 with one degree, 55 and 15 are (20^2 + 20^2) / 35 = 22.86.
  EXPECT_THAT(text_of(till_of({20, 24}), {.every = 1h}),
              HasSubstr("\nDays do not differ by more than chance (dispersion test): their numbers of orders vary 0.36 "
                        "times (p = 0.546) as much as chance alone would make them.\n"));
  EXPECT_THAT(
      text_of(till_of({55, 15}), {.every = 1h}),
      HasSubstr("\nDays differ: their numbers of orders vary 22.86 times (p <0.001) as much as chance alone would make "
                "them. The busiest is 1970-01-01 with 55 orders, the quietest 1970-01-02 with 15."));
  EXPECT_THAT(text_of(till_of(std::vector<int>(15, 50)), {.every = 1h}),
              HasSubstr("\nDays are more alike than chance allows: "));
  EXPECT_THAT(text_of(till_of({50}), {.every = 1h}), Not(HasSubstr("Days")));
}

TEST(RateFitText, SeesThatDaysDifferWhetherSlotsAreShortOrLong) {
  // 60 and 100 orders differ by (20^2 + 20^2) / 80 = 10 with one degree, p = 0.0016. In slots of two minutes, with two
  // orders in most, the days differ no more than chance would have it.
  const std::string minutes = text_of(till_of({60, 100}), {.every = 2min});

  EXPECT_THAT(minutes, HasSubstr("\nDays differ: their numbers of orders vary 10.00 times (p = 0.002), and those of a "
                                 "slot "));
}

TEST(RateFitText, SeesThatDaysDifferOnlyInTheirShape) {
  // 50 orders from 11:00 on one day and from 12:00 on the other.
  Till till = till_of({50, 50});
  for (std::size_t i = 50; i != till.orders.size(); ++i) {
    till.orders[i].at += 1h;
  }

  EXPECT_THAT(text_of(till, {.every = 1h}),
              HasSubstr("\nDays differ: their numbers of orders vary 0.00 times (p = 1.000), and those of a slot 50.00 "
                        "times (p <0.001) as much"));
}

TEST(RateFitText, WarnsIfStampsAreRounded) {
  Till till{.stamps = TimeStamps::clock, .items = {"soda"}};
  for (int i = 0; i != 30; ++i) {
    till.orders.push_back({0, 11h + 10min * (i % 6), {{0, 1}}});
  }
  EXPECT_THAT(text_of(till, {.every = 1h}), HasSubstr("\nThe time stamps are rounded to 10 min. Gaps between"));
  EXPECT_THAT(text_of(till, {.every = 15min}), HasSubstr("The slots are no multiple of that, so that their counts are "
                                                         "wrong."));
  till.orders.push_back({0, 11h + 3s, {{0, 1}}});
  EXPECT_THAT(text_of(till, {.every = 1h}), HasSubstr("\nMany time stamps are rounded: 96.8 % of them are multiples"));
}

TEST(RateFitText, SaysWhatIsAssumedAndLeftOut) {
  const std::string text =
      text_of(till_of({20, 20}), {.every = 1h, .from = TimeBound{11h, true}, .until = TimeBound{11h + 10min, true}});

  // Of the orders at 1 s, 62 s, ... ten of each day come before 11:10.
  EXPECT_THAT(text,
              HasSubstr("20 orders on 2 days, from 1970-01-01 to 1970-01-02.\nAssumed open from 11:00 to 11:10 on "
                        "each of these days (--from and --until change that). 20 orders are outside and left "
                        "out.\n"));
  EXPECT_THAT(text, HasSubstr("It needs \"opens_at\": \"11:00\". Its menu must have: 'soda'.\n"));
}

TEST(RateFitText, AsksWhenADayBeginsThatRunsPastMidnight) {
  Till till{.stamps = TimeStamps::clock, .items = {}, .orders = {{0, 10min, {}}, {0, 23h, {}}}};

  EXPECT_THAT(text_of(till, {.every = 1h}), HasSubstr("\nOrders come just after midnight."));
}

TEST(RateFitText, SaysThatSlotsAreShort) {
  // 50 orders in 50 min and 50 s.
  EXPECT_THAT(text_of(till_of({50}), {.every = 30s}),
              HasSubstr("\nThere are few orders in a slot, 0.5 on average: longer ones give narrower intervals.\n"));
  EXPECT_THAT(text_of(till_of({50}), {.every = 10min}), Not(HasSubstr("few orders")));
}

TEST(RateFitText, NamesColumnsThatItDoesNotUse) {
  const Till till = experiment::read_till("line,at,items,comes_after\ndrive,11:00,soda,5min\n").value();

  EXPECT_THAT(text_of(till, {.every = 1h}), HasSubstr("\nNot used: 'line', 'comes_after'. For a stream of each line, "
                                                      "fit their orders apart.\n"));
}

TEST(RateFitText, SaysThatTheMixIsLong) {
  Till till = till_of({40});
  for (std::size_t i = 0; i != 31; ++i) {
    till.items.push_back("item " + std::to_string(i));
    till.orders[i].items = {{i + 1, 1}};
  }

  // 31 orders of their own and nine of a soda: the ten most frequent are 18 of 40.
  EXPECT_THAT(
      text_of(till, {.every = 1h}),
      HasSubstr("\nThe mix is long: 32 different orders. All are printed; the 10 most frequent make up 45 %.\n"));
}

}  // namespace
}  // namespace fastfood::report::rate_fit_text_test
