#include "sim/async/detail/timing_wheel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace fastfood::async {
namespace {

using testing::ElementsAre;

/// Labels represent the scheduled items.
using Label = const std::string;
using Wheel = TimingWheel<Label>;

const std::string a = "a";
const std::string b = "b";
const std::string c = "c";

std::string line_of(const Entry<Label>& entry) { return std::to_string(entry.key) + *entry.item; }

struct Opened {
  std::vector<std::string> lines;
  Key end;
};

Opened open(Wheel& wheel, std::size_t max_count) {
  Opened opened{};
  opened.end = wheel.open(max_count, [&opened](const Entry<Label>& entry) { opened.lines.push_back(line_of(entry)); });
  return opened;
}

bool any(const Entry<Label>&) { return true; }
bool is_a(const Entry<Label>& entry) { return *entry.item == "a"; }

TEST(TimingWheel, OpensTheEarliestSlotFirst) {
  Wheel wheel;
  wheel.put({5, &a});
  wheel.put({3, &b});

  const Opened first = open(wheel, 1);
  EXPECT_THAT(first.lines, ElementsAre("3b"));
  EXPECT_EQ(first.end, 4U);
  const Opened second = open(wheel, 1);
  EXPECT_THAT(second.lines, ElementsAre("5a"));
  EXPECT_EQ(second.end, 6U);
  EXPECT_TRUE(wheel.empty());
}

TEST(TimingWheel, ReturnsTheEntriesOfASmallSlotInInsertionOrder) {
  Wheel wheel;
  wheel.put({101, &a});
  wheel.put({64, &b});
  wheel.put({128, &c});
  wheel.put({101, &c});

  const Opened opened = open(wheel, 3);

  EXPECT_THAT(opened.lines, ElementsAre("101a", "64b", "101c"));
  EXPECT_EQ(opened.end, 128U);
  EXPECT_EQ(wheel.size(), 1U);
}

TEST(TimingWheel, SplitsALargeSlot) {
  Wheel wheel;
  wheel.put({101, &a});
  wheel.put({70, &b});
  wheel.put({101, &c});

  const Opened first = open(wheel, 2);
  EXPECT_THAT(first.lines, ElementsAre("70b"));
  EXPECT_EQ(first.end, 71U);
  const Opened second = open(wheel, 2);
  EXPECT_THAT(second.lines, ElementsAre("101a", "101c"));
  EXPECT_EQ(second.end, 102U);
}

TEST(TimingWheel, NeverSplitsAnInstant) {
  Wheel wheel;
  for (int i = 0; i != 100; ++i) {
    wheel.put({1'000'000, i % 2 == 0 ? &a : &b});
  }

  const Opened opened = open(wheel, 3);

  EXPECT_EQ(opened.lines.size(), 100U);
  EXPECT_EQ(opened.lines[0], "1000000a");
  EXPECT_EQ(opened.lines[99], "1000000b");
  EXPECT_EQ(opened.end, 1'000'001U);
}

TEST(TimingWheel, AcceptsEntriesAfterASlotWasOpened) {
  Wheel wheel;
  wheel.put({5000, &a});
  EXPECT_EQ(open(wheel, 1).end, 8192U);

  wheel.put({8192, &b});
  wheel.put({1'000'000'000, &a});
  wheel.put({8193, &c});

  EXPECT_THAT(open(wheel, 1).lines, ElementsAre("8192b"));
  EXPECT_THAT(open(wheel, 1).lines, ElementsAre("8193c"));
  EXPECT_THAT(open(wheel, 1).lines, ElementsAre("1000000000a"));
}

TEST(TimingWheel, StartsFromAnyBaseWhileItIsEmpty) {
  Wheel wheel;
  wheel.set_base(1'000'000);
  wheel.put({1'000'001, &b});
  wheel.put({1'000'000, &a});

  const Opened opened = open(wheel, 1);

  EXPECT_THAT(opened.lines, ElementsAre("1000000a"));
  EXPECT_EQ(opened.end, 1'000'001U);
}

TEST(TimingWheel, HoldsTheVeryLastKeys) {
  Wheel wheel;
  wheel.put({last_key - 1, &b});
  wheel.put({last_key - 2, &a});

  EXPECT_THAT(open(wheel, 1).lines, ElementsAre(std::to_string(last_key - 2) + "a"));
  const Opened last = open(wheel, 1);
  EXPECT_THAT(last.lines, ElementsAre(std::to_string(last_key - 1) + "b"));
  EXPECT_EQ(last.end, last_key);
}

TEST(TimingWheel, EndsTheLastSlotAtTheLastKey) {
  Wheel wheel;
  wheel.put({last_key - 1, &b});

  EXPECT_EQ(open(wheel, 1).end, last_key);
}

TEST(TimingWheel, ReturnsTheEarliestAcceptedKeyAndMovesNothing) {
  Wheel wheel;
  EXPECT_EQ(wheel.earliest(any), last_key);

  wheel.put({101, &b});
  wheel.put({100, &b});
  wheel.put({130, &a});
  wheel.put({5000, &a});

  EXPECT_EQ(wheel.earliest(any), 100U);
  EXPECT_EQ(wheel.earliest(is_a), 130U);
  EXPECT_EQ(wheel.earliest([](const Entry<Label>&) { return false; }), last_key);
  EXPECT_THAT(open(wheel, 4).lines, ElementsAre("101b", "100b"));
}

TEST(TimingWheel, RemovesCondemnedEntriesAndKeepsTheOrderOfTheOthers) {
  Wheel wheel;
  wheel.put({101, &b});
  wheel.put({101, &a});
  wheel.put({101, &c});
  wheel.put({5000, &a});

  wheel.remove_if(is_a);

  EXPECT_EQ(wheel.size(), 2U);
  EXPECT_THAT(open(wheel, 2).lines, ElementsAre("101b", "101c"));
  EXPECT_TRUE(wheel.empty());
}

TEST(TimingWheel, CanBeEmptiedAndFilledAgain) {
  Wheel wheel;
  for (int round = 0; round != 3; ++round) {
    for (Key key = 0; key != 1000; ++key) {
      wheel.put({1'000'000 + key, &a});
    }
    wheel.remove_if(any);
    EXPECT_TRUE(wheel.empty());
    EXPECT_EQ(wheel.earliest(any), last_key);
  }
}

}  // namespace
}  // namespace fastfood::async
