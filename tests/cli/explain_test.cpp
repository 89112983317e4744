#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.hpp"

namespace cli::explain_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// One fryer, closed from 10 s to 100 s. The customers of 5, 20 and 30 s order fries, which take 10 s.
constexpr const char* closed_fryer = R"({"name": "closed", "menu": {"fries": {"station": "fryer", "time": 10}},
    "stations": {"fryer": {"capacity": [{"from": 0, "value": 1}, {"from": 10, "value": 0}, {"from": 100, "value": 1}]}},
    "orders": [{"at": 5, "items": ["fries"]}, {"at": 20, "items": ["fries"]}, {"at": 30, "items": ["fries"]}],
    "target": {"total_time": 30}})";

TEST(Explain, NamesAFryerThatIsClosedAndWhatOneThatDoesNotStopWouldSave) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);

  const Outcome outcome = fastfood(folder, {"explain", "closed.json"});

  // The second waits 80 s and the third 70 + 10 s. If it never closes, all three are served at once.
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out,
              HasSubstr("\nA late customer waits 80 s for the fryer, an average one 53 s. For 94 % of that\n"
                        "time the schedule has fewer of it, or none."));
  EXPECT_THAT(outcome.out, HasSubstr("\n1. fryer: 1, 0, 1 → 1, 1, 1: 66.7 points more within target, to 100 %;"));
  EXPECT_THAT(outcome.out, HasSubstr("\n2. fryer: 1, 0, 1 → 2, 1, 2: the same as 1.\n"));
}

TEST(Explain, WritesJson) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);

  const Outcome to_standard = fastfood(folder, {"explain", "closed.json", "--json", "-"});
  const Outcome to_file = fastfood(folder, {"explain", "-q", "closed.json", "--json", "why.json"});

  EXPECT_THAT(to_standard.out, StartsWith(R"({"format":"fastfood-explanation/1",)"));
  EXPECT_THAT(to_standard.out, HasSubstr(R"("whatif":{"format":"fastfood-comparison/1",)"));
  EXPECT_EQ(to_file.out + to_file.err, "");
  EXPECT_THAT(folder.read("why.json"), StartsWith("{\n  \"format\": \"fastfood-explanation/1\",\n"));
}

TEST(Explain, RefusesAWrongFile) {
  const Folder folder;
  folder.write("wrong.json", R"({"menu": {}})");

  EXPECT_EQ(fastfood(folder, {"explain", "wrong.json"}).exit_code, 2);
  EXPECT_EQ(fastfood(folder, {"explain", "missing.json"}).exit_code, 2);
}

TEST(Run, EndsWithWhatTookMostOfTheTimeOfLateCustomers) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);

  const Outcome late = fastfood(folder, {"run", "closed.json"});
  const Outcome nobody_late = fastfood(folder, {"run", "closed.json", "--set", "target.total_time=100"});

  EXPECT_THAT(late.out, HasSubstr("\n\nMost of the time of those who were late: waiting for fryer, 89 %. See fastfood\n"
                                  "explain.\n"));
  EXPECT_THAT(nobody_late.out, Not(HasSubstr("Most of the time")));
}

TEST(Run, WithWhyHasItInTheResultAndInOrdersOnlyIfAsked) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);

  const Outcome why = fastfood(folder, {"run", "--why", "--json", "-", "--orders", "orders.ndjson", "closed.json"});
  const Outcome plain = fastfood(folder, {"run", "--json", "plain.json", "--orders", "plain.ndjson", "closed.json"});

  EXPECT_EQ(why.exit_code, 0);
  EXPECT_THAT(why.out, HasSubstr(R"(,"why":{"served":3,)"));
  EXPECT_THAT(folder.read("orders.ndjson"),
              HasSubstr(R"("why":[{"phase":"preparing","where":"fryer","cause":"closed","seconds":80},)"
                        R"({"phase":"preparing","where":"fryer","cause":"work","seconds":10}]})"));
  EXPECT_EQ(plain.exit_code, 0);
  EXPECT_THAT(folder.read("plain.json") + folder.read("plain.ndjson"), Not(HasSubstr("why")));
}

TEST(Run, ChecksARequirementOnAPart) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);

  const Outcome met = fastfood(folder, {"run", "-q", "closed.json", "--require", "why.fryer.wait.mean <= 1min"});
  const Outcome not_met = fastfood(folder, {"run", "-q", "closed.json", "--require", "why.fryer.closed.late <= 60"});
  const Outcome unknown = fastfood(folder, {"run", "-q", "closed.json", "--require", "why.fryr.wait.mean <= 60"});

  EXPECT_EQ(met.exit_code, 0);
  EXPECT_EQ(not_met.exit_code, 3);
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("there is no why.fryr; did you mean why.fryer.wait.mean?"));
}

TEST(Sweep, HasPartsAsMetrics) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);

  const Outcome outcome = fastfood(folder, {"sweep", "closed.json", "--vary", "stations.fryer.capacity=1,2", "--metric",
                                            "why.fryer.wait.mean", "--metric", "why.line.mean", "-o", "points.csv"});

  // With one fryer that never closes, the customers come after one another and wait for nothing.
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(folder.read("points.csv"), HasSubstr(",why.fryer.wait.mean,"));
  EXPECT_THAT(folder.read("points.csv"), HasSubstr("\n0,1,1,0,"));
}

TEST(Compare, ShowsThePartsSideBySide) {
  const Folder folder;
  folder.write("closed.json", closed_fryer);
  folder.write("open.json", R"({"name": "open", "menu": {"fries": {"station": "fryer", "time": 10}},
      "stations": {"fryer": {}}, "orders": [{"at": 5, "items": ["fries"]}, {"at": 20, "items": ["fries"]},
      {"at": 30, "items": ["fries"]}], "target": {"total_time": 30}})");

  const Outcome outcome = fastfood(folder, {"compare", "closed.json", "open.json"});

  EXPECT_THAT(outcome.out, HasSubstr("\nwhere the time goes (s)  baseline  value  difference\n"
                                     "waiting for fryer           53.33   0.00      -53.33\n"
                                     "made at fryer               10.00  10.00        0.00\n"));
}

}  // namespace
}  // namespace cli::explain_test
