#include "sim/report/rounded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sim::report {
namespace {

std::string trimmed(double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') {
    text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace

std::string rounded(std::optional<double> number) { return number.has_value() ? trimmed(*number, 2) : "-"; }

std::string rounded_time(std::optional<double> seconds) {
  if (!seconds.has_value()) {
    return "-";
  }
  const double size = std::abs(*seconds);
  if (size == 0 || (size >= 0.1 && size < 120)) {
    return rounded(seconds) + " s";
  }
  if (size < 0.1) {
    return rounded(*seconds * 1000) + " ms";
  }
  return size < 7200 ? rounded(*seconds / 60) + " min" : rounded(*seconds / 3600) + " h";
}

std::string rounded_share(std::optional<double> share) {
  if (!share.has_value()) {
    return "-";
  }
  const double percent = *share * 100;
  return trimmed(percent < 100 ? std::min(percent, 99.9) : percent, 1) + " %";
}

std::string rounded_money(double amount) {
  constexpr double widest = 1e15;
  if (std::abs(amount) >= widest) {
    return fmt::format("{:.2e}", amount);
  }
  const bool none = std::abs(amount) < 0.005;  // also of a small debt, which would be -0.00
  return fmt::format("{:.2f}", none ? 0 : amount);
}

std::string range_of(const model::Schedule& schedule) {
  const auto [least, most] = std::ranges::minmax(schedule.steps, {}, &model::Step<std::int64_t>::value);
  return least.value == most.value ? std::to_string(most.value) : fmt::format("{}-{}", least.value, most.value);
}

}  // namespace sim::report
