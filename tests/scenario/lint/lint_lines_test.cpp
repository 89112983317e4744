#include "sim/scenario/lint/lint_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::lint_lines_test {
namespace {

using testing::IsEmpty;

void expect_silence(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) EXPECT_THAT(diagnostics_of(text), IsEmpty()) << text;
}

/// A scenario with these servers and lines. A customer comes every 10 s to the hall, and orders what takes a minute at
/// the grill, which has units enough.
std::string with(const std::string& servers, const std::string& lines, const std::string& who = R"("line": "hall")",
                 const std::string& grill = "") {
  return R"({"menu": {"wrap": {"station": "grill", "time": 60}}, "stations": {"grill": {"capacity": 9)" + grill +
         R"(}}, "servers": )" + servers + R"(, "lines": )" + lines +
         R"(, "arrivals": [{"every": 10, "count": 100, "items": ["wrap"], )" + who + "}]}";
}

const std::string busy_till = R"({"name": "till", "order_time": 4, "orders_in_flight": 9})";

/// A line with a till, and `stop` after it.
std::string hall_with(const std::string& stop) {
  return R"({"hall": {"stops": [{"name": "till", "do": "order and collect"}, )" + stop + "]}}";
}

TEST(LintLines, WarnsAboutLinesThatNobodyJoins) {
  expect_warnings({
      {with(busy_till, R"({"hall": {}, ^"drive": {}})"), "lines.drive: nobody joins it"},
      {with(busy_till, R"({"drive": {}, ^"hall": {}})", R"("line": ["drive"])"), "lines.hall: nobody joins it"},
      {with(busy_till, R"({"hall": {}, ^"drive": {}})", R"("priority": 1)"), "lines.drive: nobody joins it"},
  });
  expect_silence({
      with(busy_till, R"({"hall": {}, "drive": {}})", R"("line": ["drive", "hall"])"),
      with(busy_till, R"({"hall": {}})", R"("comes_after": 60)"),
      R"({"menu": {}, "lines": {"hall": {}}, "orders": []})",
  });
}

TEST(LintLines, WarnsAboutStopsWhereNobodyWaits) {
  expect_warnings({
      {with(busy_till, hall_with(R"({"name": "tables", "time": 60, "places": 4, "room": ^2, "if_full": "leave"})")),
       "lines.hall.stops.1.room: has no effect; with if_full nobody waits there"},
      {with(busy_till, hall_with(R"({"name": "tables", "time": 60, "if_full": ^"leave"})")),
       "lines.hall.stops.1.if_full: has no effect; a stop without places is never full"},
  });
  expect_silence({with(busy_till, hall_with(R"({"name": "tables", "time": 60, "places": 4, "if_full": "leave"})"))});
}

TEST(LintLines, WarnsAboutStopsWhosePlacesDoNotSuffice) {
  expect_warnings({
      {with(busy_till, hall_with(R"(^{"name": "tables", "time": 60, "places": 4})")),
       "lines.hall.stops.1: its load is 1.5 times its places; the line grows as long as customers come"},
      {with(busy_till,
            R"({"hall": {"stops": [^{"name": "kiosk", "do": "order and collect", "time": 25, "places": 2}]}})"),
       "lines.hall.stops.0: its load is 1.25 times its places; the line grows as long as customers come"},
  });
  expect_silence({
      with(busy_till, hall_with(R"({"name": "tables", "time": 60, "places": 6})")),
      with(busy_till, R"({"hall": {"room": 5, "stops": [{"name": "till", "do": "order and collect"},
                                   {"name": "tables", "time": 60, "places": 4}]}})"),
  });
}

TEST(LintLines, WarnsAboutPlacesThatChangeAfterTheRun) {
  const std::string stop = R"({"name": "till", "do": "order and collect", "places": [{"from": 0, "value": 1}, )";
  const std::string before =
      R"({"menu": {}, "until": 9, "stop": "at_until", "orders": [{"items": []}], "lines": {"hall": {"stops": [)" + stop;
  expect_warnings({
      {before + R"({"from": ^10, "value": 2}]}]}}})",
       "lines.hall.stops.0.places.1.from: is after until, when the run stops; this step never holds"},
  });
  expect_silence({before + R"({"from": 9, "value": 2}]}]}}})"});
}

TEST(LintLines, WarnsAboutPlacesThatCloseBeforeTheLastMayCome) {
  const auto closing_at = [](const std::string& end, const std::string& more) {
    return hall_with(R"({"name": "tables", "time": 9, "places": ^[{"from": 0, "value": 2}, {"from": )" + end +
                     R"(, "value": 0}])" + more + "}");
  };
  const std::string text = with(busy_till, closing_at("989", R"(, "if_full": "leave")"));
  expect_warnings({
      {with(busy_till, closing_at("989", "")),
       "lines.hall.stops.1.places: are none at the end, but customers may still come; they would wait forever"},
  });
  expect_silence({std::string(text).erase(text.find('^'), 1)});
}

