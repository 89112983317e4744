#include "sim/scenario/arrivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/scenario/wrong.hpp"

namespace sim::scenario {
namespace {

using namespace std::chrono_literals;
using model::ItemId;
using model::StreamSpec;
using testing::ElementsAre;
using testing::IsEmpty;

std::string with_arrivals(const std::string& arrivals) {
  return R"({"menu": {"soda": {"time": 1}}, "arrivals": )" + arrivals + "}";
}

TEST(Arrivals, KeepTheirOrderAndTheirDefaults) {
  const auto read = read_scenario(with_arrivals(R"([
    {"every": 0.5, "count": 10, "items": ["soda", "soda"]},
    {"name": "drive-in", "every": "2min", "count": 1e3, "items": []}
  ])"),
                                  "lunch");

  EXPECT_THAT(read.value().spec.arrivals, ElementsAre(StreamSpec{"walk-in", 500ms, 10, {ItemId{0}, ItemId{0}}},
                                                      StreamSpec{"drive-in", 2min, 1000, {}}));
}

TEST(Arrivals, MayBeNone) { EXPECT_THAT(said_of(with_arrivals("[]")), IsEmpty()); }

TEST(Arrivals, AreRefusedWhereTheyAreWrong) {
  const std::string same = "another one is called \"walk-in\", too; give each its own name";
  const std::string stream = R"({"every": 1, "count": 1, "items": []})";
  expect_faults({
      {with_arrivals("^" + stream), "arrivals: expected a list of streams, got an object"},
      {with_arrivals("[^null]"), "arrivals.0: expected an object, got null"},
      {with_arrivals(R"([^{"count": 1, "items": []}])"),
       "arrivals.0.every: missing; a stream needs the time between arrivals"},
      {with_arrivals(R"([^{"every": 1, "items": []}])"),
       "arrivals.0.count: missing; a stream needs the number of its customers"},
      {with_arrivals(R"([^{"every": 1, "count": 1}])"),
       "arrivals.0.items: missing; a stream needs items; write [] for none"},
      {with_arrivals(R"([{"every": 1, "count": ^0, "items": []}])"),
       "arrivals.0.count: expected a whole number of at least 1, got 0"},
      {with_arrivals(R"([{"every": 1, "count": ^"unlimited", "items": []}])"),
       "arrivals.0.count: expected a whole number of at least 1, got \"unlimited\""},
      {with_arrivals(R"([{"every": ^-1, "count": 1, "items": []}])"),
       "arrivals.0.every: expected a duration of at least 0, got -1"},
      {with_arrivals(R"([{"every": 1, "count": 1, "items": [], ^"evry": 1}])"),
       "arrivals.0.evry: unknown key; did you mean every?"},
      {with_arrivals(R"([{"every": 1, "count": 1, "items": [^"sodas"]}])"),
       "arrivals.0.items.0: \"sodas\" is not the name of an item; did you mean soda?"},
      {with_arrivals(R"([{"name": ^[], "every": 1, "count": 1, "items": []}])"),
       "arrivals.0.name: expected a text, got a list"},
      {with_arrivals("[" + stream + ", ^" + stream + "]"), "arrivals.1.name: " + same},
      {with_arrivals("[" + stream + R"(, {"name": ^"walk-in", "every": 1, "count": 1, "items": []}])"),
       "arrivals.1.name: " + same},
  });
}

TEST(Arrivals, AreRefusedWithWhatIsNotSupportedYet) {
  const std::string unsupported = ": not supported by this version of fastfood; ";
  expect_faults({
      {with_arrivals(R"([{^"rate_per_hour": 60, "items": []}])"),
       "arrivals.0.rate_per_hour" + unsupported + "write every and count"},
      {with_arrivals(R"([{^"times": [1, 2], "items": []}])"),
       "arrivals.0.times" + unsupported + "write each customer into orders"},
      {with_arrivals(R"([{"every": 1, ^"until": 60, "items": []}])"),
       "arrivals.0.until" + unsupported + "limit the stream by its count"},
      {with_arrivals(R"([{"every": 1, "count": 9, ^"mix": [{"weight": 1, "items": []}]}])"),
       "arrivals.0.mix" + unsupported + "write items"},
      {with_arrivals(R"([{"every": ^{"distribution": "exponential", "mean": 1}, "count": 9, "items": []}])"),
       "arrivals.0.every: distributions are not supported by this version of fastfood; write a constant time"},
      {with_arrivals(R"([{"every": 1, "count": 9, "items": [^{"item": "soda"}]}])"),
       "arrivals.0.items.0: entries with a count or a chance are not supported by this version of fastfood; write a "
       "name"},
  });
  for (const std::string key : {"from", "priority", "patience", "balk_at"}) {
    expect_faults({{with_arrivals(R"([{"every": 1, "count": 9, "items": [], ^")" + key + "\": 0}]"),
                    "arrivals.0." + key + unsupported + "remove it"}});
  }
}

}  // namespace
}  // namespace sim::scenario
