#include "sim/random/elementary.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace fastfood::random {

namespace {

// ln 2 in two parts: the first has zeros at its end, so that its product with an exponent is exact.
constexpr double ln2_high = 0x1.62e42fefa38p-1;
constexpr double ln2_low = 0x1.ef35793c7673p-45;

constexpr int mantissa_bits = 52;
constexpr int bias = 1023;

/// 2 to the power of n, for -1022 <= n <= 1023.
double power_of_two(int n) { return std::bit_cast<double>(static_cast<std::uint64_t>(n + bias) << mantissa_bits); }

/// 1 / k! for k from 0.
constexpr auto inverse_factorials = [] {
  std::array<double, 15> table{};
  double factorial = 1;
  for (std::size_t k = 0; k != table.size(); ++k) {
    factorial *= k == 0 ? 1 : static_cast<double>(k);
    table[k] = 1 / factorial;
  }
  return table;
}();

}  // namespace

/// x = 2^n m with m around 1; ln m = 2 artanh(s) for s = (m - 1) / (m + 1), by its power series.
double log(double x) {
  constexpr double root_half = 0.70710678118654752440;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  int n = static_cast<int>(bits >> mantissa_bits) - bias + 1;
  double m = std::bit_cast<double>((bits & ((std::uint64_t{1} << mantissa_bits) - 1)) |
                                   (std::uint64_t{bias - 1} << mantissa_bits));
  if (m < root_half) {
    m *= 2;
    n -= 1;
  }
  const double s = (m - 1) / (m + 1);
  const double square = s * s;
  double series = 0;
  for (int k = 21; k >= 3; k -= 2) {
    series = (series + 1.0 / k) * square;
  }
  return n * ln2_high + (2 * s + (2 * s * series + n * ln2_low));
}

/// x = n ln 2 + r with r around 0; e^r by its power series.
double exp(double x) {
  if (x > 709) {
    return x > 709.78 ? std::numeric_limits<double>::infinity() : exp(x / 2) * exp(x / 2);
  }
  if (x < -708) {
    return 0;
  }
  const int n = static_cast<int>(x / (ln2_high + ln2_low) + (x < 0 ? -0.5 : 0.5));
  const double r = (x - n * ln2_high) - n * ln2_low;
  double series = 0;
  for (std::size_t k = inverse_factorials.size(); k != 0; --k) {
    series = series * r + inverse_factorials[k - 1];
  }
  return series * power_of_two(n);
}

}  // namespace fastfood::random
