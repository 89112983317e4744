#include "sim/scenario/json/side_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace fastfood::scenario {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SideFiles, ReadsEachFileOnceForAllCopies) {
  int reads = 0;
  const SideFiles files([&](const std::string& name) {
    ++reads;
    return Result<std::string, std::string>(name + "!");
  });
  const SideFiles copy = files;

  EXPECT_EQ(files.text("b").value(), "b!");
  EXPECT_EQ(copy.text("b").value(), "b!");
  EXPECT_EQ(copy.text("a").value(), "a!");
  EXPECT_EQ(reads, 2);
  EXPECT_THAT(files.names(), ElementsAre("a", "b"));
}

TEST(SideFiles, TellsWhyAFileCannotBeRead) {
  const SideFiles files(
      [](const std::string&) -> Result<std::string, std::string> { return Unexpected(std::string("no such file")); });

  EXPECT_EQ(files.text("a").error(), "no such file");
  EXPECT_THAT(files.names(), IsEmpty());
}

TEST(SideFiles, CannotReadWithoutAReader) { EXPECT_FALSE(SideFiles().text("a")); }

}  // namespace
}  // namespace fastfood::scenario
