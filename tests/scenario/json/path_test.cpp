#include "sim/scenario/json/path.hpp"

#include <gtest/gtest.h>

#include <cstddef>

namespace fastfood::scenario {
namespace {

TEST(Path, IsDottedWithListIndicesFromZero) {
  const Path path = Path() / "orders" / std::size_t{2} / "items" / std::size_t{0};

  EXPECT_EQ(path.str(), "orders.2.items.0");
  EXPECT_EQ(Path().str(), "");
}

TEST(Path, IsAPointerIfDotsWouldBeAmbiguous) {
  EXPECT_EQ((Path() / "menu" / "no. 1" / "time").str(), "/menu/no. 1/time");
  EXPECT_EQ((Path() / "menu" / "" / "time").str(), "/menu//time");
  EXPECT_EQ((Path() / "menu" / "").str(), "/menu/");
  EXPECT_EQ((Path() / "/menu").str(), "/~1menu");
  EXPECT_EQ((Path() / "menu" / "no. 1~2/3").str(), "/menu/no. 1~02~13");
}

TEST(Path, IsAPrefixOfItselfAndOfLongerPathsByWholeKeys) {
  const Path stations = Path() / "stations";

  EXPECT_TRUE(stations.is_prefix_of(stations));
  EXPECT_TRUE(stations.is_prefix_of(stations / "tap" / "capacity"));
  EXPECT_TRUE(Path().is_prefix_of(stations));
  EXPECT_FALSE((stations / "tap").is_prefix_of(stations));
  EXPECT_FALSE((stations / "tap").is_prefix_of(stations / "tap 2"));
}

TEST(Path, ShowsSlashesAndTildesInsideKeysAsTheyAre) {
  EXPECT_EQ((Path() / "menu" / "fish/chips~1").str(), "menu.fish/chips~1");
}

}  // namespace
}  // namespace fastfood::scenario
