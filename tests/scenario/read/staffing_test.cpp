#include "sim/scenario/read/staffing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::staffing_test {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::Not;

const std::string never = R"("count": [{"from": 0, "value": 0}])";

/// A scenario in which a customer comes to `line`.
std::string with(const std::string& servers, const std::string& lines, const std::string& who) {
  return R"({"menu": {}, "servers": )" + servers + R"(, "lines": )" + lines + R"(, "orders": [{"items": [], )" + who +
         "}]}";
}

const std::string there = R"("line": "hall")";
const std::string from_afar = R"("line": "hall", "comes_after": 60)";

/// A line with a kiosk before it where customers collect, with `more` keys.
std::string kiosks(const std::string& more) {
  return R"({"hall": {"stops": [{"name": "kiosk", "do": "order", "time": 60}, {"name": "desk", "do": "collect")" +
         more + "}]}}";
}

std::string kiosks_marked(const std::string& more) {
  std::string lines = kiosks(more);
  return lines.insert(1, "^");
}

TEST(Staffing, IsRefusedIfNobodyTakesFromALineThatSomebodyJoins) {
  const std::string nobody =
      "lines.hall: nobody takes orders from it; write its name in the lines of a group of servers";
  expect_faults({
      {with(R"([{"lines": ["drive"]}])", R"({"drive": {}, ^"hall": {}})", there), nobody},
      {with(R"([{"lines": []}])", R"({"drive": {}, ^"hall": {}})", there), nobody},
      {with(R"([{"lines": ["drive"]}])", R"({^"hall": {}, "drive": {}})", R"("priority": 1)"), nobody},
      {with(R"([{"lines": ["drive"]}])", R"({"drive": {}, ^"hall": {}})", R"("line": ["drive", "hall"])"), nobody},
      {with(R"([{"lines": ["drive"]}])",
            R"({"drive": {}, ^"hall": {"stops": [{"name": "till", "do": "order and collect"}]}})", there),
       nobody},
      {with(R"([{"lines": ["drive"]}, {"name": "bo", )" + never + "}]", R"({"drive": {}, ^"hall": {}})", there),
       "lines.hall: those who take orders from it are never on duty; let the count of their group be above 0"},
      {R"({"menu": {}, "servers": ^{"lines": []}, "orders": [{"items": []}]})",
       "servers: nobody is ever there to take orders; leave lines out in a group that has people"},
      {R"({"menu": {}, "servers": ^{"lines": []}, "orders": [{"items": [], "comes_after": 60}]})",
       "servers: nobody is ever there to hand over; leave lines out in a group that has people"},
  });
}

TEST(Staffing, IsRefusedIfNobodyHandsOverInALineThatSomebodyJoins) {
  const std::string nobody =
      "lines.hall: nobody hands over in it; write its name in the lines of a group, or by where customers collect";
  expect_faults({
      {with(R"([{"lines": []}])", kiosks_marked(""), there), nobody},
      {with(R"([{"lines": []}])", kiosks_marked(""), from_afar), nobody},
      {with(R"([{"lines": []}])", R"({^"hall": {}})", from_afar), nobody},
      {with(R"([{"lines": []}])", R"({^"hall": {"stops": [{"name": "till", "do": "order and collect"}]}})", from_afar),
       nobody},
      {with("{" + never + "}", kiosks_marked(""), there),
       "lines.hall: those who hand over in it are never on duty; let the count of their group be above 0"},
  });
}

TEST(Staffing, IsRefusedIfThoseAtAStopAreNeverOnDuty) {
  expect_faults({
      {with(R"([{"name": "ana"}, {"name": "bo", )" + never + "}]", kiosks(R"(, "by": ^"bo")"), there),
       "lines.hall.stops.1.by: nobody of \"bo\" is ever on duty; let its count be above 0"},
  });
}

