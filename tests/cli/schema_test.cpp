#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.hpp"

namespace cli {
namespace {

TEST(Schema, IsPrintedByteForByte) {
  const Folder folder;
  for (const std::string format : {"scenario", "study", "result"}) {
    SCOPED_TRACE(format);

    const Outcome outcome = fastfood(folder, {"schema", format});

    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_TRUE(outcome.out == repository_file("configs/" + format + ".schema.json"));
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Schema, ThatCannotBeWrittenIsAFailure) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, Call{.arguments = {"schema", "result"}, .out_to = "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "standard output: error: cannot be written; no space is left\n");
}

TEST(Schema, MayBeNamedByAScenario) {
  const Folder folder;
  folder.write("lunch.json", R"({"$schema": "scenario.schema.json", "menu": {}, "orders": []})");

  const Outcome outcome = fastfood(folder, {"validate", "lunch.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "lunch.json: ok\n");
}

}  // namespace
}  // namespace cli
