#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::set_test {
namespace {

using ::testing::HasSubstr;

constexpr const char* one_order = R"({"menu": {"soda": {"time": 2}}, "orders": [{"items": ["soda"]}]})";

TEST(Set, ChangesTheScenarioThatRuns) {
  const Folder folder;
  folder.write("lunch.json", one_order);

  const Outcome outcome =
      fastfood(folder, {"run", "--set", "menu.soda.time=7s", "lunch.json", "--set", "name=Brunch", "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr(R"("scenario":"Brunch")"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("elapsed":7,)"));
}

TEST(Set, IsWrittenToTheResultAsGiven) {
  const Folder folder;
  folder.write("lunch.json", one_order);

  const Outcome outcome =
      fastfood(folder, {"run", "lunch.json", "--json", "-", "--set", "/menu/soda/time=2.50", "--set", "name=a=b",
                        "--set", "target={\"total_time\": \"5s\"}", "--set", "seed=18446744073709551615"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr(R"("overrides":{"/menu/soda/time":2.5,"name":"a=b",)"
                                     R"("target":{"total_time":"5s"},"seed":18446744073709551615},)"
                                     R"("seed":18446744073709551615)"));
}

TEST(Set, SupportsNamesWithAnEqualsSign) {
  const Folder folder;
  folder.write("lunch.json", R"({"menu": {"a=b": {"time": 2}}, "orders": [{"items": ["a=b"]}]})");

  const Outcome outcome = fastfood(folder, {"run", "lunch.json", "--json", "-", "--set", "menu.a=b.time=7s"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr(R"("overrides":{"menu.a=b.time":"7s"},)"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("elapsed":7,)"));
}

TEST(Set, ChangesEachOfSeveralScenarios) {
  const Folder folder;
  folder.write("lunch.json", one_order);
  folder.write("dinner.json", one_order);

  const Outcome outcome =
      fastfood(folder, {"run", "lunch.json", "dinner.json", "--set", "menu.soda.time=7", "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\"scenario\":\"lunch\",\"overrides\":{\"menu.soda.time\":7}"));
  EXPECT_THAT(outcome.out, HasSubstr("\"scenario\":\"dinner\",\"overrides\":{\"menu.soda.time\":7}"));
}

TEST(Set, ThatIsWrongIsRefusedAndNothingRuns) {
  const Folder folder;
  folder.write("lunch.json", one_order);

  const Outcome outcome = fastfood(folder, {"run", "lunch.json", "--json", "out.json", "--set", "menu.sodda.time=3",
                                            "--set", "orders.0.at=soon", "--set", "until=1", "--set", "until=2"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "--set menu.sodda.time: there is no menu.sodda; did you mean menu.soda.time?\n"
            "--set orders.0.at: expected an instant (as 4, 0.5, \"250ms\", \"4s\", \"7min\" or \"1.5h\"), got "
            "\"soon\"\n"
            "--set until: is set twice; leave one of them out\n");
  EXPECT_FALSE(folder.has("out.json"));
}

TEST(Set, ChangesTheScenarioOfASweepBesideWhatItVaries) {
  const Folder folder;
  folder.write("lunch.json", one_order);
  folder.write("study.json", R"({"scenario": "lunch.json", "vary": {"seed": [1, 2]}, "metrics": ["elapsed"]})");

  const Outcome varied = fastfood(folder, {"sweep", "lunch.json", "--vary", "seed=1,2", "--set", "menu.soda.time=7",
                                           "--metric", "elapsed", "--json", "-"});
  const Outcome study = fastfood(folder, {"sweep", "study.json", "--set", "menu.soda.time=7", "--json", "-"});

  EXPECT_EQ(varied.exit_code, 0) << varied.err;
  EXPECT_EQ(study.exit_code, 0) << study.err;
  EXPECT_THAT(varied.out, HasSubstr(R"("parameters":{"seed":1},"replications":1,"metrics":{"elapsed":{"mean":7,)"));
  EXPECT_THAT(study.out, HasSubstr(R"("parameters":{"seed":2},"replications":1,"metrics":{"elapsed":{"mean":7,)"));
}

TEST(Set, OfWhatAStudyVariesIsRefused) {
  const Folder folder;
  folder.write("lunch.json", one_order);
  folder.write("study.json", R"({"scenario": "lunch.json", "vary": {"menu.soda.time": [1, 2]}})");

  const Outcome varied =
      fastfood(folder, {"sweep", "lunch.json", "--vary", "menu.soda.time=1,2", "--set", "/menu/soda/time=7"});
  const Outcome study = fastfood(folder, {"sweep", "study.json", "--set", "menu.soda.time=7"});

  EXPECT_EQ(varied.exit_code, 2);
  EXPECT_EQ(varied.err, "--set /menu/soda/time: the study varies menu.soda.time; leave one of the two out\n");
  EXPECT_EQ(study.exit_code, 2);
  EXPECT_EQ(study.err, "--set menu.soda.time: the study varies menu.soda.time; leave one of the two out\n");
}

TEST(Set, WorksWithEveryCommandThatRunsOrChecksScenarios) {
  const Folder folder;
  folder.write("lunch.json", one_order);
  folder.write("study.json", R"({"scenario": "lunch.json", "vary": {"seed": [1]}, "require": ["elapsed <= 5min"]})");
  const std::string wrong = "--set menu.soda.tim: unknown key; did you mean time?\n";

  for (const std::vector<std::string>& command : {std::vector<std::string>{"run", "lunch.json"},
                                                  {"compare", "lunch.json", "lunch.json"},
                                                  {"whatif", "lunch.json"},
                                                  {"validate", "lunch.json"},
                                                  {"validate", "study.json"},
                                                  {"sweep", "study.json"},
                                                  {"optimize", "study.json"}}) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"--set", "menu.soda.tim=7"});

    const Outcome outcome = fastfood(folder, arguments);

    EXPECT_EQ(outcome.exit_code, 2) << command.front();
    EXPECT_THAT(outcome.err, HasSubstr(wrong)) << command.front();
  }
}

TEST(Set, OfTheSeedBesideTheSeedIsRefusedByEveryCommand) {
  const Folder folder;
  for (const std::string command : {"run", "sweep", "compare", "optimize", "whatif"}) {
    const Outcome outcome = fastfood(folder, {command, "a.json", "b.json", "--set", "seed=7", "--seed", "8"});

    EXPECT_EQ(outcome.exit_code, 2) << command;
    EXPECT_EQ(outcome.out, "") << command;
  }
}

}  // namespace
}  // namespace cli::set_test
