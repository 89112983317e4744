#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.hpp"

/// Targets of streams and of orders, by the real program.
namespace cli::targets_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// One server. Walk-ins order soda, which takes 3 s, and are served at 3, 6 and 9 s: in 3, 5 and 7 s. Those who phone
/// take 8 s, and are served at 28 and 36 s: in 8 and 15 s. The customer of 40 s is served in 8 s.
constexpr const char* counter = R"({"name": "Two targets", "menu": {"soda": {"time": 3}, "burger": {"time": 8}},
    "servers": {"count": 1}, "orders": [{"at": 40, "items": ["burger"], "target": {"total_time": 8}}],
    "arrivals": [{"name": "walk-in", "times": [0, 1, 2], "items": ["soda"],
                  "target": {"total_time": 5, "fraction": 0.6}},
                 {"name": "phone", "times": [20, 21], "items": ["burger"]}]})";

constexpr const char* target_of_all = R"(target={"total_time": 10, "fraction": 0.9})";

/// Runs `command` on the counter with these arguments.
Outcome on_counter(const std::string& command, const std::vector<std::string>& more = {}) {
  const Folder folder;
  folder.write("counter.json", counter);
  std::vector<std::string> arguments{command, "counter.json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return fastfood(folder, arguments);
}

TEST(Targets, OfPartsOfTheCustomersLeaveTheAimOfTheWholeEmpty) {
  const Outcome outcome = on_counter("run", {"--json", "-", "-q"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out,
              HasSubstr(R"("satisfied":{"target":null,"count":3,"fraction":0.75,"aim":null,"met":null},)"));
  EXPECT_THAT(outcome.out,
              HasSubstr(R"("satisfied":{"target":5,"count":2,"fraction":0.6666666666666666,"aim":0.6,"met":true},)"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("satisfied":null,)"));
}

TEST(Targets, OfAStreamComeBeforeThatOfTheScenario) {
  const Outcome outcome = on_counter("run", {"--json", "-", "-q", "--set", target_of_all});

  // Late are the third walk-in (7 s) and the second who phones (15 s).
  EXPECT_THAT(outcome.out,
              HasSubstr(R"("satisfied":{"target":10,"count":4,"fraction":0.6666666666666666,"aim":0.9,"met":false},)"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("satisfied":{"target":10,"count":1,"fraction":0.5,"aim":0.9,"met":false},)"));
  EXPECT_THAT(outcome.out,
              HasSubstr(R"("satisfied":{"target":5,"count":2,"fraction":0.6666666666666666,"aim":0.6,"met":true},)"));
}

TEST(Targets, AreNamedInTheSummaryOnlyWhereTheyHold) {
  EXPECT_THAT(on_counter("run").out, HasSubstr("\nWithin their target: 3 customers (75 % of those who have one)\n"
                                               "Of walk-in, within 5 s: 2 customers (66.7 %); the aim is 60 %: met\n"));
  EXPECT_THAT(on_counter("run", {"--set", target_of_all}).out,
              HasSubstr("\nWithin their target: 4 customers (66.7 %); the aim is 90 %: not met\n"));
  EXPECT_THAT(on_counter("run", {"-n", "2"}).out,
              AllOf(HasSubstr("\nwithin their target (%) "),
                    HasSubstr("\nThe aim of walk-in, 60 % within 5 s: met over all; met in 2 of 2 runs\n")));
}

TEST(Targets, OfEachDecideWhoIsLate) {
  const Outcome outcome = on_counter("explain");

  // Only the third walk-in is late, who waits 4 s. All wait 0, 2, 4, 0, 7 and 0 s.
  EXPECT_THAT(outcome.out, HasSubstr("\nOf those who have a target, 75 % were served within it.\n"
                                     "Of walk-in, 66.7 % were served within 5 s; the aim, 60 %, is met.\n"));
  EXPECT_THAT(outcome.out, HasSubstr("\nA late customer (beyond their target) takes 7.0 s in all,"));
  EXPECT_THAT(outcome.out, HasSubstr("\nA late customer stands in line for 4.0 s, an average one 2.2 s."));
  EXPECT_THAT(on_counter("run", {"--why", "--json", "-", "-q"}).out, HasSubstr(R"("late":4},)"));
}

TEST(Targets, OfAStreamMayBeRequired) {
  EXPECT_EQ(on_counter("run", {"-q", "--require", "streams.walk-in.satisfied.met == true"}).exit_code, 0);
  EXPECT_EQ(on_counter("run", {"-q", "--require", "streams.walk-in.satisfied.fraction >= 0.7"}).exit_code, 3);
  EXPECT_EQ(on_counter("run", {"-q", "--require", "satisfied.fraction >= 75%"}).exit_code, 0);
}

TEST(Targets, ThatAreNullAreNotMet) {
  EXPECT_EQ(on_counter("run", {"-q", "--require", "satisfied.met == true"}).exit_code, 3);
  EXPECT_EQ(on_counter("run", {"-q", "--require", "streams.phone.satisfied.fraction >= 0"}).exit_code, 3);
}

TEST(Targets, OfAStreamMayBeVaried) {
  const Outcome outcome = on_counter("sweep", {"--vary", "arrivals.0.target.total_time=3,5,7", "--metric",
                                               "streams.walk-in.satisfied.count", "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  for (const char* point : {R"("parameters":{"arrivals.0.target.total_time":3},"replications":1,"metrics":)"
                            R"({"streams.walk-in.satisfied.count":{"mean":1,)",
                            R"("parameters":{"arrivals.0.target.total_time":7},"replications":1,"metrics":)"
                            R"({"streams.walk-in.satisfied.count":{"mean":3,)"}) {
    EXPECT_THAT(outcome.out, HasSubstr(point));
  }
}

TEST(Targets, OfAStreamAreWhatWhatifOrdersBy) {
  EXPECT_THAT(on_counter("whatif", {"--json", "-", "-q"}).out, HasSubstr(R"("metric":"satisfied.fraction",)"));
}

TEST(Targets, ThatAreWrongAreReportedWithTheirPlaces) {
  const Folder folder;
  folder.write("wrong.json",
               "{\"menu\": {},\n \"orders\": [{\"items\": [], \"target\": 5}],\n"
               " \"arrivals\": [{\"times\": [0], \"items\": [], \"target\": {\"total_time\": \"soon\"}}]}\n");

  const Outcome outcome = fastfood(folder, {"validate", "wrong.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("wrong.json:2:37: error: orders.0.target: expected an object, got 5; write "
                                           "{\"total_time\": 5}\n"),
                                 HasSubstr("wrong.json:3:68: error: arrivals.0.target.total_time: expected a duration"),
                                 Not(HasSubstr("unknown key"))));
}

}  // namespace
}  // namespace cli::targets_test
