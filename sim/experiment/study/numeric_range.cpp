#include "sim/experiment/study/numeric_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Decimal;

/// The three numbers as whole multiples of one power of ten.
struct Scaled {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t step = 0;
  std::int64_t exponent = 0;
};

Value value_of_digits(std::string digits) { return value_of({{}, scenario::Number{std::move(digits)}}); }

double approximate(std::string_view digits) { return value_of_digits(std::string(digits)).number.value_or(0); }

// Returns none for more than 18 digits. Sums of shorter numbers fit into 64 bits.
std::optional<std::int64_t> multiple(const Decimal& number, std::int64_t exponent) {
  constexpr std::int64_t max_digits = 18;
  if (number.digits.empty()) return 0;
  const std::int64_t zeros = number.exponent - exponent;
  if (static_cast<std::int64_t>(number.digits.size()) + zeros > max_digits) return std::nullopt;
  const std::string digits = number.digits + std::string(static_cast<std::size_t>(zeros), '0');
  const std::int64_t size = std::stoll(digits);
  return number.negative ? -size : size;
}

std::optional<Scaled> scaled(const Decimal& from, const Decimal& to, const Decimal& step) {
  std::int64_t exponent = std::numeric_limits<std::int64_t>::max();
  for (const Decimal* number : {&from, &to, &step}) {
    if (!number->digits.empty()) exponent = std::min(exponent, number->exponent);
  }
  const auto first = multiple(from, exponent);
  const auto last = multiple(to, exponent);
  const auto each_step = multiple(step, exponent);
  if (!first || !last || !each_step) return std::nullopt;
  return Scaled{*first, *last, *each_step, exponent};
}

Unexpected<std::string> empty_range(const NumericRange& range) {
  return Unexpected(fmt::format("there is nothing from {} to {}; give the smaller one first",
                                scenario::excerpt(range.from), scenario::excerpt(range.to)));
}

Unexpected<std::string> too_many_values() {
  return Unexpected(fmt::format("gives more than {} values; make the steps longer", max_range_values));
}

}  // namespace

Result<std::vector<Value>, std::string> values_of(const NumericRange& range) {
  const auto step = scenario::parse_decimal(range.step).value();
  if (step.negative || step.digits.empty()) {
    return Unexpected(fmt::format("expected a step above 0, got {}", scenario::excerpt(range.step)));
  }
  const double length = approximate(range.to) - approximate(range.from);
  if (length < 0) return empty_range(range);
  if (length / approximate(range.step) > 2 * static_cast<double>(max_range_values)) return too_many_values();
  const auto exact = scaled(*scenario::parse_decimal(range.from), *scenario::parse_decimal(range.to), step);
  if (!exact) return Unexpected(std::string("has more digits than can be counted with; write fewer than 18"));
  if (exact->to < exact->from) return empty_range(range);
  const auto last = static_cast<std::size_t>((exact->to - exact->from) / exact->step);
  if (last >= max_range_values) return too_many_values();
  std::vector<Value> values;
  for (std::size_t i = 0; i <= last; ++i) {
    const std::int64_t multiple = exact->from + static_cast<std::int64_t>(i) * exact->step;
    values.push_back(value_of_digits(fmt::format("{}e{}", multiple, exact->exponent)));
  }
  return values;
}

}  // namespace fastfood::experiment
