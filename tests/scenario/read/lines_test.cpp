#include "sim/scenario/read/lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::lines_test {
namespace {

using namespace std::chrono_literals;
using model::GroupId;
using model::LineSpec;
using model::StopKind;
using model::StopSpec;
using testing::ElementsAre;
using testing::IsEmpty;

/// A scenario with these lines, a cook and somebody at a window.
std::string with_lines(const std::string& lines) {
  return R"({"menu": {}, "orders": [], "servers": [{"name": "cook"}, {"name": "window"}], "lines": )" + lines + "}";
}

std::vector<LineSpec> lines_of(const std::string& lines) {
  return read_scenario(with_lines(lines), "lunch").value().spec.lines;
}

/// A scenario with one line that has these stops.
std::string with_stops(const std::string& stops) { return with_lines(R"({"drive": {"stops": )" + stops + "}}"); }

/// A scenario with one line that has this stop between those where customers order and where they collect.
std::string with_stop_between(const std::string& stop) {
  return with_stops(R"([{"name": "speaker", "do": "order"}, )" + stop + R"(, {"name": "window", "do": "collect"}])");
}

/// A scenario with one line that has this stop after customers have collected.
std::string with_last_stop(const std::string& stop) {
  return with_stops(R"([{"name": "till", "do": "order and collect"}, )" + stop + "]");
}

TEST(Lines, AreNoneByDefault) {
  EXPECT_THAT(read_scenario(R"({"menu": {}, "orders": []})", "lunch").value().spec.lines, IsEmpty());
}

TEST(Lines, KeepTheirOrderAndTheirDefaults) {
  EXPECT_THAT(lines_of(R"({"till 2": {}, "till 1": {"room": 0}, "hall": {"room": 12.0}})"),
              ElementsAre(LineSpec{"till 2"}, LineSpec{"till 1", 0}, LineSpec{"hall", 12}));
}

TEST(Lines, HaveStops) {
  StopSpec speaker{.name = "speaker", .kind = StopKind::order, .places = 1};
  StopSpec pay{.name = "pay", .time = random::Exponential{19s}, .places = 2, .room = 3, .by = GroupId{1}};
  StopSpec window{.name = "window", .kind = StopKind::collect, .room = 0, .by = GroupId{0}};
  StopSpec car_park{.name = "car park", .time = 5min, .leave_if_full = true};
  car_park.places = model::Schedule({{Instant{}, 0}, {Instant{1h}, 4}});

  EXPECT_THAT(lines_of(R"({"drive": {"room": 4, "stops": [
                {"name": "speaker", "do": "order", "places": 1},
                {"name": "pay", "time": {"distribution": "exponential", "mean": 19}, "places": 2, "room": 3,
                 "by": "window"},
                {"name": "window", "do": "collect", "room": 0, "by": "cook"},
                {"name": "car park", "time": "5min", "if_full": "leave",
                 "places": [{"from": 0, "value": 0}, {"from": "1h", "value": 4}]}]}})"),
              ElementsAre(LineSpec{"drive", 4, {speaker, pay, window, car_park}}));
}

TEST(Lines, MayHaveOneStopForBothAndKiosks) {
  const StopSpec kiosk{.name = "kiosk", .kind = StopKind::order, .time = 80s, .places = 3};
  const StopSpec pickup{.name = "pick-up", .kind = StopKind::collect, .by = GroupId{1}};
  const StopSpec till{.name = "till", .kind = StopKind::order_and_collect, .by = GroupId{1}};
  const StopSpec machine{.name = "machine", .kind = StopKind::order_and_collect, .time = 9s};

  EXPECT_THAT(lines_of(R"({
      "kiosks": {"stops": [{"name": "kiosk", "do": "order", "time": 80, "places": 3},
                           {"name": "pick-up", "do": "collect", "by": "window"}]},
      "counter": {"stops": [{"name": "till", "do": "order and collect", "by": "window"}]},
      "drinks": {"stops": [{"name": "machine", "do": "order and collect", "time": 9}]}})"),
              ElementsAre(LineSpec{"kiosks", {}, {kiosk, pickup}}, LineSpec{"counter", {}, {till}},
                          LineSpec{"drinks", {}, {machine}}));
}

