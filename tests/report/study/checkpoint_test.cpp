#include "sim/report/study/checkpoint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fastfood::report::checkpoint_test {
namespace {

const CheckpointHeader head{.version = "0.1.0",
                            .scenario = "Lunch",
                            .fingerprint = "cbf29ce484222325",
                            .seed = 1,
                            .metrics = {"total_time.mean", "satisfied.fraction"}};

const std::vector<CheckpointRun> runs{
    {.parameters = R"({"servers.count":1})", .replication = 0, .values = {5.05, 0.5}},
    {.parameters = R"({"servers.count":2})", .replication = 0, .error = "Nobody can go on."},
    {.parameters = R"({"servers.count":1})", .replication = 1, .values = {{}, 0.25}},
};

std::string text_of_runs() {
  std::string text = checkpoint_line(head);
  for (const CheckpointRun& run : runs) {
    text += checkpoint_line(run);
  }
  return text;
}

Checkpoint read(std::string_view text) {
  auto checkpoint = Checkpoint::read(text, head);
  EXPECT_TRUE(checkpoint) << (checkpoint ? "" : checkpoint.error().why);
  return checkpoint ? *std::move(checkpoint) : Checkpoint{};
}

std::string without_end(std::string line) {
  line.pop_back();
  return line;
}

/// Why this text is refused if the header should be `wanted`.
std::string refusal(std::string_view text, const CheckpointHeader& wanted = head) {
  const auto checkpoint = Checkpoint::read(text, wanted);
  return checkpoint ? "" : checkpoint.error().why;
}

/// How many of the runs it has. They must be the first ones.
std::size_t kept(const Checkpoint& checkpoint) {
  std::size_t number = 0;
  while (number < runs.size() && checkpoint.find(runs[number].parameters, runs[number].replication) != nullptr) {
    EXPECT_EQ(*checkpoint.find(runs[number].parameters, runs[number].replication), runs[number]);
    ++number;
  }
  EXPECT_EQ(checkpoint.size(), number);
  return number;
}

TEST(Checkpoint, FindsARunByItsParametersAndReplication) {
  const Checkpoint checkpoint = read(text_of_runs());

  EXPECT_EQ(kept(checkpoint), 3U);
  EXPECT_EQ(checkpoint.find(R"({"servers.count":2})", 1), nullptr);
  EXPECT_EQ(checkpoint.find(R"({"servers.count":3})", 0), nullptr);
}

TEST(Checkpoint, CutAnywhereHasTheRunsBeforeTheCut) {
  const std::string text = text_of_runs() + checkpoint_line(CheckpointEnd{});

  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const std::string whole = text.substr(0, cut).substr(0, text.substr(0, cut).rfind('\n') + 1);
    const auto lines = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n'));

    const Checkpoint checkpoint = read(text.substr(0, cut));

    EXPECT_EQ(checkpoint.valid_bytes(), whole.size()) << cut;
    EXPECT_EQ(kept(checkpoint), lines == 0 ? 0 : std::min<std::size_t>(lines - 1, 3)) << cut;
    EXPECT_EQ(checkpoint.is_complete(), cut == text.size()) << cut;
  }
}

TEST(Checkpoint, IsRefusedIfACompleteLineIsNotAsItWasWritten) {
  const std::string good = checkpoint_line(head) + checkpoint_line(runs[0]);

  const std::vector<std::string> none{"",
                                      "{}",
                                      std::string(2, '\0'),
                                      R"({"parameters":{},"replication":0,"values":[1,2]})",
                                      without_end(checkpoint_line(CheckpointRun{.parameters = "{}", .values = {1}})),
                                      without_end(checkpoint_line(head))};

  for (const std::string& bad : none) {
    for (const std::string& behind : {std::string{}, checkpoint_line(runs[1]), std::string{"{\"par"}}) {
      EXPECT_EQ(refusal(good + bad + "\n" + behind), "line 3 is not as it was written") << bad;
    }
    EXPECT_EQ(kept(read(good + bad)), 1U) << bad;  // a last line may have been cut
  }
}

TEST(Checkpoint, WithAnyDigitChangedIsRefusedWithTheLineAndAdvice) {
  const std::string text = text_of_runs() + checkpoint_line(CheckpointEnd{});
  std::size_t line = 1;
  for (std::size_t index = 0; index < text.size(); ++index) {
    line += index > 0 && text[index - 1] == '\n' ? 1U : 0U;
    if (text[index] >= '0' && text[index] <= '9') {
      std::string changed = text;
      changed[index] = changed[index] == '9' ? '8' : static_cast<char>(changed[index] + 1);
      const bool is_version = index == format_prefix.size();

      const auto checkpoint = Checkpoint::read(changed, head);

      ASSERT_FALSE(checkpoint) << changed;
      EXPECT_EQ(checkpoint.error().why, is_version ? "is no journal that this version can read"
                                                   : "line " + std::to_string(line) + " is not as it was written");
      EXPECT_EQ(checkpoint.error().advice, line == 1
                                               ? "remove the file, or write to another one"
                                               : "delete that line, and its run is made again, or remove the file");
    }
  }
}

TEST(Checkpoint, IsNotDoneAnyMoreOnceTheStudyHasGrown) {
  const std::string text = checkpoint_line(head) + checkpoint_line(runs[0]) + checkpoint_line(CheckpointEnd{});

  EXPECT_TRUE(read(text).is_complete());
  EXPECT_FALSE(read(text + checkpoint_line(runs[1])).is_complete());
  EXPECT_EQ(kept(read(text + checkpoint_line(runs[1]))), 2U);
}

TEST(Checkpoint, OfAnotherStudyIsRefusedWithTheDifference) {
  CheckpointHeader wanted = head;
  wanted.scenario = "Dinner";
  wanted.fingerprint = "af63dc4c8601ec8c";
  EXPECT_EQ(refusal(text_of_runs(), wanted), "is of another scenario: 'Lunch', not 'Dinner'");

  wanted.scenario = head.scenario;
  EXPECT_EQ(refusal(text_of_runs(), wanted), "is of 'Lunch' as it was before it was changed");

  wanted.seed = 2;  // the fingerprint may differ, too
  EXPECT_EQ(refusal(text_of_runs(), wanted), "is of another seed: 1, not 2");

  wanted = head;
  wanted.metrics = {"total_time.p95"};
  EXPECT_EQ(refusal(text_of_runs(), wanted),
            "holds other metrics: total_time.mean, satisfied.fraction, not total_time.p95");

  wanted = head;
  wanted.version = "0.2.0";
  EXPECT_EQ(refusal(text_of_runs(), wanted), "was made by version 0.1.0, this is 0.2.0");
}

TEST(Checkpoint, OfAnotherFormatIsNotMistakenForOneThatWasCut) {
  EXPECT_EQ(refusal("A shopping list"), "is no journal of a study");
  EXPECT_EQ(refusal("{\"format\":\"fastfood-study/1\"}\n"), "is no journal of a study");
  EXPECT_EQ(refusal(std::string{"\n"}.append(text_of_runs())), "is no journal of a study");
  for (const std::string version : {"1", "3", "20"}) {  // version 1 has no checksums
    EXPECT_EQ(refusal("{\"format\":\"fastfood-journal/" + version + "\",\"seed\":1,\"metrics\":[]}\n"),
              "is no journal that this version can read");
    EXPECT_EQ(refusal("{\"format\":\"fastfood-journal/" + version + "\",\"se"), "");
  }
}

}  // namespace
}  // namespace fastfood::report::checkpoint_test
