#include "sim/async/detail/timeouts.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace fastfood::async {
namespace {

struct Silent final : Timeout {
  void expire() override {}
};

TEST(Timeouts, ReturnTheEarliestFirstAndEqualKeysInInsertionOrder) {
  Timeouts timeouts;
  Silent late;
  Silent early;
  Silent also_late;
  timeouts.put(late, 7);
  timeouts.put(early, 3);
  timeouts.put(also_late, 7);

  EXPECT_EQ(timeouts.earliest(), 3U);
  EXPECT_EQ(&timeouts.take(), &early);
  EXPECT_EQ(&timeouts.take(), &late);
  EXPECT_EQ(&timeouts.take(), &also_late);
  EXPECT_TRUE(timeouts.empty());
  EXPECT_EQ(timeouts.earliest(), last_key);
}

TEST(Timeouts, DropATimeoutThatIsDestroyed) {
  Timeouts timeouts;
  Silent late;
  timeouts.put(late, 7);
  {
    Silent early;
    timeouts.put(early, 3);
    EXPECT_EQ(timeouts.earliest(), 3U);
  }

  EXPECT_EQ(timeouts.earliest(), 7U);
}

TEST(Timeouts, AgreeWithAMultimapAfterRandomRemovals) {
  std::mt19937_64 random(1);
  Timeouts timeouts;
  std::multimap<Key, std::unique_ptr<Silent>> map;
  for (int i = 0; i != 20'000; ++i) {
    const auto die = random() % 4;
    if (map.empty() || (die < 2 && map.size() < 500)) {
      const Key key = random() % 100;
      const auto entry = map.emplace(key, std::make_unique<Silent>());
      timeouts.put(*entry->second, key);
    } else if (die == 2) {
      map.erase(std::next(map.begin(), static_cast<std::ptrdiff_t>(random() % map.size())));
    } else {
      EXPECT_EQ(&timeouts.take(), map.begin()->second.get());
      map.erase(map.begin());
    }
    EXPECT_EQ(timeouts.earliest(), map.empty() ? last_key : map.begin()->first);
  }
}

}  // namespace
}  // namespace fastfood::async