TEST(LintLines, WarnsAboutPeopleAtAStopWhoGoBeforeTheLastMayCome) {
  const auto gone_at = [](const std::string& end) {
    return "[" + busy_till + R"(, {"name": "cashier", "lines": [], "orders_in_flight": 9, "count": [)" +
           R"({"from": 0, "value": 1}, {"from": )" + end + R"(, "value": 0}]}])";
  };
  const auto window = [](const std::string& by) {
    return hall_with(R"({"name": "pay", "time": 2, "by": )" + by + R"("cashier"})");
  };
  // The last customer comes 990 s after the first.
  expect_warnings({
      {with(gone_at("989"), window("^")),
       "lines.hall.stops.1.by: nobody is there at the end, but customers may still come; they would wait forever"},
  });
  expect_silence({with(gone_at("1001"), window(""))});
}

TEST(LintStations, WarnsAboutPeopleWhoGoBeforeTheLastMayOrder) {
  const auto with_cook_until = [](const std::string& end, const std::string& caret) {
    const std::string cook = R"({"name": "cook", "lines": [], "works_at": ["grill"], "count": [)"
                             R"({"from": 0, "value": 9}, {"from": )" +
                             end + R"(, "value": 0}]})";
    std::string text = with("[" + busy_till + ", " + cook + "]", R"({"hall": {}})");
    return text.insert(text.find(R"({"capacity")"), caret);
  };
  expect_warnings({
      {with_cook_until("989", "^"),
       "stations.grill: nobody works there at the end, but customers may still order; they would wait forever"},
  });
  expect_silence({with_cook_until("1001", "")});
}

const std::string kiosk = R"({"name": "kiosk", "do": "order", "time": 9})";

/// A hall with kiosks and a desk of a group.
std::string kiosks_and_desk(const std::string& group) {
  return R"({"hall": {"stops": [)" + kiosk + R"(, {"name": "desk", "do": "collect", "by": ")" + group + R"("}]}})";
}

TEST(LintServers, WarnsAboutPeopleWithNothingToDo) {
  const std::string desk = R"({"name": "desk", "lines": []})";
  const std::string nobody = "has nothing to do; nobody orders from a server in its lines";
  expect_warnings({
      {with("[" + busy_till + R"(, ^{"name": "bo", "lines": []}])", R"({"hall": {}})"),
       "servers.1: takes no orders, works at no station and is at no stop; it has nothing to do"},
      {with("[" + desk + R"(, ^{"name": "bo"}])", kiosks_and_desk("desk")), "servers.1: " + nobody},
      {with("[" + desk + R"(, ^{"name": "bo", "lines": ["hall"]}])", kiosks_and_desk("desk")), "servers.1: " + nobody},
  });
  expect_silence({
      with(busy_till, kiosks_and_desk("till")),
      with(R"([{"name": "cook", "count": 9, "lines": [], "works_at": ["grill"]}, )" + desk + "]",
           kiosks_and_desk("desk")),
      with(R"({"name": "bo"})", R"({"hall": {"stops": [)" + kiosk + R"(, {"name": "desk", "do": "collect"}]}})"),
  });
}

TEST(LintServers, WarnsAboutThoseBehindAnUnlimitedGroupInTheSameLines) {
  const std::string behind = "servers.1: never gets a customer; an unlimited group before it takes them all";
  const std::string both = R"("line": ["hall", "drive"])";
  const std::string lines = R"({"hall": {}, "drive": {}})";
  const auto behind_hall = [](const std::string& group) {
    return R"([{"count": "unlimited", "lines": ["hall"]}, )" + group + "]";
  };
  expect_warnings({
      {with(behind_hall(R"(^{"name": "bo", "lines": ["hall"]})"), R"({"hall": {}})"), behind},
      {with(behind_hall(R"(^{"name": "bo"})"), R"({"hall": {}})"), behind},
  });
  expect_silence({
      with(behind_hall(R"({"name": "bo", "count": 9, "lines": ["drive"]})"), lines, both),
      with(behind_hall(R"({"name": "bo", "count": 9})"), lines, both),
      with(behind_hall(R"({"name": "bo", "count": 9, "works_at": ["grill"]})"), R"({"hall": {}})"),
  });
}

TEST(LintServers, WarnsAboutUnlimitedPeopleAtStations) {
  expect_warnings({
      {with(R"({"count": "unlimited", "works_at": ^["grill"]})", R"({"hall": {}})"),
       "servers.works_at: has no effect; an unlimited group always has somebody free"},
  });
}

