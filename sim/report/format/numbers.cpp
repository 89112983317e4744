#include "sim/report/format/numbers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <variant>

#include "sim/async/clock_text.hpp"
#include "sim/scenario/json/document.hpp"

namespace fastfood::report {
namespace {

std::string strip_trailing_zeros(double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') {
    text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

std::string in_unit(double seconds, const TimeUnit& unit) {
  return fmt::format("{} {}", format_number(number_in(unit, seconds)), unit.name);
}

}  // namespace

std::string format_number(std::optional<double> number) {
  return number.has_value() ? strip_trailing_zeros(*number, 2) : "-";
}

std::string format_distinct(double number, double other) {
  int decimals = 2;
  while (decimals < 17 && strip_trailing_zeros(number, decimals) == strip_trailing_zeros(other, decimals)) {
    ++decimals;
  }
  return strip_trailing_zeros(number, decimals);
}

TimeUnit time_unit_of(double seconds) {
  const double size = std::abs(seconds);
  if (size == 0 || (size >= 0.1 && size < 120)) {
    return {"s", 1};
  }
  if (size < 0.1) {
    return {"ms", 0.001};
  }
  return size < 7200 ? TimeUnit{"min", 60} : TimeUnit{"h", 3600};
}

double number_in(const TimeUnit& unit, double seconds) {
  return unit.seconds < 1 ? seconds * 1000 : seconds / unit.seconds;  // 1000 is exact, 0.001 is not
}

std::string format_time(std::optional<double> seconds) {
  if (!seconds.has_value()) {
    return "-";
  }
  return in_unit(*seconds, time_unit_of(*seconds));
}

std::string format_time(double seconds, double half_width) {
  constexpr double min_shown = 0.045;  // in units: two decimals show 0.05 and more
  const TimeUnit unit = time_unit_of(std::max(std::abs(seconds), half_width));
  if (half_width > 0 && half_width < min_shown * unit.seconds) {
    return fmt::format("{} ± {}", format_time(seconds), format_time(half_width));
  }
  return fmt::format("{} ± {}", format_number(number_in(unit, seconds)), in_unit(half_width, unit));
}

std::string format_share(std::optional<double> share) {
  if (!share.has_value()) {
    return "-";
  }
  const double percent = *share * 100;
  return strip_trailing_zeros(percent < 100 ? std::min(percent, 99.9) : percent, 1) + " %";
}

std::string format_money(double amount) {
  constexpr double widest = 1e15;
  if (std::abs(amount) >= widest) {
    return fmt::format("{:.2e}", amount);
  }
  const bool none = std::abs(amount) < 0.005;  // avoids -0.00
  return fmt::format("{:.2f}", none ? 0 : amount);
}

std::string format_schedule(const model::Schedule& schedule) {
  const auto [smallest, largest] = std::ranges::minmax(schedule.steps, {}, &model::ScheduleStep<std::int64_t>::value);
  return smallest.value == largest.value ? std::to_string(largest.value)
                                         : fmt::format("{}-{}", smallest.value, largest.value);
}

std::string format_value(const experiment::Value& value) {
  if (!value.json.starts_with('"')) {
    return value.json;
  }
  const scenario::Document document = scenario::parse_document(value.json);
  const auto* text = document.root.has_value() ? std::get_if<std::string>(&document.root->value) : nullptr;
  return text != nullptr ? *text : value.json;
}

std::string time_of_day(const model::CounterSpec& spec, Instant instant) {
  const Duration since_start = instant.time_since_epoch();
  if (!spec.opens_at.has_value()) {
    return async::clock_text(since_start);
  }
  const Duration since_midnight = *spec.opens_at + since_start;
  const auto days = std::chrono::floor<std::chrono::days>(since_midnight);
  std::string text = async::clock_text(since_midnight - days);
  if (text.find(':') == 1) {
    text.insert(text.begin(), '0');
  }
  if (text.size() == sizeof "11:30:00" - 1 && text.ends_with(":00")) {
    text.resize(sizeof "11:30" - 1);
  }
  return days.count() == 0 ? text : fmt::format("{} +{}", text, days.count());
}

}  // namespace fastfood::report
