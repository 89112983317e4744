#include "sim/report/study/checkpoint_line.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <string>
#include <vector>

#include "tests/report/sample_study.hpp"

namespace fastfood::report::journal_line_test {
namespace {

const JournalHead head{.version = "0.1.0",
                       .scenario = "Lunch \"late\"",
                       .fingerprint = "85944171f73967e8",
                       .seed = 18446744073709551615U,
                       .metrics = {"total_time.mean", "satisfied.fraction"}};

/// The text of a line with the checksum that it should have: that it is wrong otherwise is what a test is about.
std::string with_checksum(std::string line) {
  const std::string content = line.substr(0, line.empty() ? 0 : line.size() - 1);
  return content + ",\"check\":\"" + fingerprint(content) + "\"}";
}

/// What is read of a line that was written here.
JournalLine read_back(std::string line) {
  line.pop_back();
  return read_journal_line(line);
}

TEST(JournalLine, FingerprintsAreThoseThatWerePublished) {
  EXPECT_EQ(fingerprint(""), "cbf29ce484222325");
  EXPECT_EQ(fingerprint("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(fingerprint("foobar"), "85944171f73967e8");
}

TEST(JournalLine, ParametersAreThoseOfTheResult) {
  EXPECT_EQ(parameters_text(sample_study().parameters, sample_points()[0].parameters),
            R"({"stations.kitchen.capacity":3,"servers.0.mode":"async"})");
}

TEST(JournalLine, OfTheHeadSaysWhatRunsHaveInCommon) {
  EXPECT_EQ(journal_line(head), R"({"format":"fastfood-journal/2","version":"0.1.0","scenario":"Lunch \"late\"",)"
                                R"("fingerprint":"85944171f73967e8","seed":18446744073709551615,)"
                                R"("metrics":["total_time.mean","satisfied.fraction"],"check":"1cee5bb735b4449b"})"
                                "\n");
  EXPECT_TRUE(journal_line(head).starts_with(journal_beginning));
  EXPECT_EQ(read_back(journal_line(head)), JournalLine{head});
}

TEST(JournalLine, OfARunHasAValueForEachMetric) {
  const JournalRun run{.parameters = R"({"servers.count":2})", .replication = 12, .values = {5.05, std::nullopt}};

  EXPECT_EQ(journal_line(run),
            R"({"parameters":{"servers.count":2},"replication":12,"values":[5.05,null],"check":"9c2760020c1b6a8f"})"
            "\n");
  EXPECT_EQ(read_back(journal_line(run)), JournalLine{run});
}

TEST(JournalLine, OfARunThatFailedSaysWhy) {
  const JournalRun run{.parameters = "{}", .replication = 0, .error = "Nobody\ncan go on."};

  EXPECT_EQ(journal_line(run),
            R"({"parameters":{},"replication":0,"error":"Nobody\ncan go on.","check":"ff543c562f40942c"})"
            "\n");
  EXPECT_EQ(read_back(journal_line(run)), JournalLine{run});
}

TEST(JournalLine, OfTheEndSaysThatItIsDone) {
  EXPECT_EQ(journal_line(JournalEnd{}), R"({"done":true,"check":"f870ec137889499c"})"
                                        "\n");
  EXPECT_EQ(read_back(journal_line(JournalEnd{})), JournalLine{JournalEnd{}});
}

TEST(JournalLine, KeepsEveryBitOfAValue) {
  using Limits = std::numeric_limits<double>;
  for (const double value : {0.1, 1.0 / 3, -0.0, 0.0, 1e21, 1e-7, 5e-324, Limits::min(), Limits::max(), -2.5e-300}) {
    const auto line = read_back(journal_line(JournalRun{.parameters = "{}", .values = {value}}));

    const auto* run = std::get_if<JournalRun>(&line);
    ASSERT_TRUE(run != nullptr && run->values.size() == 1 && run->values[0].has_value()) << value;
    EXPECT_EQ(std::bit_cast<std::uint64_t>(*run->values[0]), std::bit_cast<std::uint64_t>(value)) << value;
  }
}

TEST(JournalLine, KeepsWhateverAParameterIs) {
  const std::vector<std::string> paths{"a", "/b.c/\n\x7F\"", "d", "e", "f"};
  const experiment::Point values{
      {"1e+300", 1e300}, {"\"ä\\n\\\"\"", {}}, {R"([{"from":0,"value":2}])", {}}, {"true", {}}, {"0.1", 0.1}};
  const JournalRun run{.parameters = parameters_text(paths, values), .values = {1}};

  EXPECT_EQ(read_back(journal_line(run)), JournalLine{run});
}

TEST(JournalLine, IsNoneThatIsNotWholeOrNotAsWrittenHere) {
  for (const std::string line :
       {"", "3", "{}", "null", R"({"done":false})", R"({"done":true)", R"({"parameters":{},"replication":0})",
        R"({"parameters":{},"replication":0,"values":[1],"error":"both"})",
        R"({"parameters":{},"replication":-1,"values":[1]})", R"({"parameters":{},"replication":0.5,"values":[1]})",
        R"({"parameters":{},"replication":0,"values":["1"]})", R"({"parameters":{},"replication":0,"values":1})",
        R"({"parameters":{},"replication":0,"values":[1]}x)",
        R"({"format":"fastfood-journal/3","seed":1,"metrics":[]})",
        R"({"format":"fastfood-journal/1","seed":1,"metrics":[]})",
        R"({"format":"fastfood-journal/2","seed":-1,"metrics":[]})", R"({"format":"fastfood-journal/2","seed":1})",
        R"({"format":"fastfood-journal/2","seed":1,"metrics":[2]})"}) {
    EXPECT_EQ(read_journal_line(line), JournalLine{NoJournalLine{}}) << line;
    EXPECT_EQ(read_journal_line(with_checksum(line)), JournalLine{NoJournalLine{}}) << line;
  }
  EXPECT_EQ(read_journal_line(with_checksum(R"({"done":true})")), JournalLine{JournalEnd{}});
}

TEST(JournalLine, IsNoneOnceAnyOfItsBytesHasChanged) {
  const std::vector<std::string> lines{
      journal_line(head), journal_line(JournalRun{.parameters = R"({"servers.count":2})", .values = {5.05, {}}}),
      journal_line(JournalEnd{})};

  for (const std::string& line : lines) {
    for (std::size_t place = 0; place + 1 < line.size(); ++place) {
      std::string changed = line;
      changed[place] = static_cast<char>(changed[place] ^ 1);  // of a digit another digit
      EXPECT_EQ(read_back(changed), JournalLine{NoJournalLine{}}) << changed;
    }
  }
}

}  // namespace
}  // namespace fastfood::report::journal_line_test
