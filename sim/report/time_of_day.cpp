#include "sim/report/time_of_day.hpp"

#include <fmt/format.h>

#include <chrono>

#include "sim/async/clock_text.hpp"

namespace sim::report {

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

}  // namespace sim::report
