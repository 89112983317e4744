#include "sim/base/ascii.hpp"

#include <gtest/gtest.h>

namespace fastfood {
namespace {

TEST(Ascii, LowersOnlyTheLettersAToZ) {
  EXPECT_EQ(to_lower('A'), 'a');
  EXPECT_EQ(to_lower('Z'), 'z');
  for (const char letter : {'a', 'z', '@', '[', '0', ' ', '\xC4'}) EXPECT_EQ(to_lower(letter), letter);
}

}  // namespace
}  // namespace fastfood
