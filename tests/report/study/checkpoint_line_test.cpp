#include "sim/report/study/checkpoint_line.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <string>
#include <vector>

#include "tests/report/sample_study.hpp"

namespace fastfood::report::checkpoint_line_test {
namespace {

const CheckpointHeader head{.version = "0.1.0",
                            .scenario = "Lunch \"late\"",
                            .fingerprint = "85944171f73967e8",
                            .seed = 18446744073709551615U,
                            .metrics = {"total_time.mean", "satisfied.fraction"}};

/// Appends the right checksum to a line that is wrong in another way.
std::string with_checksum(std::string line) {
  const std::string content = line.substr(0, line.empty() ? 0 : line.size() - 1);
  return content + ",\"check\":\"" + fingerprint(content) + "\"}";
}

/// Parses a line without its line feed.
CheckpointLine read_back(std::string line) {
  line.pop_back();
  return parse_checkpoint_line(line);
}

TEST(CheckpointLine, FingerprintsAreThePublishedOnes) {
  EXPECT_EQ(fingerprint(""), "cbf29ce484222325");
  EXPECT_EQ(fingerprint("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(fingerprint("foobar"), "85944171f73967e8");
}

TEST(CheckpointLine, ParametersAreThoseOfTheResult) {
  EXPECT_EQ(parameters_text(sample_study().parameters, sample_points()[0].parameters),
            R"({"stations.kitchen.capacity":3,"servers.0.mode":"async"})");
}

TEST(CheckpointLine, OfTheHeaderHasWhatAllRunsShare) {
  EXPECT_EQ(checkpoint_line(head), R"({"format":"fastfood-journal/2","version":"0.1.0","scenario":"Lunch \"late\"",)"
                                   R"("fingerprint":"85944171f73967e8","seed":18446744073709551615,)"
                                   R"("metrics":["total_time.mean","satisfied.fraction"],"check":"1cee5bb735b4449b"})"
                                   "\n");
  EXPECT_TRUE(checkpoint_line(head).starts_with(format_prefix));
  EXPECT_EQ(read_back(checkpoint_line(head)), CheckpointLine{head});
}

TEST(CheckpointLine, OfARunHasAValueForEachMetric) {
  const CheckpointRun run{.parameters = R"({"servers.count":2})", .replication = 12, .values = {5.05, std::nullopt}};

  EXPECT_EQ(checkpoint_line(run),
            R"({"parameters":{"servers.count":2},"replication":12,"values":[5.05,null],"check":"9c2760020c1b6a8f"})"
            "\n");
  EXPECT_EQ(read_back(checkpoint_line(run)), CheckpointLine{run});
}

TEST(CheckpointLine, OfAFailedRunHasTheReason) {
  const CheckpointRun run{.parameters = "{}", .replication = 0, .error = "Nobody\ncan go on."};

  EXPECT_EQ(checkpoint_line(run),
            R"({"parameters":{},"replication":0,"error":"Nobody\ncan go on.","check":"ff543c562f40942c"})"
            "\n");
  EXPECT_EQ(read_back(checkpoint_line(run)), CheckpointLine{run});
}

TEST(CheckpointLine, OfTheEndMarksItAsDone) {
  EXPECT_EQ(checkpoint_line(CheckpointEnd{}), R"({"done":true,"check":"f870ec137889499c"})"
                                              "\n");
  EXPECT_EQ(read_back(checkpoint_line(CheckpointEnd{})), CheckpointLine{CheckpointEnd{}});
}

TEST(CheckpointLine, KeepsEveryBitOfAValue) {
  using Limits = std::numeric_limits<double>;
  for (const double value : {0.1, 1.0 / 3, -0.0, 0.0, 1e21, 1e-7, 5e-324, Limits::min(), Limits::max(), -2.5e-300}) {
    const auto line = read_back(checkpoint_line(CheckpointRun{.parameters = "{}", .values = {value}}));

    const auto* run = std::get_if<CheckpointRun>(&line);
    ASSERT_TRUE(run != nullptr && run->values.size() == 1 && run->values[0].has_value()) << value;
    EXPECT_EQ(std::bit_cast<std::uint64_t>(*run->values[0]), std::bit_cast<std::uint64_t>(value)) << value;
  }
}

TEST(CheckpointLine, KeepsParametersOfAnyKind) {
  const std::vector<std::string> paths{"a", "/b.c/\n\x7F\"", "d", "e", "f"};
  const experiment::Point values{
      {"1e+300", 1e300}, {"\"ä\\n\\\"\"", {}}, {R"([{"from":0,"value":2}])", {}}, {"true", {}}, {"0.1", 0.1}};
  const CheckpointRun run{.parameters = parameters_text(paths, values), .values = {1}};

  EXPECT_EQ(read_back(checkpoint_line(run)), CheckpointLine{run});
}

TEST(CheckpointLine, IsInvalidUnlessItIsCompleteAndAsWritten) {
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
    EXPECT_EQ(parse_checkpoint_line(line), CheckpointLine{InvalidLine{}}) << line;
    EXPECT_EQ(parse_checkpoint_line(with_checksum(line)), CheckpointLine{InvalidLine{}}) << line;
  }
  EXPECT_EQ(parse_checkpoint_line(with_checksum(R"({"done":true})")), CheckpointLine{CheckpointEnd{}});
}

TEST(CheckpointLine, IsInvalidIfAnyOfItsBytesHasChanged) {
  const std::vector<std::string> lines{
      checkpoint_line(head),
      checkpoint_line(CheckpointRun{.parameters = R"({"servers.count":2})", .values = {5.05, {}}}),
      checkpoint_line(CheckpointEnd{})};

  for (const std::string& line : lines) {
    for (std::size_t index = 0; index + 1 < line.size(); ++index) {
      std::string changed = line;
      changed[index] = static_cast<char>(changed[index] ^ 1);  // turns a digit into another digit
      EXPECT_EQ(read_back(changed), CheckpointLine{InvalidLine{}}) << changed;
    }
  }
}

}  // namespace
}  // namespace fastfood::report::checkpoint_line_test