TEST(Lines, MayHaveStopsOfTheSameNameAsThoseOfAnother) {
  const std::string stops = R"({"stops": [{"name": "till", "do": "order and collect"}]})";

  EXPECT_THAT(lines_of(R"({"left": )" + stops + R"(, "right": )" + stops + "}"), testing::SizeIs(2));
}

TEST(Lines, AreRefusedIfTheyAreWrong) {
  expect_faults({
      {with_lines("^[]"),
       R"(lines: expected an object, got a list; write each with its name before it: {"NAME": …, "NAME": …})"},
      {with_lines("^3"), "lines: expected an object, got 3"},
      {with_lines("^{}"), "lines: expected at least one line, got none"},
      {with_lines(R"({"hall": ^4})"), R"(lines.hall: expected an object, got 4; write {"room": 4})"},
      {with_lines(R"({"hall": {"room": ^-1}})"), "lines.hall.room: expected a whole number of at least 0, got -1"},
      {with_lines(R"({"hall": {"room": ^1.5}})"), "lines.hall.room: expected a whole number of at least 0, got 1.5"},
      {with_lines(R"({"hall": {"room": ^"4"}})"),
       "lines.hall.room: expected a whole number of at least 0, got \"4\"; write 4 without quotes"},
      {with_lines(R"({"hall": {"room": ^[{"from": 0, "value": 1}]}})"),
       "lines.hall.room: expected a whole number of at least 0, got a list"},
      {with_lines(R"({"hall": {^"rom": 3}})"), "lines.hall.rom: unknown key; did you mean room?"},
      {with_lines(R"({"hall": {^"capacity": 3}})"), "lines.hall.capacity: unknown key; did you mean room?"},
      {with_lines(R"({"hall": {^"time": 3}})"), "lines.hall.time: unknown key; write it in one of the stops"},
      {with_lines(R"({"hall": {^"name": "h"}})"),
       "lines.hall.name: unknown key; the name of a line stands before it, as its key; remove it"},
      {with_lines(R"({"hall": {^"servers": ["cook"]}})"),
       "lines.hall.servers: unknown key; write in the lines of a group of servers which lines it takes from"},
      {with_stops("^{}"), "lines.drive.stops: expected a list of stops, got an object; write [{…}]"},
      {with_stops("^[]"), "lines.drive.stops: expected at least one stop, got none"},
      {with_stops(R"([^"pay"])"), R"(lines.drive.stops.0: expected an object, got "pay"; write {"name": "pay"})"},
      {with_stops(R"([^{"do": "order and collect"}])"), "lines.drive.stops.0.name: missing; a stop needs a name"},
      {with_stops(R"([{"name": ^3, "do": "order and collect"}])"), "lines.drive.stops.0.name: expected a text, got 3"},
      {with_stops(R"([{"name": "a", "do": "order"}, {"name": ^"a", "do": "collect"}])"),
       R"(lines.drive.stops.1.name: another one is called "a", too; give each its own name)"},
  });
}

