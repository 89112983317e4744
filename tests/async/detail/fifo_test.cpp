#include "sim/async/detail/fifo.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <memory>
#include <random>

#include "tests/async/life.hpp"

namespace fastfood::async {
namespace {

TEST(Fifo, PopsFirstWhatWasPushedFirst) {
  Fifo<int> fifo;
  for (int i = 0; i != 100; ++i) {
    fifo.push(i);
  }

  EXPECT_EQ(fifo.size(), 100U);
  for (int i = 0; i != 100; ++i) {
    EXPECT_EQ(fifo.pop(), i);
  }
  EXPECT_TRUE(fifo.empty());
}

struct Calls {
  int* count;
  void operator()() const { ++*count; }
};

TEST(Fifo, CallsItsWatchRegularlyEvenIfItHoldsFewItems) {
  int calls = 0;
  Fifo<int, Calls> fifo(Calls{&calls});
  for (int i = 0; i != 6400; ++i) {
    fifo.push(i);
    EXPECT_EQ(fifo.front(), i);
    fifo.pop();
  }

  // There is room for 64 items, so the row is moved back at least once in 64 pushes.
  EXPECT_GE(calls, 100);
  EXPECT_LE(calls, 200);
}

TEST(Fifo, KeepsTheOrderWhenItGrows) {
  for (int offset = 0; offset != 70; ++offset) {
    Fifo<int> fifo;
    for (int i = 0; i != offset; ++i) {
      fifo.push(0);
      fifo.pop();
    }
    for (int i = 0; i != 300; ++i) {
      fifo.push(i);
    }

    for (int i = 0; i != 300; ++i) {
      EXPECT_EQ(fifo.pop(), i);
    }
  }
}

TEST(Fifo, AgreesWithADequeAfterRandomOperations) {
  std::mt19937_64 random(1);
  Fifo<int> fifo;
  std::deque<int> deque;
  for (int i = 0; i != 20'000; ++i) {
    const auto die = random() % 10;
    if (die < 5) {
      fifo.push(i);
      deque.push_back(i);
    } else if (!deque.empty()) {
      EXPECT_EQ(fifo.pop(), deque.front());
      deque.pop_front();
    }
    EXPECT_EQ(fifo.size(), deque.size());
  }
}

TEST(Fifo, HoldsMoveOnlyItems) {
  Fifo<std::unique_ptr<int>> fifo;
  for (int i = 0; i != 100; ++i) {
    fifo.push(std::make_unique<int>(i));
  }

  EXPECT_EQ(*fifo.pop(), 0);
  EXPECT_EQ(*fifo.pop(), 1);
}

TEST(Fifo, DestroysItemsThatArePoppedClearedOrLeft) {
  int alive = 0;
  {
    Fifo<Life> fifo;
    for (int i = 0; i != 100; ++i) {
      fifo.push(Life(alive));
    }
    fifo.pop();
    EXPECT_EQ(alive, 99);

    fifo.clear();
    EXPECT_EQ(alive, 0);

    fifo.push(Life(alive));
  }

  EXPECT_EQ(alive, 0);
}

}  // namespace
}  // namespace fastfood::async
