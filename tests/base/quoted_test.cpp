#include "sim/base/quoted.hpp"

#include <gtest/gtest.h>

namespace sim {
namespace {

TEST(Quoted, IsANameBetweenSingleQuotes) {
  EXPECT_EQ(quoted("grill"), "'grill'");
  EXPECT_EQ(quoted("Bäckerei \"Ana\""), "'Bäckerei \"Ana\"'");
  EXPECT_EQ(quoted(""), "''");
}

TEST(Quoted, StaysOnOneLineAndMovesNoCursor) {
  EXPECT_EQ(quoted("a\nb\tc\rd"), R"('a\nb\tc\rd')");
  EXPECT_EQ(quoted("\x1b[2J\x7f"), R"('\u001b[2J\u007f')");
}

}  // namespace
}  // namespace sim
