#pragma once

#include <compare>
#include <cstdint>

namespace fastfood::stats {

__extension__ typedef unsigned __int128 Wide;  // ISO C++ has no whole number of 128 bits
__extension__ typedef __int128 SignedWide;

/// Durations are whole nanoseconds, and statistics are in seconds.
inline constexpr std::uint64_t nanoseconds_per_second = 1'000'000'000;

/// A whole number of 256 bits. Like the built-in ones it wraps around; our sums never do.
struct Huge {
  constexpr Huge(Wide number = 0) : low(number) {}
  constexpr Huge(Wide high_half, Wide low_half) : high(high_half), low(low_half) {}

  auto operator<=>(const Huge&) const = default;

  Huge& operator+=(Huge other) {  // by value: it may be this very number
    low += other.low;
    high += other.high + (low < other.low ? 1 : 0);
    return *this;
  }

  Huge& operator-=(Huge other) {
    high -= other.high + (low < other.low ? 1 : 0);
    low -= other.low;
    return *this;
  }

  Wide high = 0;
  Wide low = 0;
};

inline Huge operator-(Huge left, const Huge& right) { return left -= right; }
Huge operator*(const Huge& left, const Huge& right);
Huge operator<<(const Huge& number, int bits);  // 0 to 255

/// Returns the number of bits needed to write the number; 0 for 0.
int bit_width(const Huge& number);

/// Returns `number` / `divisor`, rounded once to the nearest double.
double ratio(Wide number, std::uint64_t divisor);
double ratio(SignedWide number, std::uint64_t divisor);

/// Like this for numbers below 2^255.
double ratio(Huge number, Huge divisor);

}  // namespace fastfood::stats
