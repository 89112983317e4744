#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"

/// Formats numbers, times and values for people. Numbers are rounded; a missing one is `-`.
namespace fastfood::report {

/// Rounds to at most two decimals, without trailing zeros: `5.05`, `4.5`, `12`.
std::string format_number(std::optional<double> number);

/// Formats `number` with the fewest decimals, at least two, at which it reads differently from `other`. The two must
/// differ.
std::string format_distinct(double number, double other);

/// A unit of time and its length.
struct TimeUnit {
  std::string_view name;
  double seconds;
};

/// Returns the unit that suits a time of this size: ms, s, min or h.
TimeUnit time_unit_of(double seconds);

/// Converts seconds to `unit`.
double number_in(const TimeUnit& unit, double seconds);

/// Formats a time in the unit that suits its size: `250 ms`, `4.5 s`, `12.5 min`, `3.25 h`.
std::string format_time(std::optional<double> seconds);

/// Formats a time and the half-width of its interval. Both have one unit (`4.5 ± 0.25 s`) unless the half-width would
/// round to 0 in it (`3.5 h ± 10 s`).
std::string format_time(double seconds, double half_width);

/// Formats a share from 0 to 1 as `83.3 %`. A share below 1 never reads as 100 %.
std::string format_share(std::optional<double> share);

/// Formats an amount of money: `1234.50`.
std::string format_money(double amount);

/// Formats the numbers of a schedule: `2`, or `1-3` if they change.
std::string format_schedule(const model::Schedule& schedule);

/// Formats the value of a parameter: a string without its quotes, anything else as JSON.
std::string format_value(const experiment::Value& value);

/// Formats an instant as the time of day (`11:30`, `11:30:15`, `00:30 +1` on the next day) if the counter has an
/// opening time. Otherwise formats the time since the start (`0:30:00`).
std::string time_of_day(const model::CounterSpec& spec, Instant instant);

}  // namespace fastfood::report
