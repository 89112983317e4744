#include "sim/report/study/checkpoint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace fastfood::report::journal_test {
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
  auto journal = Checkpoint::read(text, head);
  EXPECT_TRUE(journal) << (journal ? "" : journal.error().why);
  return journal ? *std::move(journal) : Checkpoint{};
}

std::string without_end(std::string line) {
  line.pop_back();
  return line;
}

/// Why this text is refused where that head is wanted.
std::string refusal(std::string_view text, const CheckpointHeader& wanted = head) {
  const auto journal = Checkpoint::read(text, wanted);
  return journal ? "" : journal.error().why;
}

/// How many of the runs are kept; those that are have to be the first.
std::size_t kept(const Checkpoint& journal) {
  std::size_t number = 0;
  while (number < runs.size() && journal.find(runs[number].parameters, runs[number].replication) != nullptr) {
    EXPECT_EQ(*journal.find(runs[number].parameters, runs[number].replication), runs[number]);
    ++number;
  }
  EXPECT_EQ(journal.size(), number);
  return number;
}

TEST(Checkpoint, FindsARunByWhatWasSetAndItsReplication) {
  const Checkpoint journal = read(text_of_runs());

  EXPECT_EQ(kept(journal), 3U);
  EXPECT_EQ(journal.find(R"({"servers.count":2})", 1), nullptr);
  EXPECT_EQ(journal.find(R"({"servers.count":3})", 0), nullptr);
}

TEST(Checkpoint, CutAnywhereHoldsTheRunsBeforeTheCut) {
  const std::string text = text_of_runs() + checkpoint_line(CheckpointEnd{});

  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const std::string whole = text.substr(0, cut).substr(0, text.substr(0, cut).rfind('\n') + 1);
    const auto lines = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), '\n'));

    const Checkpoint journal = read(text.substr(0, cut));

    EXPECT_EQ(journal.valid_bytes(), whole.size()) << cut;
    EXPECT_EQ(kept(journal), lines == 0 ? 0 : std::min<std::size_t>(lines - 1, 3)) << cut;
    EXPECT_EQ(journal.is_complete(), cut == text.size()) << cut;
  }
}

TEST(Checkpoint, IsRefusedWhereAWholeLineIsNotAsItWasWritten) {
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
    EXPECT_EQ(kept(read(good + bad)), 1U) << bad;  // it may have been cut there
  }
}

TEST(Checkpoint, WithAnyDigitChangedIsRefusedWithTheLineAndWhatToDo) {
  const std::string text = text_of_runs() + checkpoint_line(CheckpointEnd{});
  std::size_t line = 1;
  for (std::size_t index = 0; index < text.size(); ++index) {
    line += index > 0 && text[index - 1] == '\n' ? 1U : 0U;
    if (text[index] >= '0' && text[index] <= '9') {
      std::string changed = text;
      changed[index] = changed[index] == '9' ? '8' : static_cast<char>(changed[index] + 1);
      const bool is_version = index == format_prefix.size();

      const auto journal = Checkpoint::read(changed, head);

      ASSERT_FALSE(journal) << changed;
      EXPECT_EQ(journal.error().why, is_version ? "is no journal that this version can read"
                                                : "line " + std::to_string(line) + " is not as it was written");
      EXPECT_EQ(journal.error().advice, line == 1 ? "remove the file, or write to another one"
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

TEST(Checkpoint, OfAnotherStudyIsRefusedAndSaysWhatDiffers) {
  CheckpointHeader wanted = head;
  wanted.scenario = "Dinner";
  wanted.fingerprint = "af63dc4c8601ec8c";
  EXPECT_EQ(refusal(text_of_runs(), wanted), "is of another scenario: 'Lunch', not 'Dinner'");

  wanted.scenario = head.scenario;
  EXPECT_EQ(refusal(text_of_runs(), wanted), "is of 'Lunch' as it was before it was changed");

  wanted.seed = 2;  // which the fingerprint may be of, too
  EXPECT_EQ(refusal(text_of_runs(), wanted), "is of another seed: 1, not 2");

  wanted = head;
  wanted.metrics = {"total_time.p95"};
  EXPECT_EQ(refusal(text_of_runs(), wanted),
            "holds other metrics: total_time.mean, satisfied.fraction, not total_time.p95");

  wanted = head;
  wanted.version = "0.2.0";
  EXPECT_EQ(refusal(text_of_runs(), wanted), "was made by version 0.1.0, this is 0.2.0");
}

TEST(Checkpoint, OfSomethingElseIsNotTakenForOneThatWasCut) {
  EXPECT_EQ(refusal("A shopping list"), "is no journal of a study");
  EXPECT_EQ(refusal("{\"format\":\"fastfood-study/1\"}\n"), "is no journal of a study");
  EXPECT_EQ(refusal(std::string{"\n"}.append(text_of_runs())), "is no journal of a study");
  for (const std::string version : {"1", "3", "20"}) {  // those of version 1 have no checksums
    EXPECT_EQ(refusal("{\"format\":\"fastfood-journal/" + version + "\",\"seed\":1,\"metrics\":[]}\n"),
              "is no journal that this version can read");
    EXPECT_EQ(refusal("{\"format\":\"fastfood-journal/" + version + "\",\"se"), "");
  }
}

}  // namespace
}  // namespace fastfood::report::journal_test
