#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "sim/async/detail/event_queue.hpp"

namespace fastfood::async {

/// A fake task. Its last owner frees it. If it is dead, that is the queue.
struct FakeItem {
  bool is_dead = false;
  int* alive;

  explicit FakeItem(int& count) : alive(&count) { ++*alive; }
  FakeItem(const FakeItem&) = delete;
  FakeItem& operator=(const FakeItem&) = delete;
  ~FakeItem() { --*alive; }

  bool dead() const { return is_dead; }
  static void prefetch(const FakeItem*) {}
  static void reclaim(FakeItem* item) {
    EXPECT_TRUE(item->is_dead);
    delete item;
  }
};

/// The parameters of a random run of an event queue.
struct RunParameters {
  unsigned seed;
  unsigned horizon_bits;   // keys are put up to 2^horizon_bits later than now
  std::size_t population;  // about the number of entries in the queue
  bool cancels;
};

/// An event queue and a `std::multimap`, which keeps equal keys in insertion order. Both must agree.
class EventModel {
 public:
  explicit EventModel(RunParameters parameters) : parameters_(parameters), chance_(parameters.seed) {}
  EventModel(const EventModel&) = delete;
  EventModel& operator=(const EventModel&) = delete;
  ~EventModel() {
    queue_.clear();
    for (const auto& [key, item] : map_) {
      delete item;
    }
    EXPECT_EQ(alive_, 0);
  }

  void run(int steps) {
    for (int i = 0; i != steps && !testing::Test::HasFailure(); ++i) {
      step();
      EXPECT_EQ(queue_.size(), map_.size());
      EXPECT_EQ(queue_.empty(), map_.empty());
    }
  }

  void drain() {
    while (!map_.empty() && !testing::Test::HasFailure()) {
      take_one();
    }
    EXPECT_TRUE(queue_.empty());
    EXPECT_EQ(queue_.earliest(), last_key);
  }

 private:
  bool one_in(std::uint64_t sides) { return chance_() % sides == 0; }

  void step() {
    const bool few = map_.size() < parameters_.population;
    if (map_.empty() || one_in(few ? 2 : 4)) {
      put_burst();
    } else if (parameters_.cancels && one_in(2)) {
      cancel_one();
    } else if (one_in(4)) {
      EXPECT_EQ(queue_.earliest(), map_.begin()->first);
    } else if (one_in(4)) {
      pass_time();
    } else {
      take_an_instant();
    }
  }

  void put_burst() {
    const Key span = Key{1} << parameters_.horizon_bits;
    const Key key = now_ + (one_in(8) ? 0 : chance_() % span);
    const std::uint64_t burst = one_in(50) ? chance_() % 200 : 1;
    for (std::uint64_t i = 0; i != burst; ++i) {
      auto* const item = new FakeItem(alive_);
      if (burst != 1) {
        queue_.put(key, item);
      } else if (!put_unless(key, item)) {
        delete item;
        now_ = key;
        return;
      }
      map_.emplace(key, item);
    }
  }

  /// Like a task that goes on without suspending, skips the queue one time in two. The queue asks only if the key comes
  /// before all others.
  bool put_unless(Key key, FakeItem* item) {
    return queue_.put_unless(key, item, [&] {
      EXPECT_TRUE(map_.empty() || key < map_.begin()->first);
      return one_in(2);
    });
  }

  /// Moves the clock like a run that ends between two wake-ups.
  void pass_time() {
    const Key next = map_.begin()->first;
    if (next != now_) {
      now_ += chance_() % (next - now_);
      EXPECT_EQ(queue_.take(now_).item, nullptr);
      queue_.reach(now_);
    }
  }

  /// Cancels one of the first or last twenty entries.
  void cancel_one() {
    const auto steps = static_cast<std::ptrdiff_t>(chance_() % std::min<std::size_t>(map_.size(), 20));
    const auto victim = one_in(2) ? std::next(map_.begin(), steps) : std::prev(map_.end(), steps + 1);
    victim->second->is_dead = true;
    map_.erase(victim);
    queue_.note_dead();
  }

  void take_an_instant() {
    take_one();
    while (FakeItem* const another = queue_.take_simultaneous()) {
      expect_next({now_, another});
    }
    EXPECT_TRUE(map_.empty() || map_.begin()->first != now_);
  }

  void take_one() {
    const Entry<FakeItem> entry = queue_.take();
    now_ = entry.key;
    expect_next(entry);
  }

  void expect_next(Entry<FakeItem> entry) {
    ASSERT_FALSE(map_.empty());
    ASSERT_EQ(entry.key, map_.begin()->first);
    ASSERT_EQ(entry.item, map_.begin()->second);
    map_.erase(map_.begin());
    delete entry.item;
  }

  RunParameters parameters_;
  std::mt19937_64 chance_;
  int alive_ = 0;
  Key now_ = 0;
  EventQueue<FakeItem> queue_;
  std::multimap<Key, FakeItem*> map_;
};

}  // namespace fastfood::async