// Each customer needs 60 s at the grill. Six people are just enough.
TEST(LintServers, WarnsAboutWorkThatIsTooMuchForThoseWhoCanDoIt) {
  const auto cooks = [](const std::string& count) {
    return R"({"name": "cook", "lines": [], "works_at": ["grill"], "count": )" + count + "}";
  };
  expect_warnings({
      {with("[" + busy_till + ", ^" + cooks("5") + "]", R"({"hall": {}})"),
       "servers.1: their work is 1.2 times what they can do; it piles up as long as customers come"},
      {with("^[" + busy_till + ", " + cooks("2") +
                R"(, {"name": "grill chef", "lines": [], "works_at": ["grill"], "count": 3}])",
            R"({"hall": {}})"),
       R"(servers: the work of "cook" and "grill chef" is 1.2 times what they can do; it piles up as long as customers come)"},
      {with(R"(^{"name": "all", "works_at": ["grill"], "count": 5})", R"({"hall": {}})"),
       "servers: their load is 1.2 times what they can do; the line grows as long as customers come"},
      {with("[" + cooks("9") + R"(, ^{"name": "desk", "lines": [], "handover_time": 15}])", kiosks_and_desk("desk")),
       "servers.1: their work is 1.5 times what they can do; it piles up as long as customers come"},
  });
  expect_silence({
      with("[" + busy_till + ", " + cooks("6") + "]", R"({"hall": {}})"),
      with("[" + busy_till + ", " + cooks("1") + "]", R"({"hall": {}})", R"("line": "hall")", R"(, "attended": 10)"),
  });
}

TEST(LintServers, WarnsIfAllHaveGoneBeforeTheLastMayCome) {
  const std::string early =
      R"({"name": "bo", "lines": ["drive"], "count": [{"from": 0, "value": 1}, {"from": 9, "value": 0}]})";
  const std::string at_drive =
      R"("orders": [{"at": 10, "items": [], "line": "drive"}, {"at": 10, "items": [], "line": "hall"}])";
  const std::string before = R"({"menu": {}, "lines": {"hall": {}, "drive": {}}, )" + at_drive + R"(, "servers": )";
  expect_warnings({
      {before + R"(^[{"lines": ["hall"]}, )" + early + "]}",
       "servers: nobody is on duty at the end, but customers may still come; they would wait forever"},
  });
  expect_silence({before + "[{}, " + early + "]}"});
}

TEST(LintStations, WarnsAboutAttendedWhereNobodyWorks) {
  const std::string before = R"({"menu": {"wrap": {"station": "grill", "time": 9}}, "orders": [{"items": ["wrap"]}], )";
  expect_warnings({
      {before + R"("stations": {"grill": {"attended": ^5}}})",
       "stations.grill.attended: has no effect; no group of servers has the station in works_at"},
      {before + R"("servers": {}, "stations": {"grill": {"attended": ^5}}})",
       "stations.grill.attended: has no effect; no group of servers has the station in works_at"},
  });
  expect_silence({before + R"("servers": {"works_at": ["grill"]}, "stations": {"grill": {"attended": 5}}})"});
}

TEST(LintCustomers, WarnsAboutPatienceInALineWhereNobodyWaits) {
  const std::string no_effect = "arrivals.0.patience: has no effect; there is always a server, so nobody waits in line";
  const std::string patient = R"("line": "hall", "patience": ^60)";
  const std::string till = R"({"name": "till", "do": "order and collect"})";
  const std::string unlimited = R"({"count": "unlimited"})";
  const auto hall = [](const std::string& stops) { return R"({"hall": {"stops": [)" + stops + "]}}"; };
  expect_warnings({
      {with(unlimited, R"({"hall": {}})", patient), no_effect},
      {with(unlimited, hall(till), patient), no_effect},
      {with(busy_till, hall(kiosk + R"(, {"name": "desk", "do": "collect"})"), patient), no_effect},
  });
  const std::string waits = R"("line": "hall", "patience": 60)";
  expect_silence({
      with(unlimited, hall(R"({"name": "till", "do": "order and collect", "places": 1})"), waits),
      with(unlimited, hall(R"({"name": "menu board", "time": 9}, )" + till), waits),
      with(R"([{"count": "unlimited", "lines": ["drive"]}, )" + busy_till + "]", R"({"hall": {}, "drive": {}})",
           R"("line": ["hall", "drive"], "patience": 60)"),
  });
}

// A kiosk takes 5 s, and the desk hands over in 2 s; what the till would take does not count.
TEST(LintTimes, KnowsHowLongTheFastestOrderTakesInALineWithStops) {
  const auto text = [](const std::string& target, const std::string& who) {
    return R"({"menu": {}, "servers": [{"name": "till", "order_time": 60, "lines": ["hall"]}, {"name": "desk", "lines": [], "handover_time": 2}], "lines": {"hall": {"stops": [{"name": "kiosk", "do": "order", "time": 5}, {"name": "desk", "do": "collect", "by": "desk"}]}}, "orders": [{"items": [])" +
           who + R"(}], "target": {"total_time": )" + target + "}}";
  };
  const std::string nothing = "has nothing to do; nobody orders from a server in its lines";

  EXPECT_THAT(diagnostics_of(text("7", "")), testing::ElementsAre(testing::HasSubstr(nothing)));
  EXPECT_THAT(diagnostics_of(text("6", "")),
              testing::ElementsAre(testing::HasSubstr(nothing),
                                   testing::HasSubstr("is shorter than the fastest order takes, 7 s")));
  EXPECT_THAT(diagnostics_of(text("6", R"(, "comes_after": 60)")), testing::ElementsAre(testing::HasSubstr(nothing)));
}

}  // namespace
}  // namespace fastfood::scenario::lint_lines_test
