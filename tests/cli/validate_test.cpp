#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/cli/program.hpp"

namespace cli {
namespace {

using ::testing::HasSubstr;

constexpr const char* quiet_day = R"({"menu": {}, "orders": []})";

TEST(Validate, PrintsOkForEachValidFile) {
  const Folder folder;
  folder.write("a.json", quiet_day);

  const Outcome outcome = fastfood(folder, Call{.arguments = {"validate", "a.json", "-"}, .input = quiet_day});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "a.json: ok\n<stdin>: ok\n");
  EXPECT_EQ(outcome.err, "");
}

TEST(Validate, ReportsEveryErrorOfEveryFileWithItsPosition) {
  const Folder folder;
  folder.write("lunch.json",
               "{\n"
               "  \"menu\": {\"fries\": {\"station\": \"fryer\", \"time\": 1}},\n"
               "  \"stations\": {\"fryer\": {\"capacity\": -3}},\n"
               "  \"orders\": [],\n"
               "  \"arrivels\": []\n"
               "}\n");
  folder.write("good.json", quiet_day);

  const Outcome outcome = fastfood(folder, {"validate", "lunch.json", "none.json", "good.json", "."});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "good.json: ok\n");
  EXPECT_EQ(outcome.err,
            "lunch.json:3:38: error: stations.fryer.capacity: expected a whole number of at least 1, got -3\n"
            "lunch.json:5:3: error: arrivels: unknown key; did you mean arrivals?\n"
            "none.json: error: cannot be read; no such file\n"
            ".: error: cannot be read; it is a directory\n");
}

TEST(Validate, ReportsWarningsWithoutEffectOnTheExitCode) {
  const Folder folder;
  folder.write("odd.json", R"({"menu": {}, "stations": {"grill": {}}, "orders": []})");

  const Outcome outcome = fastfood(folder, {"validate", "odd.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "odd.json: ok\n");
  EXPECT_THAT(outcome.err, HasSubstr("odd.json:1:27: warning: stations.grill: no item uses it\n"));
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t time = 0; time != times; ++time) text += part;
  return text;
}

// Whatever it reads, the program ends normally with a one-line error.
void expect_refusal(const Folder& folder, const std::string& file, const std::string& message) {
  for (const char* command : {"validate", "run"}) {
    const Outcome outcome = fastfood(folder, {command, file});

    EXPECT_EQ(outcome.exit_code, 2) << command;
    EXPECT_EQ(outcome.out, "") << command;
    EXPECT_EQ(outcome.err, file + message + "\n") << command;
  }
}

TEST(Validate, RefusesWhatIsNotAFile) {
  const Folder folder;

  expect_refusal(folder, "none.json", ": error: cannot be read; no such file");
  expect_refusal(folder, ".", ": error: cannot be read; it is a directory");
}

TEST(Validate, RefusesAHundredMegabytesOfNonsense) {
  const Folder folder;
  folder.write("words.json", repeated("lunch ", 17'000'000));
  folder.write("bytes.json", repeated("\xFF\xD8\x07\x01", 25'000'000));

  expect_refusal(folder, "words.json", ":1:1: error: expected a value, got lunch");
  expect_refusal(folder, "bytes.json", ":1:1: error: expected UTF-8, got the byte 0xFF");
}

TEST(Validate, RefusesTwoHundredThousandLevels) {
  std::string there = "$schema";
  for (int level = 3; level <= 65; ++level) there += ".0";
  const std::size_t levels = 200'000;
  const Folder folder;
  folder.write("deep.json",
               R"({"menu": {}, "orders": [], "$schema": )" + repeated("[", levels) + repeated("]", levels) + "}");
  folder.write("open.json", repeated("[", levels));

  expect_refusal(folder, "deep.json", ":1:102: error: " + there + ": expected at most 64 levels, got more");
  EXPECT_EQ(fastfood(folder, {"validate", "open.json"}).exit_code, 2);
}

TEST(Validate, IsSilentIfAllFilesAreValidAndQuietIsGiven) {
  const Folder folder;
  folder.write("odd.json", R"({"menu": {}, "stations": {"grill": {}}, "orders": []})");

  const Outcome outcome = fastfood(folder, {"validate", "-q", "odd.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST(Validate, AcceptsTheShippedScenarios) {
  const Folder folder;

  for (const std::string name :
       {"two_per_second", "one_per_second", "ten_at_once", "customer_async", "customer_sequential"}) {
    const Outcome outcome = fastfood(folder, {"validate", "-q", config(name + ".json")});

    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  }
}

}  // namespace
}  // namespace cli
