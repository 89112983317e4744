#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

namespace cli::hardening_release_test {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;

/// What readelf, of the binutils that the compiler needs, says of the program.
std::string told_by_readelf(const std::string& option) {
  const std::string command = "LC_ALL=C readelf " + option + " '" FASTFOOD_PROGRAM "'";
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> piece{};
  for (std::size_t length = 1; pipe != nullptr && length != 0; text.append(piece.data(), length)) {
    length = std::fread(piece.data(), 1, piece.size(), pipe);
  }
  EXPECT_EQ(pipe != nullptr ? ::pclose(pipe) : -1, 0) << command;
  return text;
}

// As Debian's packages are: symbols bound and then read-only, stacks and the C library's buffers checked.
TEST(Hardening, IsThatOfADebianPackage) {
  const std::string symbols = told_by_readelf("-Ws");

  EXPECT_THAT(told_by_readelf("-Wd"), ContainsRegex("BIND_NOW|Flags: NOW"));
  EXPECT_THAT(told_by_readelf("-Wl"), HasSubstr("GNU_RELRO"));
  EXPECT_THAT(symbols, HasSubstr("__stack_chk_fail"));
  EXPECT_THAT(symbols, ContainsRegex("__[a-z]+_chk@"));
}

}  // namespace
}  // namespace cli::hardening_release_test
