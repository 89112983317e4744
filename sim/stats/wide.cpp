#include "sim/stats/wide.hpp"

#include <bit>
#include <cmath>

namespace fastfood::stats {
namespace {

constexpr std::uint64_t low_half(Wide number) { return static_cast<std::uint64_t>(number); }
constexpr std::uint64_t high_half(Wide number) { return static_cast<std::uint64_t>(number >> 64); }

int bit_width_of(Wide number) {
  const std::uint64_t high = high_half(number);
  return static_cast<int>(high != 0 ? 64 + std::bit_width(high) : std::bit_width(low_half(number)));
}

/// Returns the full product, by halves, as on paper. No sum overflows: (2^64 - 1)^2 + 2 (2^64 - 1) = 2^128 - 1.
Huge product(Wide left, Wide right) {
  const Wide lowest = Wide{low_half(left)} * low_half(right);
  const Wide middle = Wide{high_half(left)} * low_half(right) + high_half(lowest);
  const Wide other_middle = Wide{low_half(left)} * high_half(right) + low_half(middle);
  const Wide highest = Wide{high_half(left)} * high_half(right) + high_half(middle) + high_half(other_middle);
  return {highest, other_middle << 64 | low_half(lowest)};
}

}  // namespace

Huge operator*(const Huge& left, const Huge& right) {
  Huge whole = product(left.low, right.low);
  whole.high += left.high * right.low + left.low * right.high;
  return whole;
}

Huge operator<<(const Huge& number, int bits) {
  if (bits == 0) {
    return number;
  }
  if (bits >= 128) {
    return {number.low << (bits - 128), 0};
  }
  return {number.high << bits | number.low >> (128 - bits), number.low << bits};
}

int bit_width(const Huge& number) {
  return number.high != 0 ? 128 + bit_width_of(number.high) : bit_width_of(number.low);
}

/// Divides in whole numbers with at least 64 bits of quotient. The remainder only decides on which side of a tie the
/// quotient is.
double ratio(Wide number, std::uint64_t divisor) {
  if (number == 0) {
    return 0;
  }
  const int shift = 128 - bit_width_of(number);
  const Wide shifted = number << shift;
  const Wide sticky_bit = shifted % divisor != 0 ? 1 : 0;
  return std::ldexp(static_cast<double>((shifted / divisor) | sticky_bit), -shift);
}

double ratio(SignedWide number, std::uint64_t divisor) {
  return number < 0 ? -ratio(-static_cast<Wide>(number), divisor) : ratio(static_cast<Wide>(number), divisor);
}

/// Long division, bit by bit, from a quotient between a half and two. Sixty bits are enough to round to 53 if the last
/// one says whether there is a remainder.
double ratio(Huge number, Huge divisor) {
  if (number == 0) {
    return 0;
  }
  const int scale = bit_width(number) - bit_width(divisor);
  (scale > 0 ? divisor : number) = scale > 0 ? divisor << scale : number << -scale;
  std::uint64_t quotient = 0;
  constexpr int bits = 60;
  for (int bit = 0; bit != bits; ++bit) {
    quotient <<= 1;
    if (number >= divisor) {
      number -= divisor;
      quotient |= 1;
    }
    number += number;
  }
  const std::uint64_t sticky_bit = number != 0 ? 1 : 0;
  return std::ldexp(static_cast<double>(quotient | sticky_bit), scale - (bits - 1));
}

}  // namespace fastfood::stats
