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

Value number(std::string digits) { return value_of({{}, scenario::Number{std::move(digits)}}); }

double approximate(std::string_view digits) { return number(std::string(digits)).number.value_or(0); }

// Nothing where it has more than 18 digits: sums of these are within 64 bits.
std::optional<std::int64_t> multiple(const Decimal& number, std::int64_t exponent) {
  constexpr std::int64_t most_digits = 18;
  if (number.digits.empty()) return 0;
  const std::int64_t zeros = number.exponent - exponent;
  if (static_cast<std::int64_t>(number.digits.size()) + zeros > most_digits) return std::nullopt;
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
  const auto each = multiple(step, exponent);
  if (!first || !last || !each) return std::nullopt;
  return Scaled{*first, *last, *each, exponent};
}

Unexpected<std::string> empty(const NumericRange& steps) {
  return Unexpected(fmt::format("there is nothing from {} to {}; give the smaller one first",
                                scenario::excerpt(steps.from), scenario::excerpt(steps.to)));
}

Unexpected<std::string> too_many() {
  return Unexpected(fmt::format("gives more than {} values; make the steps longer", most_steps));
}

}  // namespace

Result<std::vector<Value>, std::string> values_of(const NumericRange& steps) {
  const auto step = scenario::parse_decimal(steps.step).value();
  if (step.negative || step.digits.empty()) {
    return Unexpected(fmt::format("expected a step above 0, got {}", scenario::excerpt(steps.step)));
  }
  const double length = approximate(steps.to) - approximate(steps.from);
  if (length < 0) return empty(steps);
  if (length / approximate(steps.step) > 2 * static_cast<double>(most_steps)) return too_many();
  const auto exact = scaled(*scenario::parse_decimal(steps.from), *scenario::parse_decimal(steps.to), step);
  if (!exact) return Unexpected(std::string("has more digits than can be counted with; write fewer than 18"));
  if (exact->to < exact->from) return empty(steps);
  const auto last = static_cast<std::size_t>((exact->to - exact->from) / exact->step);
  if (last >= most_steps) return too_many();
  std::vector<Value> values;
  for (std::size_t at = 0; at <= last; ++at) {
    const std::int64_t multiple = exact->from + static_cast<std::int64_t>(at) * exact->step;
    values.push_back(number(fmt::format("{}e{}", multiple, exact->exponent)));
  }
  return values;
}

}  // namespace fastfood::experiment
