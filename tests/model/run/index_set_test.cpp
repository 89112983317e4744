#include "sim/model/run/index_set.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace fastfood::model {
namespace {

std::vector<std::size_t> all_of(const IndexSet& set) {
  std::vector<std::size_t> all;
  for (std::size_t at = set.first(); at != IndexSet::none; at = set.first(at + 1)) {
    all.push_back(at);
  }
  return all;
}

TEST(IndexSet, IsEmptyAtFirst) {
  EXPECT_EQ(IndexSet().first(), IndexSet::none);
  EXPECT_FALSE(IndexSet().contains(0));
}

TEST(IndexSet, FindsItsNumbersInAscendingOrder) {
  IndexSet set;
  for (const std::size_t number : {200U, 63U, 0U, 64U, 5U}) {
    set.insert(number);
  }

  EXPECT_EQ(all_of(set), (std::vector<std::size_t>{0, 5, 63, 64, 200}));
  EXPECT_EQ(set.first(6), 63U);
  EXPECT_EQ(set.first(64), 64U);
  EXPECT_EQ(set.first(201), IndexSet::none);
  EXPECT_EQ(set.first(1000), IndexSet::none);
}

TEST(IndexSet, HoldsANumberOnce) {
  IndexSet set;
  set.insert(7);
  set.insert(7);
  set.erase(7);

  EXPECT_FALSE(set.contains(7));
}

TEST(IndexSet, KeepsAllButTheErasedNumber) {
  IndexSet set;
  set.insert(1);
  set.insert(65);
  set.erase(65);
  set.erase(66);
  set.erase(5000);  // was never in the set

  EXPECT_EQ(all_of(set), (std::vector<std::size_t>{1}));
  EXPECT_TRUE(set.contains(1));
  EXPECT_FALSE(set.contains(65));
}

TEST(IndexSet, SetInsertsOrErases) {
  IndexSet set;
  set.set(3, true);
  set.set(4, false);
  EXPECT_EQ(all_of(set), (std::vector<std::size_t>{3}));

  set.set(3, false);
  EXPECT_EQ(set.first(), IndexSet::none);
}

}  // namespace
}  // namespace fastfood::model
