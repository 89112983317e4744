#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

namespace cli::hardening_release_test {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;

/// What readelf, from the binutils that the compiler needs, reports about the program.
std::string readelf(const std::string& option) {
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

// As in Debian's packages: symbols are bound and then read-only, and stack and C library buffers are checked.
TEST(Hardening, IsThatOfADebianPackage) {
  const std::string symbols = readelf("-Ws");

  EXPECT_THAT(readelf("-Wd"), ContainsRegex("BIND_NOW|Flags: NOW"));
  EXPECT_THAT(readelf("-Wl"), HasSubstr("GNU_RELRO"));
  EXPECT_THAT(symbols, HasSubstr("__stack_chk_fail"));
  EXPECT_THAT(symbols, ContainsRegex("__[a-z]+_chk@"));
}

}  // namespace
}  // namespace cli::hardening_release_test