TEST(Stops, AreWhereCustomersOrderOnceAndThenCollectOnce) {
  expect_faults({
      {with_stops(R"(^[{"name": "pay", "time": 9}, {"name": "window", "do": "collect"}])"),
       R"(lines.drive.stops: has no stop where customers order; write "do": "order" in one)"},
      {with_stops(R"(^[{"name": "speaker", "do": "order"}, {"name": "pay", "time": 9}])"),
       R"(lines.drive.stops: has no stop where customers collect; write "do": "collect" in one)"},
      {with_stops(R"([{"name": "a", "do": "order"}, {"name": "b", "do": ^"order"}, {"name": "c", "do": "collect"}])"),
       R"(lines.drive.stops.1.do: customers order at "a" already; let them order at one stop)"},
      {with_stops(R"([{"name": "a", "do": "order"}, {"name": "b", "do": "collect"}, {"name": "c", "do": ^"collect"}])"),
       R"(lines.drive.stops.2.do: customers collect at "b" already; let them collect at one stop)"},
      {with_stops(R"([{"name": "a", "do": "order and collect"}, {"name": "b", "do": ^"collect"}])"),
       R"(lines.drive.stops.1.do: customers collect at "a" already; let them collect at one stop)"},
      {with_stops(R"([{"name": "a", "do": ^"collect"}, {"name": "b", "do": "order"}])"),
       "lines.drive.stops.0.do: customers collect before they order; let this stop come later"},
      {with_stops(R"([{"name": "a", "do": ^"pay", "time": 5}])"),
       R"(lines.drive.stops.0.do: expected "order", "collect" or "order and collect", got "pay"; write nothing where they do neither)"},
      {with_stops(R"([{"name": "a", "do": ^["order", "collect"]}])"),
       R"(lines.drive.stops.0.do: expected "order", "collect" or "order and collect", got a list)"},
      {with_stops(R"([{"name": "a", "do": ^"Order"}, {"name": "b", "do": "collect"}])"),
       R"(lines.drive.stops.0.do: expected "order", "collect" or "order and collect", got "Order"; write nothing where they do neither)"},
  });
}

TEST(Stops, HaveTimesAndPeopleThatGoWithWhatCustomersDo) {
  expect_faults({
      {with_stop_between(R"(^{"name": "pay"})"),
       "lines.drive.stops.1.time: missing; a stop where customers neither order nor collect needs one"},
      {with_stop_between(R"({"name": "pay", "time": ^"19 s"})"),
       R"(lines.drive.stops.1.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "19 s"; write "19s")"},
      {with_stop_between(R"({"name": "pay", "time": {"distribution": ^"expo"}})"),
       R"(lines.drive.stops.1.time.distribution: there is no distribution "expo"; did you mean exponential?)"},
      {with_stop_between(R"({"name": "pay", ^"duration": 9})"),
       "lines.drive.stops.1.duration: unknown key; did you mean time?"},
      {with_stops(R"([{"name": "a", "do": "order"}, {"name": "b", "do": "collect", ^"time": 5}])"),
       "lines.drive.stops.1.time: is not allowed where customers only collect; write handover_time in the group that "
       "hands over"},
      {with_stops(R"([{"name": "a", "do": "order", ^"by": "cook"}, {"name": "b", "do": "collect"}])"),
       "lines.drive.stops.0.by: is not allowed where customers only order; write in the lines of a group which it "
       "takes from"},
      {with_stop_between(R"({"name": "pay", "time": 9, "by": ^"cooks"})"),
       R"(lines.drive.stops.1.by: "cooks" is not the name of a group of servers; did you mean cook?)"},
      {with_stop_between(R"({"name": "pay", "time": 9, "by": ^"Bo"})"),
       R"(lines.drive.stops.1.by: "Bo" is not the name of a group of servers; add it to servers)"},
      {with_stop_between(R"({"name": "pay", "time": 9, "by": ^["cook", "window"]})"),
       "lines.drive.stops.1.by: expected the name of a group of servers, got a list; write one name; there is no "
       "choice between several"},
      {R"({"menu": {}, "orders": [], "lines": {"a": {"stops": [{"name": "b", "do": "order and collect", "by": ^"c"}]}}})",
       R"(lines.a.stops.0.by: "c" is not the name of a group of servers; add it to servers)"},
  });
}

