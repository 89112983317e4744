#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"

/// Numbers rounded for a person to read; `-` is none.
namespace fastfood::report {

/// At most two decimals, no trailing zeros: `5.05`, `4.5`, `12`.
std::string format_number(std::optional<double> number);

/// With as few decimals, but at least two, as it takes not to look like `other`, which is another number.
std::string format_distinct(double number, double other);

/// A unit of time, and how long it is.
struct TimeUnit {
  std::string_view name;
  double seconds;
};

/// The one in which a person would say a time of this size.
TimeUnit time_unit_of(double seconds);

/// So many of the unit.
double number_in(const TimeUnit& unit, double seconds);

/// As a person would say it: `250 ms`, `4.5 s`, `12.5 min`, `3.25 h`.
std::string format_time(std::optional<double> seconds);

/// A time and the half-width of its interval: in one unit, `4.5 ± 0.25 s`, unless nothing would be left of the
/// half-width in it, `3.5 h ± 10 s`.
std::string format_time(double seconds, double half_width);

/// `83.3 %` of a share from 0 to 1. Never 100 % of what is not all.
std::string format_share(std::optional<double> share);

/// An amount of money: `1234.50`.
std::string format_money(double amount);

/// How many there are to be: `2`, or `1-3` where that changes.
std::string format_schedule(const model::Schedule& schedule);

/// A value that was tried as a person would write it: a text without its quotes, anything else as JSON.
std::string format_value(const experiment::Value& value);

/// An instant at the counter `spec` as a person there would say it: by the clock on the wall where there is one
/// (`11:30`, `11:30:15`, `00:30 +1` on the day after), else by what has passed (`0:30:00`).
std::string time_of_day(const model::CounterSpec& spec, Instant instant);

}  // namespace fastfood::report
