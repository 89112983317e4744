#include "sim/scenario/read/dated_time.hpp"

#include <cstddef>

#include "sim/base/ascii.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/syntax.hpp"
#include "sim/scenario/read/duration.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

std::optional<DatedTime> parse_dated_time(std::string_view text) {
  using namespace std::chrono;
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() <= shape.size() || (text[shape.size()] != ' ' && text[shape.size()] != 'T')) return std::nullopt;
  for (std::size_t index = 0; index != shape.size(); ++index) {
    if (is_digit(shape[index]) ? !is_digit(text[index]) : text[index] != shape[index]) return std::nullopt;
  }
  const auto year_number = parse_number<int>(text.substr(0, 4));
  const auto month_number = parse_number<unsigned>(text.substr(5, 2));
  const auto day_number = parse_number<unsigned>(text.substr(8, 2));
  const year_month_day date{year(*year_number), month(*month_number), day(*day_number)};
  const std::string_view time = trim(text.substr(shape.size() + 1));
  const auto clock = parse_clock_time(time);
  if (!date.ok() || !clock) return std::nullopt;
  return DatedTime{text.substr(0, shape.size()), time, sys_days(date), *clock};
}

}  // namespace fastfood::scenario
