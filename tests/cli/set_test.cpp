#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace cli::set_test
