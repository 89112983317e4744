#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sim::scenario {

/// A decimal number exactly as written: `digits` × 10^`exponent`, without zeros at either end; no digits are 0.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  bool operator==(const Decimal&) const = default;
};

/// Nothing where `text` is no number of JSON's grammar.
std::optional<Decimal> parse_decimal(std::string_view text);

/// `factor` × 10^`exponent` times as much.
Decimal scaled(const Decimal& number, int factor, int exponent);

/// Whether it has no fraction: 3, 3.0 and 3e0 are whole.
bool is_whole(const Decimal& number);

/// The nearest whole number, halves to the even one, whatever the sign; nothing beyond 64 bits.
std::optional<std::uint64_t> rounded(const Decimal& number);

}  // namespace sim::scenario
