#include "sim/async/ring.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <random>

#include "tests/async/life.hpp"

namespace sim::async {
namespace {

TEST(Ring, GivesFirstWhatWasPushedFirst) {
  Ring<int> ring;
  for (int i = 0; i != 100; ++i) {
    ring.push(i);
  }

  EXPECT_EQ(ring.size(), 100U);
  for (int i = 0; i != 100; ++i) {
    EXPECT_EQ(ring.pop(), i);
  }
  EXPECT_TRUE(ring.empty());
}

TEST(Ring, GivesFirstWhatWasPushedInFront) {
  Ring<int> ring;
  ring.push(2);
  ring.push_front(1);
  ring.push_front(0);
  ring.push(3);

  for (int i = 0; i != 4; ++i) {
    EXPECT_EQ(ring.pop(), i);
  }
}

TEST(Ring, KeepsTheOrderWhereverItIsWhenItGrows) {
  for (int offset = 0; offset != 20; ++offset) {
    Ring<int> ring;
    for (int i = 0; i != offset; ++i) {
      ring.push(0);
      ring.pop();
    }
    for (int i = 0; i != 70; ++i) {
      ring.push(i);
    }

    for (int i = 0; i != 70; ++i) {
      EXPECT_EQ(ring.pop(), i);
    }
  }
}

TEST(Ring, AgreesWithADequeWhateverIsDone) {
  std::mt19937_64 chance(1);
  Ring<int> ring;
  std::deque<int> deque;
  for (int i = 0; i != 20'000; ++i) {
    const auto die = chance() % 10;
    if (die < 5) {
      ring.push(i);
      deque.push_back(i);
    } else if (die == 5) {
      ring.push_front(i);
      deque.push_front(i);
    } else if (!deque.empty()) {
      EXPECT_EQ(ring.pop(), deque.front());
      deque.pop_front();
    }
    EXPECT_EQ(ring.size(), deque.size());
  }
}

TEST(Ring, HoldsWhatOnlyMoves) {
  Ring<std::unique_ptr<int>> ring;
  for (int i = 0; i != 40; ++i) {
    ring.push(std::make_unique<int>(i));
  }

  EXPECT_EQ(*ring.pop(), 0);
  EXPECT_EQ(*ring.pop(), 1);
}

TEST(Ring, FreesWhatIsTakenClearedOrLeft) {
  int alive = 0;
  {
    Ring<Life> ring;
    for (int i = 0; i != 40; ++i) {
      ring.push(Life(alive));
    }
    ring.pop();
    EXPECT_EQ(alive, 39);

    ring.clear();
    EXPECT_EQ(alive, 0);

    ring.push(Life(alive));
  }

  EXPECT_EQ(alive, 0);
}

}  // namespace
}  // namespace sim::async
