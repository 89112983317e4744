#include "sim/scenario/duration.hpp"

#include <cstdint>

#include "sim/scenario/decimal.hpp"

namespace sim::scenario {
namespace {

// So many nanoseconds: `factor` × 10^`exponent`.
struct Unit {
  std::string_view name;
  int factor;
  int exponent;
};

// "ms" before "s", which it ends in.
constexpr Unit units[] = {{"ms", 1, 6}, {"s", 1, 9}, {"min", 6, 10}, {"h", 36, 11}};

Result<Duration, DurationFault> in_unit(std::string_view number, const Unit& unit) {
  const auto decimal = parse_decimal(number);
  if (!decimal) return Unexpected(DurationFault::not_a_duration);
  if (decimal->negative && !decimal->digits.empty()) return Unexpected(DurationFault::negative);
  constexpr auto most = static_cast<std::uint64_t>(longest_duration.count());
  const auto nanoseconds = rounded(scaled(*decimal, unit.factor, unit.exponent));
  if (!nanoseconds || *nanoseconds > most) return Unexpected(DurationFault::too_long);
  return Duration{static_cast<Duration::rep>(*nanoseconds)};
}

}  // namespace

Result<Duration, DurationFault> parse_seconds(std::string_view number) { return in_unit(number, {"s", 1, 9}); }

Result<Duration, DurationFault> parse_with_unit(std::string_view text) {
  for (const Unit& unit : units) {
    if (text.ends_with(unit.name)) return in_unit(text.substr(0, text.size() - unit.name.size()), unit);
  }
  return Unexpected(DurationFault::not_a_duration);
}

}  // namespace sim::scenario
