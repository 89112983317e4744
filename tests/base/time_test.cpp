#include "sim/base/time.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <type_traits>

namespace fastfood {
namespace {

using namespace std::chrono_literals;

TEST(Duration, CountsWholeNanoseconds) {
  EXPECT_EQ(Duration{90s}.count(), 90'000'000'000);
  EXPECT_EQ(3 * Duration{333'333'333ns} + 1ns, 1s);
}

TEST(Duration, DoesNotConvertAFractionImplicitly) {
  static_assert(!std::is_convertible_v<std::chrono::duration<double>, Duration>);
}

TEST(Instant, StartsAtZero) { EXPECT_EQ(Instant{}.time_since_epoch(), 0s); }

TEST(Instant, DoesNotMixWithInstantsOfOtherClocks) {
  static_assert(!std::is_convertible_v<std::chrono::steady_clock::time_point, Instant>);
}

TEST(LatestInstant, CanBeDoubledWithoutOverflow) {
  const Duration longest = latest_instant.time_since_epoch();

  EXPECT_EQ(longest, std::chrono::days{25'567} + 12h);
  EXPECT_LE(longest, Duration::max() - longest);
}

TEST(InSeconds, KeepsTheFraction) {
  EXPECT_EQ(in_seconds(1500ms), 1.5);
  EXPECT_EQ(in_seconds(-2min), -120.0);
}

}  // namespace
}  // namespace fastfood
