#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.hpp"

namespace cli::fit_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* three_times = "who,time\nA,4\nB,250ms\nC,1.5min\n";

/// Two half hours at 120 and 40 orders an hour, on one day, in whole seconds.
std::string lunch() {
  std::string csv = "at,items\n";
  for (int i = 0; i != 60; ++i) {
    csv += "11:" + std::string(i / 2 < 10 ? "0" : "") + std::to_string(i / 2) + (i % 2 == 0 ? ":07" : ":41") +
           (i % 3 == 0 ? ",soda+burger\n" : ",burger+soda\n");
  }
  for (int i = 0; i != 20; ++i) {
    csv += "11:" + std::to_string(30 + i) + ":13,2*fries\n";
  }
  return csv;
}

TEST(Fit, PrintsTheTimesThemselvesIfThereAreFew) {
  const Folder folder;
  folder.write("times.csv", three_times);

  const Outcome outcome = fastfood(folder, {"fit", "times.csv", "--column", "time"});

  // Mean 94.25 / 3, squares of the distances from it: 751.7, 971.4 and 3432.0, in all 5155; half of it is 50.77
  // squared.
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "{\"distribution\": \"empirical\", \"samples\": [4, 0.25, 90]}\n");
  EXPECT_EQ(outcome.err,
            "3 values from 0.25 s to 90 s: mean 31.42 s, median 4 s, standard deviation\n50.77 s.\n"
            "\n"
            "Fewer than 30 values do not tell distributions apart: the values themselves are\n"
            "printed (empirical). No time beyond the longest of them will then be drawn.\n"
            "\n");
}

TEST(Fit, PrintsADistributionThatAScenarioReads) {
  const Folder folder;
  const Outcome fit = fastfood(folder, {"fit", config("grill_times.csv"), "--column", "seconds"});
  folder.write("own.json", R"({"menu": {"burger": {"time": )" + fit.out + R"(}},
      "arrivals": [{"every": 60, "count": 9, "items": ["burger"]}]})");

  const Outcome outcome = fastfood(folder, {"validate", "own.json"});

  EXPECT_THAT(fit.out, StartsWith("{\"distribution\": \"lognormal\", \"mean\": "));
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST(Fit, PrintsAStreamThatAScenarioReads) {
  const Folder folder;
  folder.write("till.csv", lunch());
  const Outcome fit = fastfood(folder, {"fit", "till.csv", "--every", "30min"});
  folder.write("own.json", R"({"opens_at": "11:00", "menu": {"burger": {"time": 1}, "soda": {"time": 1},
      "fries": {"time": 1}}, "arrivals": [)" +
                               fit.out + "]}");

  const Outcome outcome = fastfood(folder, {"validate", "own.json"});

  EXPECT_EQ(fit.out,
            "{\n"
            "  \"rate_per_hour\": [\n"
            "    {\"from\": \"11:00\", \"value\": 120},\n"
            "    {\"from\": \"11:30\", \"value\": 40}\n"
            "  ],\n"
            "  \"until\": \"12:00\",\n"
            "  \"mix\": [\n"
            "    {\"weight\": 60, \"items\": [\"soda\", \"burger\"]},\n"
            "    {\"weight\": 20, \"items\": [{\"item\": \"fries\", \"count\": 2}]}\n"
            "  ]\n"
            "}\n");
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST(Fit, PrintsAWholeDayAndSecondsThatAScenarioReads) {
  const Folder folder;
  folder.write("day.csv", "at,items\n00:10,a\n23:50,a\n");
  folder.write("seconds.csv", "at,items\n3700,a\n");
  const Outcome day = fastfood(folder, {"fit", "-q", "day.csv", "--every", "12h"});
  const Outcome seconds = fastfood(folder, {"fit", "-q", "seconds.csv", "--every", "1h", "--from", "1h"});
  folder.write("day.json", R"({"opens_at": "00:00", "menu": {"a": {"time": 1}}, "arrivals": [)" + day.out + "]}");
  folder.write("seconds.json", R"({"menu": {"a": {"time": 1}}, "arrivals": [)" + seconds.out + "]}");

  EXPECT_THAT(day.out, HasSubstr("\"until\": 86400,"));
  EXPECT_THAT(seconds.out, HasSubstr("{\"from\": 0, \"value\": 0},\n    {\"from\": 3600, \"value\": 1}\n"));
  EXPECT_EQ(fastfood(folder, {"validate", "seconds.json"}).exit_code, 0);
  EXPECT_EQ(fastfood(folder, {"validate", "day.json"}).exit_code, 0);
}

TEST(Fit, TellsOfSlotsAndTheScenarioTheyNeed) {
  const Folder folder;
  folder.write("till.csv", lunch());

  const Outcome outcome = fastfood(folder, {"fit", "till.csv", "--every", "30min"});

  // The limits of 60 and 20 counts by Garwood are 45.79 to 77.23 and 12.22 to 30.89.
  EXPECT_THAT(outcome.err, StartsWith("80 orders, taken as those of one day.\n"
                                      "Assumed open from 11:00 to 12:00 (--from and --until change that).\n"));
  EXPECT_THAT(outcome.err, HasSubstr("\nslot         orders  hours  an hour  95 % interval\n"
                                     "11:00-11:30      60    0.5    120.0   91.6 - 154.5\n"
                                     "11:30-12:00      20    0.5     40.0    24.4 - 61.8\n"));
  EXPECT_THAT(outcome.err, HasSubstr("It needs \"opens_at\": \"11:00\".\n"));
}

