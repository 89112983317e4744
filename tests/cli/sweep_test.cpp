#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// Two customers who each want a soda of one second at once, from `machines` machines.
constexpr const char* sodas = R"({
  "name": "Sodas",
  "menu": {"soda": {"station": "machine", "time": 1}},
  "stations": {"machine": {}},
  "orders": [{"items": ["soda"]}, {"items": ["soda"]}]
})";

Folder& with_sodas(Folder& folder) {
  folder.write("sodas.json", sodas);
  return folder;
}

TEST(Sweep, OfAScenarioVariesTheNamedParameters) {
  Folder folder;
  with_sodas(folder);

  const Outcome outcome =
      fastfood(folder, {"sweep", "sodas.json", "--vary", "stations.machine.capacity=1,2", "--json", "-"});

  // One machine takes 1 and 2 s, two machines take 1 and 1 s.
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, StartsWith(R"({"format":"fastfood-study/1")"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("index":0,"parameters":{"stations.machine.capacity":1},"replications":1,)"
                                     R"("metrics":{"total_time.mean":{"mean":1.5,"half_width":null)"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("index":1,"parameters":{"stations.machine.capacity":2},"replications":1,)"
                                     R"("metrics":{"total_time.mean":{"mean":1,"half_width":null)"));
}

TEST(Sweep, WritesItsOutputInTheFormatOfTheExtension) {
  Folder folder;
  with_sodas(folder);
  const auto write = [&folder](const std::string& name) {
    EXPECT_EQ(fastfood(folder, {"sweep", "-q", "sodas.json", "--vary", "stations.machine.capacity=1:2", "--out", name})
                  .exit_code,
              0);
    return folder.read(name);
  };

  EXPECT_THAT(write("points.csv"), StartsWith("index,stations.machine.capacity,replications,total_time.mean,"));
  EXPECT_THAT(write("points.csv"), HasSubstr("\n0,1,1,1.5,"));
  EXPECT_THAT(write("points.json"), StartsWith("{\n  \"format\": \"fastfood-study/1\""));
  EXPECT_THAT(write("points.jsonl"), StartsWith(R"({"index":0,)"));
}

TEST(Sweep, WithListShowsItsPointsAndRunsNothing) {
  Folder folder;
  with_sodas(folder);

  const Outcome outcome = fastfood(folder, {"sweep", "sodas.json", "--vary", "stations.machine.capacity=1:2", "--vary",
                                            "until=3,\"4s\"", "--list", "--out", "points.csv"});

  EXPECT_EQ(outcome.out,
            "0  stations.machine.capacity=1  until=3\n"
            "1  stations.machine.capacity=1  until=\"4s\"\n"
            "2  stations.machine.capacity=2  until=3\n"
            "3  stations.machine.capacity=2  until=\"4s\"\n");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_FALSE(folder.has("points.csv"));
  EXPECT_FALSE(folder.has("points.csv.journal"));
}

/// Without a machine nobody ever gets a soda.
void write_a_point_that_fails(const Folder& folder) {
  folder.write("closed.json", R"({
    "menu": {"soda": {"station": "machine", "time": 1}},
    "stations": {"machine": {"capacity": [{"from": 0, "value": 0}, {"from": 3, "value": 1}]}},
    "orders": [{"customer": "Ana", "items": ["soda"]}]
  })");
}

