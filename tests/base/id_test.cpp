#include "sim/base/id.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace fastfood {
namespace {

using BurgerId = Id<struct BurgerTag>;
using FryerId = Id<struct FryerTag>;

TEST(Id, IsTheIndexOfAThingInItsList) { EXPECT_EQ(BurgerId{7}.index(), 7U); }

TEST(Id, IsZeroByDefault) { EXPECT_EQ(BurgerId{}, BurgerId{0}); }

TEST(Id, SortsByIndex) {
  EXPECT_LT(BurgerId{1}, BurgerId{2});
  EXPECT_NE(BurgerId{1}, BurgerId{2});
}

TEST(Id, DoesNotMixWithAnIdOfAnotherKind) {
  static_assert(!std::is_convertible_v<FryerId, BurgerId>);
  static_assert(!std::is_constructible_v<FryerId, BurgerId>);
}

TEST(Id, IsNotConvertedFromANumberImplicitly) { static_assert(!std::is_convertible_v<int, BurgerId>); }

}  // namespace
}  // namespace fastfood
