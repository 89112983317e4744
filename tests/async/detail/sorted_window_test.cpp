#include "sim/async/detail/sorted_window.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace fastfood::async {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Labels represent the scheduled items.
using Label = const std::string;
using Window = SortedWindow<Label>;

const std::string a = "a";
const std::string b = "b";
const std::string c = "c";
const std::string d = "d";

std::string line_of(const Entry<Label>& entry) { return std::to_string(entry.key) + *entry.item; }

std::vector<std::string> all_of(Window& window) {
  std::vector<std::string> lines;
  while (!window.empty()) {
    lines.push_back(line_of(window.take()));
  }
  return lines;
}

std::vector<std::string> shed_from(Window& window) {
  std::vector<std::string> lines;
  window.split_off_later([&lines](const Entry<Label>& entry) { lines.push_back(line_of(entry)); });
  return lines;
}

TEST(SortedWindow, TakesTheEarliestFirst) {
  Window window;
  window.add({5, &a});
  window.add({9, &b});
  window.add({1, &c});
  window.add({7, &d});

  EXPECT_EQ(window.size(), 4U);
  EXPECT_EQ(line_of(window.earliest()), "1c");
  EXPECT_EQ(line_of(window.latest()), "9b");
  EXPECT_THAT(all_of(window), ElementsAre("1c", "5a", "7d", "9b"));
}

TEST(SortedWindow, TakesEqualKeysInInsertionOrder) {
  Window window;
  window.add({5, &a});
  window.add({1, &a});
  window.add({5, &b});
  window.add({1, &b});
  window.add({9, &c});
  window.add({5, &c});
  window.add({1, &c});
  window.add({5, &d});

  EXPECT_THAT(all_of(window), ElementsAre("1a", "1b", "1c", "5a", "5b", "5c", "5d", "9c"));
}

TEST(SortedWindow, SplitsOffTheLaterHalf) {
  Window window;
  for (const Key key : {4U, 1U, 6U, 3U, 5U, 2U}) {
    window.add({key, &a});
  }

  EXPECT_THAT(shed_from(window), ElementsAre("4a", "5a", "6a"));
  EXPECT_THAT(all_of(window), ElementsAre("1a", "2a", "3a"));
}

TEST(SortedWindow, NeverSeparatesEqualKeys) {
  Window window;
  window.add({1, &a});
  window.add({2, &a});
  window.add({3, &a});
  window.add({3, &b});
  window.add({3, &c});
  window.add({4, &a});

  const std::vector<std::string> shed = shed_from(window);

  EXPECT_THAT(shed, testing::AnyOf(ElementsAre("3a", "3b", "3c", "4a"), ElementsAre("4a")));
  EXPECT_EQ(window.size() + shed.size(), 6U);
}

TEST(SortedWindow, SplitsOffWhatIsLaterThanAKeyThatMostEntriesShare) {
  Window window;
  window.add({1, &a});
  window.add({1, &b});
  window.add({1, &c});
  window.add({1, &d});
  window.add({2, &a});

  EXPECT_THAT(shed_from(window), ElementsAre("2a"));
  EXPECT_THAT(all_of(window), ElementsAre("1a", "1b", "1c", "1d"));
}

TEST(SortedWindow, SplitsOffNothingIfAllKeysAreEqual) {
  Window window;
  window.add({1, &a});
  window.add({1, &b});
  window.add({1, &c});

  EXPECT_THAT(shed_from(window), IsEmpty());
  EXPECT_THAT(all_of(window), ElementsAre("1a", "1b", "1c"));
}

TEST(SortedWindow, RemovesCondemnedEntriesStartingWithTheEarliest) {
  Window window;
  window.add({2, &a});
  window.add({1, &a});
  window.add({2, &b});
  window.add({1, &b});
  window.add({3, &a});

  std::vector<std::string> asked;
  window.remove_if([&asked](const Entry<Label>& entry) {
    asked.push_back(line_of(entry));
    return *entry.item == "a";
  });

  EXPECT_THAT(asked, ElementsAre("1a", "1b", "2a", "2b", "3a"));
  EXPECT_THAT(all_of(window), ElementsAre("1b", "2b"));
}

TEST(SortedWindow, GrowsAtBothEnds) {
  for (const bool upwards : {true, false}) {
    Window window;
    for (Key i = 0; i != 5000; ++i) {
      window.add({upwards ? i : 5000 - i, &a});
    }

    Key last = 0;
    EXPECT_EQ(window.size(), 5000U);
    while (!window.empty()) {
      const Key key = window.take().key;
      EXPECT_GE(key, last);
      last = key;
    }
  }
}

TEST(SortedWindow, AgreesWithAMultimapAfterRandomOperations) {
  std::mt19937_64 random(1);
  Window window;
  std::multimap<Key, Label*> map;
  Key taken = 0;
  for (int i = 0; i != 20'000; ++i) {
    if (map.empty() || random() % 100 < 51) {
      const Key key = taken + random() % 40;
      Label* const label = random() % 2 == 0 ? &a : &b;
      window.add({key, label});
      map.emplace(key, label);
    } else {
      const Entry<Label> entry = window.take();
      EXPECT_EQ(entry.key, map.begin()->first);
      EXPECT_EQ(entry.item, map.begin()->second);
      taken = entry.key;
      map.erase(map.begin());
    }
    EXPECT_EQ(window.size(), map.size());
  }
}

}  // namespace
}  // namespace fastfood::async
