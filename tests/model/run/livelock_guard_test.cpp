#include "sim/model/run/livelock_guard.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

class LivelockGuardTest : public testing::Test {
 protected:
  void act(int times) {
    for (int i = 0; i != times; ++i) {
      guard.equipment_acted("grill");
    }
  }

  async::Loop clock;
  LivelockGuard guard{clock};
};

TEST_F(LivelockGuardTest, EndsARunAtTheMillionthActionOfOneInstant) {
  clock.run_until(at(1min));
  act(999'999);

  try {
    act(1);
    ADD_FAILURE() << "it went on";
  } catch (const Livelock& livelock) {
    EXPECT_STREQ(
        livelock.what(),
        "station 'grill' makes no progress at 0:01:00: a million things happen there without any customer moving");
  }
}

TEST_F(LivelockGuardTest, RestartsWhenACustomerMoves) {
  act(999'999);
  guard.customer_moved();

  EXPECT_NO_THROW(act(999'999));
}

TEST_F(LivelockGuardTest, RestartsWhenTheClockAdvances) {
  act(999'999);
  clock.run_until(at(1ns));

  EXPECT_NO_THROW(act(999'999));
}

TEST(Livelock, EndsARunWhoseTrayCooksAndWastesForeverAtOneInstant) {
  CounterSpec spec = fryer_of({.size = 1, .time = 0s, .hold = 0s, .refill_below = 1});
  spec.orders = one_each({5s});

  EXPECT_EQ(failure_of(spec),
            "station 'fryer' makes no progress at 0:00:00: a million things happen there without any customer moving");
}

TEST(Livelock, EndsARunWhoseStationFailsForeverAtOneInstant) {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations[0].breakdown = BreakdownSpec{0s, 0s};
  spec.orders = one_each({5s});

  EXPECT_EQ(failure_of(spec),
            "station 'grill' makes no progress at 0:00:00: a million things happen there without any customer moving");
}

}  // namespace
}  // namespace fastfood::model
