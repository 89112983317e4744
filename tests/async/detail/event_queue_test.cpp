#include "sim/async/detail/event_queue.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "tests/async/event_model.hpp"

namespace fastfood::async {
namespace {

/// An item that counts how often it was reclaimed, and is not freed.
struct Marked {
  bool is_dead = false;
  int reclaimed = 0;

  bool dead() const { return is_dead; }
  static void reclaim(Marked* item) { ++item->reclaimed; }
  static void prefetch(const Marked*) {}
};

void kill(Marked& item, EventQueue<Marked>& queue) {
  item.is_dead = true;
  queue.note_dead();
}

TEST(EventQueue, IsEmptyAtFirst) {
  EventQueue<Marked> queue;

  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(queue.earliest(), last_key);
  EXPECT_EQ(queue.take_simultaneous(), nullptr);
  EXPECT_EQ(queue.take().item, nullptr);
}

TEST(EventQueue, ReturnsTheEarliestFirstAndEqualKeysInInsertionOrder) {
  Marked early;
  Marked late;
  Marked also_late;
  EventQueue<Marked> queue;
  queue.put(7, &late);
  queue.put(3, &early);
  queue.put(7, &also_late);

  EXPECT_EQ(queue.earliest(), 3U);
  EXPECT_EQ(queue.take().item, &early);
  EXPECT_EQ(queue.take_simultaneous(), nullptr);
  EXPECT_EQ(queue.take().item, &late);
  EXPECT_EQ(queue.take_simultaneous(), &also_late);
  EXPECT_EQ(queue.take_simultaneous(), nullptr);
  EXPECT_TRUE(queue.empty());
}

TEST(EventQueue, SkipsDeadItemsAndReclaimsThemOnce) {
  std::deque<Marked> items(3);
  EventQueue<Marked> queue;
  for (std::size_t i = 0; i != items.size(); ++i) {
    queue.put(i, &items[i]);
  }

  kill(items[0], queue);
  EXPECT_EQ(queue.size(), 2U);
  EXPECT_EQ(queue.earliest(), 1U);
  EXPECT_EQ(queue.take().item, &items[1]);

  EXPECT_EQ(items[0].reclaimed, 1);
  EXPECT_EQ(items[1].reclaimed, 0);
}

TEST(EventQueue, SkipsDeadItemsOfTheCurrentInstant) {
  std::deque<Marked> items(4);
  EventQueue<Marked> queue;
  for (Marked& item : items) {
    queue.put(5, &item);
  }

  EXPECT_EQ(queue.take().item, &items[0]);
  kill(items[1], queue);
  EXPECT_EQ(queue.take_simultaneous(), &items[2]);
  kill(items[3], queue);
  EXPECT_EQ(queue.take_simultaneous(), nullptr);
  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(items[1].reclaimed + items[3].reclaimed, 2);
}

TEST(EventQueue, AcceptsAnEntryEarlierThanASkippedDeadItem) {
  Marked first;
  Marked dead;
  Marked earlier;
  EventQueue<Marked> queue;
  queue.put(3, &first);
  queue.take();
  queue.put(100, &dead);
  kill(dead, queue);
  EXPECT_EQ(queue.earliest(), last_key);

  queue.put(50, &earlier);

  EXPECT_EQ(queue.earliest(), 50U);
  EXPECT_EQ(queue.take().item, &earlier);
}

TEST(EventQueue, IsEmptyWhenAllItemsAreDead) {
  std::deque<Marked> items(1000);
  EventQueue<Marked> queue;
  for (std::size_t i = 0; i != items.size(); ++i) {
    queue.put(i * 1'000'000, &items[i]);
  }

  for (Marked& item : items) {
    kill(item, queue);
  }

  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(queue.size(), 0U);
  EXPECT_EQ(queue.earliest(), last_key);
}

TEST(EventQueue, ReclaimsDeadItemsBeforeTheyFarOutnumberTheOthers) {
  std::deque<Marked> items(10'000);
  EventQueue<Marked> queue;
  for (std::size_t i = 0; i != items.size(); ++i) {
    queue.put(1'000'000'000 + i * 1000, &items[i]);
  }

  int reclaimed = 0;
  for (std::size_t i = 0; i != items.size() - 100; ++i) {
    kill(items[i], queue);
  }
  for (const Marked& item : items) {
    reclaimed += item.reclaimed;
  }

  EXPECT_GE(reclaimed, 9'700);
  EXPECT_EQ(queue.size(), 100U);
}

TEST(EventQueue, ReclaimsEachDeadItemOnceWhenItIsCleared) {
  std::deque<Marked> items(300);
  EventQueue<Marked> queue;
  for (std::size_t i = 0; i != items.size(); ++i) {
    queue.put(i * i * i, &items[i]);
  }
  for (std::size_t i = 0; i < items.size(); i += 5) {
    kill(items[i], queue);
  }

  queue.clear();

  EXPECT_TRUE(queue.empty());
  for (std::size_t i = 0; i != items.size(); ++i) {
    EXPECT_EQ(items[i].reclaimed, i % 5 == 0 ? 1 : 0);
  }
}

TEST(EventQueue, ReturnsTheEarliestKeyWithoutMovingTheClock) {
  std::deque<Marked> items(200);
  Marked soon;
  EventQueue<Marked> queue;
  for (std::size_t i = 0; i != items.size(); ++i) {
    queue.put(1'000'000 + i, &items[i]);
  }

  EXPECT_EQ(queue.earliest(), 1'000'000U);
  queue.put(1, &soon);

  EXPECT_EQ(queue.earliest(), 1U);
  EXPECT_EQ(queue.take().item, &soon);
  EXPECT_EQ(queue.take().item, &items[0]);
}

TEST(EventQueue, KeepsAThousandEntriesOfOneInstantInOrder) {
  std::deque<Marked> items(3000);
  EventQueue<Marked> queue;
  std::vector<const Marked*> expected;
  for (std::size_t i = 0; i != items.size(); ++i) {
    queue.put(i % 3 == 0 ? 500 : 1000 + i, &items[i]);
    if (i % 3 == 0) {
      expected.push_back(&items[i]);
    }
  }

  std::vector<const Marked*> taken{queue.take().item};
  while (const Marked* const another = queue.take_simultaneous()) {
    taken.push_back(another);
  }

  EXPECT_EQ(taken, expected);
}

class EventQueueAndMultimap : public testing::TestWithParam<unsigned> {};

TEST_P(EventQueueAndMultimap, AgreeAfterRandomOperations) {
  for (const std::size_t population : {std::size_t{10}, std::size_t{200}, std::size_t{2000}}) {
    for (const bool cancels : {false, true}) {
      EventModel model({.seed = 1, .horizon_bits = GetParam(), .population = population, .cancels = cancels});
      model.run(1500);
      model.drain();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(HorizonBits, EventQueueAndMultimap, testing::Range(0U, 51U, 5U));

}  // namespace
}  // namespace fastfood::async
