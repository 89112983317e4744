#pragma once

#include <chrono>
#include <cstdint>
#include <ratio>

namespace fastfood {

/// Virtual time in whole nanoseconds: ties are exact, and sums are not rounded.
using Duration = std::chrono::duration<std::int64_t, std::nano>;

/// The clock of a simulation. It has no `now()`: time belongs to a loop.
struct SimClock {
  using rep = Duration::rep;
  using period = Duration::period;
  using duration = Duration;
  using time_point = std::chrono::time_point<SimClock>;
  static constexpr bool is_steady = true;
};

/// An instant of virtual time, counted from the start of the simulation.
using Instant = SimClock::time_point;

/// The latest instant that a clock may show: 70 years of 365.25 days.
inline constexpr Instant latest_instant{std::chrono::hours{70 * 8766}};

/// Returns seconds as a double, for statistics and printing only.
constexpr double in_seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

}  // namespace fastfood