TEST(Sweep, ContinuesIfAPointFailsAndExitsWithOne) {
  Folder folder;
  write_a_point_that_fails(folder);

  const Outcome outcome = fastfood(folder, {"sweep", "closed.json", "--vary", "stations.machine.capacity.1.value=1,0,2",
                                            "--out", "points.csv", "-q"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, StartsWith("closed.json: point 1: error: "));
  EXPECT_THAT(outcome.err, HasSubstr("Ana"));
  EXPECT_THAT(folder.read("points.csv"), HasSubstr("\n2,2,1,4,"));
}

TEST(Sweep, WithFailFastStopsAtTheFirstFailure) {
  Folder folder;
  write_a_point_that_fails(folder);

  const Outcome outcome = fastfood(folder, {"sweep", "closed.json", "--vary", "stations.machine.capacity.1.value=1,0,2",
                                            "--out", "points.csv", "-q", "--fail-fast"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, StartsWith("closed.json: point 1: error: "));
  EXPECT_FALSE(folder.has("points.csv"));
}

TEST(Sweep, ExitsWithThreeIfARequirementIsNotMetAndShowsTheGap) {
  Folder folder;
  with_sodas(folder);

  const Outcome outcome = fastfood(folder, {"sweep", "-q", "sodas.json", "--vary", "stations.machine.capacity=1,2",
                                            "--require", "total_time.max <= 1.5"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err, "sodas.json: point 0: not met: total time, longest: 2 s, needed <= 1.5 s\n");
}

TEST(Sweep, OfMoreThanAMillionPointsNeedsConfirmation) {
  Folder folder;
  with_sodas(folder);
  const std::vector<std::string> call{"sweep",  "sodas.json", "--vary", "stations.machine.capacity=1:1001",
                                      "--vary", "seed=1:1000"};

  const Outcome outcome = fastfood(folder, call);

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "sodas.json: error: 1001000 points are more than a million; --yes runs them all the same\n");
}

TEST(Sweep, OfNoPointsIsRefused) {
  Folder folder;
  with_sodas(folder);
  folder.write("none.json", R"({"scenario": "sodas.json", "vary": {"stations.machine.capacity": [1, 2]},
                                "where": ["stations.machine.capacity > 2"]})");

  const Outcome outcome = fastfood(folder, {"sweep", "none.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("none.json:2:42: error: where: leaves no point"));
}

TEST(Sweep, RefusesAmbiguousCommandLines) {
  Folder folder;
  with_sodas(folder);
  const std::vector<std::pair<std::vector<std::string>, std::string>> calls{
      {{"--resume"}, "--resume: finished runs are in the journal of --out; give --out, too"},
      {{"--out", "points.txt"}, "--out: expected a file that ends in .json, .csv or .jsonl, got points.txt"},
      {{"--out", "a.json", "--json", "a.json"}, "--json: goes to the same place as --out"},
      {{"--jobs", "0"}, "--jobs: expected a whole number from 1 to 1024, got 0"},
      {{"--replications", "many"}, "--replications: expected a whole number"},
      {{"--confidence", "95"}, "--confidence: expected a number between 0 and 1, got 95; did you mean 0.95?"},
      {{"--require", "total_time.mean"}, "--require: "},
  };

  for (const auto& [options, message] : calls) {
    std::vector<std::string> call{"sweep", "sodas.json", "--vary", "stations.machine.capacity=1,2"};
    call.insert(call.end(), options.begin(), options.end());
    const Outcome outcome = fastfood(folder, call);
    EXPECT_EQ(outcome.exit_code, 2) << message;
    EXPECT_THAT(outcome.err, HasSubstr(message));
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(Sweep, ReportsAWrongVariedValue) {
  Folder folder;
  with_sodas(folder);
  const auto message = [&folder](const std::string& vary) {
    const Outcome outcome = fastfood(folder, {"sweep", "sodas.json", "--vary", vary});
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err;
  };

  EXPECT_THAT(message("stations.machin.capacity=1,2"),
              StartsWith("--vary stations.machin.capacity: there is no stations.machin; did you mean "
                         "stations.machine.capacity?"));
  EXPECT_THAT(message("stations.machine.capacity=0,2"), HasSubstr("expected a whole number of at least 1"));
}

TEST(Sweep, ShowsNoProgressInAPipe) {
  Folder folder;
  with_sodas(folder);

  const Outcome outcome = fastfood(folder, {"sweep", "sodas.json", "--vary", "seed=1:200"});

  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, Not(HasSubstr("\r")));
}

}  // namespace
}  // namespace cli
