#include "sim/report/value_text.hpp"

#include <gtest/gtest.h>

namespace sim::report {
namespace {

TEST(ValueText, OfATextHasNeitherQuotesNorEscapes) {
  EXPECT_EQ(value_text({"\"async\"", {}}), "async");
  EXPECT_EQ(value_text({"\"4 \\\"s\\\"\\nä\"", {}}), "4 \"s\"\nä");
  EXPECT_EQ(value_text({"\"\"", {}}), "");
}

TEST(ValueText, OfAnythingElseIsItsJson) {
  EXPECT_EQ(value_text({"3.5", 3.5}), "3.5");
  EXPECT_EQ(value_text({"true", {}}), "true");
  EXPECT_EQ(value_text({R"([{"from":0,"value":2}])", {}}), R"([{"from":0,"value":2}])");
}

}  // namespace
}  // namespace sim::report
