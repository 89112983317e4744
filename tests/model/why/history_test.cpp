#include "sim/model/why/history.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model::history_test {
namespace {

constexpr stats::SignedWide second = 1'000'000'000;

/// 1 from 0 s, 3 from 2 s, 0 from 5 s.
History one_three_zero() {
  History history(1);
  history.set(3, at(2s));
  history.set(0, at(5s));
  return history;
}

TEST(History, IntegratesOverAnyStretch) {
  const History history = one_three_zero();

  EXPECT_EQ(history.integral(at(0s), at(9s)), 11 * second);  // 2 * 1 + 3 * 3
  EXPECT_EQ(history.integral(at(1s), at(3s)), 4 * second);   // 1 * 1 + 1 * 3
  EXPECT_EQ(history.integral(at(3s), at(4s)), 3 * second);
  EXPECT_EQ(history.integral(at(6s), at(9s)), 0);
  EXPECT_EQ(history.integral(at(4s), at(4s)), 0);
}

TEST(History, CountsOnlyTheLastOfSeveralValuesOfOneInstant) {
  History history(1);
  history.add(-1, at(2s));
  history.add(5, at(2s));
  history.add(-4, at(2s));

  EXPECT_EQ(history.value(), 1);
  EXPECT_EQ(history.integral(at(0s), at(3s)), 3 * second);

  history.set(7, at(3s));

  EXPECT_EQ(history.integral(at(0s), at(4s)), 10 * second);
}

TEST(History, TakesAValueAtTheStart) {
  History history;
  history.set(2, at(0s));

  EXPECT_EQ(history.integral(at(0s), at(3s)), 6 * second);
}

TEST(History, KeepsWhatCameAfterTheInstantThatItForgets) {
  History history;
  for (int i = 1; i != 100; ++i) {
    history.set(i, at(i * Duration(1s)));
    history.forget_before(at(i * Duration(1s)) - 500ms);

    const Instant before = at(i * Duration(1s)) - 500ms;
    ASSERT_EQ(history.integral(before, at(i * Duration(1s)) + 1s) * 2, (i - 1 + 2 * i) * second) << i;
  }
}

}  // namespace
}  // namespace fastfood::model::history_test
