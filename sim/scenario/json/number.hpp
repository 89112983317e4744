#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

/// Numbers as they are written in JSON and on the command line.
namespace fastfood::scenario {

/// How many bytes of a text belong to a number. `complete` is false if a digit is missing after them.
struct NumberScan {
  std::size_t length = 0;
  bool complete = false;
};

/// Scans the number at the beginning of `text` by JSON's grammar.
NumberScan scan_number(std::string_view text);

/// A decimal number exactly as written: `digits` × 10^`exponent`, without zeros at either end. 0 has no digits.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  bool operator==(const Decimal&) const = default;
};

/// Returns nothing if `text` is not a number in JSON's grammar.
std::optional<Decimal> parse_decimal(std::string_view text);

/// Returns `number` × `factor` × 10^`exponent`, exactly. `factor` is above 0.
Decimal scale(const Decimal& number, int factor, int exponent);

/// Returns true if the number has no fraction: 3, 3.0 and 3e0 are whole.
bool is_whole(const Decimal& number);

/// Returns the nearest whole number, without its sign. Halves round to the even one. Returns nothing beyond 64 bits.
std::optional<std::uint64_t> round_half_even(const Decimal& number);

/// Returns the double nearest to a number in JSON's grammar: 0 if no double is that small, and 0 for -0.
double to_double(std::string_view number);

/// Reads the whole of `text` by the rules of `std::from_chars`. Returns nothing if some of it is left, or `Value`
/// cannot hold the number.
template <class Value>
std::optional<Value> parse_number(std::string_view text) {
  Value value{};
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const auto read = std::from_chars(begin, end, value);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(value) : std::nullopt;
}

}  // namespace fastfood::scenario