TEST(Fit, WarnsOfRoundedStampsAndOfDaysThatDiffer) {
  const Folder folder;
  std::string csv = "at,items\n";
  for (int i = 0; i != 40; ++i) {
    csv += "2026-11-27 11:" + std::to_string(10 + 5 * (i % 10)) + ",a\n";
  }
  csv += "2026-11-28 11:15,a\n2026-11-28 11:40,a\n";
  folder.write("till.csv", csv);

  const Outcome outcome = fastfood(folder, {"fit", "till.csv", "--every", "1h"});

  EXPECT_THAT(outcome.err, HasSubstr("The time stamps are rounded to 5 min."));
  EXPECT_THAT(outcome.err, HasSubstr("Days differ: "));
  EXPECT_THAT(outcome.err, HasSubstr("The busiest is 2026-11-27 with 40 orders, the\nquietest 2026-11-28 with 2."));
}

TEST(Fit, WarnsOfAValueThatComesAgainAndAgain) {
  const Folder folder;
  std::string csv = "time\n";
  for (int i = 1; i <= 40; ++i) {
    csv += std::to_string(i * i % 97) + "." + std::to_string(i) + "\n60\n";
  }
  folder.write("times.csv", csv);

  const Outcome outcome = fastfood(folder, {"fit", "times.csv", "--column", "time"});

  EXPECT_THAT(outcome.err, HasSubstr("Suspect: 60 s is there 40 times (50 % of the values), no other value more than\n"
                                     "once."));
}

TEST(Fit, GivesTheSameBytesForTheSameSeed) {
  const Folder folder;
  const std::string file = config("grill_times.csv");

  const Outcome first = fastfood(folder, {"fit", file, "--column", "seconds", "--seed", "2"});
  const Outcome again = fastfood(folder, {"fit", file, "--column", "seconds", "--seed", "2"});
  const Outcome other = fastfood(folder, {"fit", file, "--column", "seconds", "--seed", "3"});

  EXPECT_EQ(first.err, again.err);
  EXPECT_NE(first.err, other.err);  // the p of the tests
  EXPECT_EQ(first.out, other.out);
}

TEST(Fit, IsQuiet) {
  const Folder folder;

  EXPECT_EQ(fastfood(folder, {"fit", "-q", config("grill_times.csv"), "--column", "seconds"}).err, "");
}

TEST(Fit, ReadsStandardInput) {
  const Folder folder;

  const Outcome wrong = fastfood(folder, Call{{"fit", "-", "--column", "time"}, "time\nsoon\n", ""});
  const Outcome right = fastfood(folder, Call{{"fit", "-q", "-", "--column", "time"}, three_times, ""});

  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, StartsWith("<stdin>:2:1: error: time: expected a duration (as 4, "));
  EXPECT_EQ(right.exit_code, 0);
}

TEST(Fit, SaysWhatCouldBeFitted) {
  const Folder folder;
  folder.write("till.csv", lunch());
  folder.write("times.csv", three_times);
  folder.write("one.csv", "time\n4\n");

  const Outcome till = fastfood(folder, {"fit", "till.csv"});

  EXPECT_EQ(till.exit_code, 2);
  EXPECT_EQ(till.out, "");
  EXPECT_EQ(till.err,
            "till.csv: error: it has the columns at and items; fit an arrival stream by --every 30min, or "
            "times by --column NAME\n");
  EXPECT_EQ(fastfood(folder, {"fit", "times.csv"}).err,
            "times.csv: error: say which column of times to fit by --column NAME; the columns are who, time\n");
  EXPECT_EQ(fastfood(folder, {"fit", "one.csv"}).err,
            "one.csv: error: say which column of times to fit, as in --column time\n");
}

TEST(Fit, RefusesWrongFiles) {
  const Folder folder;
  folder.write("times.csv", three_times);

  const Outcome column = fastfood(folder, {"fit", "times.csv", "--column", "tme"});

  EXPECT_EQ(column.exit_code, 2);
  EXPECT_EQ(column.err, "times.csv:1:1: error: there is no column tme; did you mean time?\n");
  EXPECT_EQ(fastfood(folder, {"fit", "missing.csv", "--column", "time"}).err,
            "missing.csv: error: cannot be read; no such file\n");
}

TEST(Fit, RefusesWrongOptions) {
  const Folder folder;
  folder.write("till.csv", lunch());
  const auto refusal = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"fit", "till.csv"});
    const Outcome outcome = fastfood(folder, options);
    EXPECT_EQ(outcome.exit_code, 2);
    return outcome.err.substr(0, outcome.err.find('\n'));
  };

  EXPECT_EQ(refusal({"--every", "1h30"}),
            "fastfood: error: --every: expected a duration of whole seconds from 1s to 24h, got 1h30; write \"90min\"");
  EXPECT_EQ(refusal({"--every", "25h"}),
            "fastfood: error: --every: expected a duration of whole seconds from 1s to 24h, got 25h");
  EXPECT_EQ(refusal({"--every", "1h", "--column", "at"}),
            "fastfood: error: --column: fits times, and --every a stream; leave one of them out");
  EXPECT_EQ(refusal({"--until", "12:00"}), "fastfood: error: --until: needs --every");
  EXPECT_EQ(refusal({"--every", "1h", "--from", "9:00"}),
            "fastfood: error: --from: expected a clock time (as 11:00), or a duration if the file has no clock times, "
            "got 9:00; write \"09:00\"");
  EXPECT_EQ(refusal({"--every", "1h", "--from", "1h"}),
            "fastfood: error: --from: expected a clock time, as 11:00, since the file has clock times");
}

}  // namespace
}  // namespace cli::fit_test
