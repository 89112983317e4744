#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace cli::limits_long_test {
namespace {

// Reads a gibibyte.
TEST(Limits, OfAnEndlessDeviceAreThoseOfAFile) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", "/dev/zero"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "/dev/zero: error: cannot be read; it is larger than 1 GiB, or has no end\n");
}

}  // namespace
}  // namespace cli::limits_long_test