TEST(Stops, HaveBoundsThatGoWithTheirPlaceInTheLine) {
  expect_faults({
      {with_stop_between(R"({"name": "pay", "time": 9, "places": ^0})"),
       "lines.drive.stops.1.places: expected a whole number of at least 1, got 0"},
      {with_stop_between(R"({"name": "pay", "time": 9, "places": ^"two"})"),
       R"(lines.drive.stops.1.places: expected a whole number of at least 1 or a list of steps, got "two")"},
      {with_stop_between(
           R"({"name": "pay", "time": 9, "places": ^[{"from": 0, "value": 0}, {"from": 9, "value": 0}]})"),
       "lines.drive.stops.1.places: is never above 0, so nobody could ever stand there; let one value be 1"},
      {with_stop_between(R"({"name": "pay", "time": 9, "places": [{"from": ^5, "value": 1}]})"),
       "lines.drive.stops.1.places.0.from: expected 0 for the first step, got 5"},
      {with_stop_between(R"({"name": "pay", "time": 9, ^"capacity": 2})"),
       "lines.drive.stops.1.capacity: unknown key; did you mean places?"},
      {with_stop_between(R"({"name": "pay", "time": 9, ^"max_queue": 2})"),
       "lines.drive.stops.1.max_queue: unknown key; did you mean room?"},
      {with_stop_between(R"({"name": "pay", "time": 9, "room": ^-1})"),
       "lines.drive.stops.1.room: expected a whole number of at least 0, got -1"},
      {with_stops(R"([{"name": "a", "do": "order and collect", ^"room": 2}])"),
       "lines.drive.stops.0.room: is not allowed at the first stop; write it in the line, next to stops"},
      {with_stop_between(R"({"name": "pay", "time": 9, "places": 1, ^"if_full": "leave"})"),
       "lines.drive.stops.1.if_full: is only allowed after the stop where customers collect; remove it"},
      {with_stops(R"([{"name": "a", "do": "order and collect", "places": 1, ^"if_full": "leave"}])"),
       "lines.drive.stops.0.if_full: is only allowed after the stop where customers collect; remove it"},
      {with_last_stop(R"({"name": "tables", "time": 9, "places": 1, "if_full": ^"balk"})"),
       R"(lines.drive.stops.1.if_full: expected "leave", got "balk")"},
      {with_last_stop(R"({"name": "tables", "time": 9, "places": 1, "if_full": ^true})"),
       R"(lines.drive.stops.1.if_full: expected "leave", got true)"},
  });
}

// A stop that cannot be read might be any of those that seem to be missing.
TEST(Stops, AreNotMissedWhereOneIsWrong) {
  expect_faults({
      {with_stops(R"([{"name": "a", ^"type": "order"}, {"name": "b", "do": "collect"}])"),
       "lines.drive.stops.0.type: unknown key; did you mean do?"},
      {with_stops(R"([{"name": "a", "do": ^7}, {"name": "b", "do": "collect"}])"),
       R"(lines.drive.stops.0.do: expected "order", "collect" or "order and collect", got 7)"},
  });
}

// A group that cannot be read might have the name that seems to be unknown.
TEST(Stops, MayBeByAGroupWhoseNameIsWrong) {
  const std::string lines = R"("lines": {"a": {"stops": [{"name": "b", "do": "order and collect", "by": "cook"}]}})";

  expect_faults({
      {R"({"menu": {}, "orders": [], "servers": {"name": ^3}, )" + lines + "}", "servers.name: expected a text, got 3"},
      {R"({"menu": {}, "orders": [], "servers": {^"title": "cook"}, )" + lines + "}",
       "servers.title: unknown key; did you mean name?"},
      {R"({"menu": {}, "orders": [], ^"staff": {"name": "cook"}, )" + lines + "}",
       "staff: unknown key; did you mean servers?"},
      {R"({"menu": {}, "orders": [], "servers": ^4, )" + lines + "}",
       "servers: expected a group of servers or a list of groups, got 4; write {\"count\": 4}"},
  });
}

}  // namespace
}  // namespace fastfood::scenario::lines_test
