#include "sim/async/detail/waiters.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace fastfood::async {
namespace {

TEST(WaiterLine, PopsFirstTheWaiterThatCameFirst) {
  Frame ana;
  Frame bo;
  Waiter first;
  Waiter second;
  WaiterLine line;
  EXPECT_TRUE(line.empty());

  line.append(first, ana);
  line.append(second, bo);

  EXPECT_EQ(line.size(), 2U);
  EXPECT_EQ(&line.pop().frame(), &ana);
  EXPECT_EQ(&line.pop().frame(), &bo);
  EXPECT_TRUE(line.empty());
}

TEST(WaiterLine, ClosesTheGapWhenAWaiterIsDestroyed) {
  Frame frame;
  Waiter first;
  std::optional<Waiter> second(std::in_place);
  Waiter third;
  WaiterLine line;
  line.append(first, frame);
  line.append(*second, frame);
  line.append(third, frame);

  second.reset();

  EXPECT_EQ(line.size(), 2U);
  EXPECT_EQ(&line.pop(), &first);
  EXPECT_EQ(&line.pop(), &third);
}

TEST(WaiterLine, AcceptsAWaiterAgainAfterItHasLeft) {
  Frame frame;
  Waiter first;
  Waiter second;
  WaiterLine line;
  line.append(first, frame);
  line.append(second, frame);

  line.append(line.pop(), frame);

  EXPECT_EQ(&line.pop(), &second);
  EXPECT_EQ(&line.pop(), &first);
}

TEST(WaiterLine, MarksAPoppedWaiterAsCalledUntilItIsReset) {
  Frame frame;
  Waiter waiter;
  WaiterLine line;
  line.append(waiter, frame);
  EXPECT_FALSE(waiter.is_called());

  line.pop();

  EXPECT_TRUE(waiter.is_called());
  waiter.reset();
  EXPECT_FALSE(waiter.is_called());
}

TEST(WaiterLine, MayBeDestroyedBeforeItsWaitersAndCallsNone) {
  Frame frame;
  Waiter waiter;
  {
    WaiterLine line;
    line.append(waiter, frame);
  }

  EXPECT_FALSE(waiter.is_called());
}

}  // namespace
}  // namespace fastfood::async