TEST(Staffing, IsRefusedIfThoseWhoWorkAtAStationAreNeverOnDuty) {
  const std::string before =
      R"({"menu": {"wrap": {"station": "grill", "time": 9}}, "stations": {"grill": {}}, "orders": [], "servers": )";
  const std::string nobody = "nobody who works there is ever on duty; let the count of such a group be above 0";
  expect_faults({
      {before + R"([{}, {"name": "bo", "works_at": [^"grill"], )" + never + "}]}", "servers.1.works_at.0: " + nobody},
      {before + R"({"works_at": [^"grill"], )" + never + "}}", "servers.works_at.0: " + nobody},
      {before + R"([{"name": "bo", "works_at": [^"grill"], )" + never + R"(}, {"name": "cy", "works_at": ["grill"], )" +
           never + "}]}",
       "servers.0.works_at.0: " + nobody},
  });
}

/// A drive-through whose till staff, with `more` keys, take the orders and keep the pay window. `mark` stands before
/// the name of those who keep it.
std::string pay_window_kept_by_till(const std::string& more, const std::string& collect, const std::string& mark) {
  return with(R"({"name": "till")" + more + "}",
              R"({"hall": {"stops": [{"name": "board", "do": "order"}, {"name": "pay", "time": 8, "by": )" + mark +
                  R"("till"}, {"name": "window", "do": "collect")" + collect + "}]}}",
              there);
}

TEST(Staffing, IsRefusedIfTheOnlyPersonStaysWithTheOrderOfWhoWaitsForThem) {
  expect_faults({
      {pay_window_kept_by_till("", "", "^"),
       "lines.hall.stops.1.by: the one person of \"till\" stays with an order until it is handed over, so nobody "
       "attends here; let the group have 2 orders_in_flight"},
  });

  for (const std::string& right :
       {pay_window_kept_by_till(R"(, "orders_in_flight": 2)", "", ""),
        pay_window_kept_by_till(R"(, "count": 2)", "", ""), pay_window_kept_by_till("", R"(, "by": "till")", "")}) {
    EXPECT_THAT(diagnostics_of(right), Each(Not(HasSubstr("error")))) << right;
  }
}

TEST(Staffing, IsRightIfSomebodyIsThereForEverybody) {
  const std::string by_bo = R"(, "by": "bo")";
  for (const std::string& text :
       {with(R"([{"lines": ["hall"]}])", R"({"hall": {}, "drive": {}})", there),
        with(R"([{"lines": []}, {"name": "bo", "lines": []}])", kiosks(by_bo), there),
        with(R"([{"lines": []}, {"name": "bo", "lines": []}])", kiosks(by_bo), from_afar),
        with(R"([{"lines": []}, {"name": "bo"}])", R"({"hall": {}})", from_afar),
        with(R"([{"count": "unlimited"}])", R"({"hall": {}})", there),
        std::string(R"({"menu": {}, "lines": {"hall": {}}, "orders": [{"items": [], "comes_after": 9}]})"),
        R"({"menu": {"wrap": {"station": "grill", "time": 9}}, "stations": {"grill": {}}, "orders": [], "servers":
            [{"works_at": ["grill"], )" +
            never + R"(}, {"name": "bo", "works_at": ["grill"]}]})"}) {
    EXPECT_THAT(diagnostics_of(text), Each(Not(HasSubstr("error")))) << text;
  }
}

// The person who is missing may be in what could not be read.
TEST(Staffing, IsNotJudgedIfAnyPartOfItIsWrong) {
  expect_faults({
      {with(R"([{"lines": ["drive"], "count": ^0}])", R"({"drive": {}, "hall": {}})", there),
       "servers.0.count: expected a whole number of at least 1, got 0"},
      {with(R"([{"lines": ["drive"]}])", R"({"drive": {}, "hall": {"room": ^-1}})", there),
       "lines.hall.room: expected a whole number of at least 0, got -1"},
  });
}

}  // namespace
}  // namespace fastfood::scenario::staffing_test
