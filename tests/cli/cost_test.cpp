#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.hpp"

namespace cli::cost_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string study(const std::string& more) {
  return R"({"scenario": {"menu": {"x": {"time": 1}}, "orders": [{"items": ["x"]}], "servers": {}},
    "vary": {"servers.count": [1, 2], "seed": [1, 2]}, "require": ["total_time.mean <= 5"])" +
         more + "}";
}

TEST(Cost, WarnsAboutVariedParametersWithoutAPrice) {
  const Folder folder;
  folder.write("s.json", study(R"(, "cost": {"servers.count": 10})"));
  const std::string warning =
      "warning: cost: has no price for seed, so more of it is free; add one, or 0 if that is intended";

  EXPECT_THAT(fastfood(folder, {"validate", "s.json"}).err, HasSubstr(warning));
  EXPECT_THAT(fastfood(folder, {"optimize", "s.json"}).err, HasSubstr(warning));
  EXPECT_THAT(fastfood(folder, {"optimize", "-q", "s.json"}).err, Not(HasSubstr("warning")));
}

TEST(Cost, MissingInASearchGetsAWarning) {
  const Folder folder;
  folder.write("s.json", study(""));

  EXPECT_THAT(fastfood(folder, {"validate", "s.json"}).err, Not(HasSubstr("cost")));  // a sweep needs no cost
  EXPECT_THAT(
      fastfood(folder, {"optimize", "s.json"}).err,
      HasSubstr("s.json: warning: cost: missing; all points cost the same, so the first that meets all is best"));
}

}  // namespace
}  // namespace cli::cost_test
