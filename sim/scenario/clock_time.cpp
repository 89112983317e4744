#include "sim/scenario/clock_time.hpp"

#include <chrono>

namespace sim::scenario {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The number of two digits, below `end`, at `at`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int end) {
  if (text.size() < at + 2 || !is_digit(text[at]) || !is_digit(text[at + 1])) return std::nullopt;
  const int number = 10 * (text[at] - '0') + (text[at + 1] - '0');
  return number < end ? std::optional(number) : std::nullopt;
}

}  // namespace

bool looks_like_clock_time(std::string_view text) {
  return text.find(':') != text.npos && text.find_first_not_of("0123456789:") == text.npos;
}

std::optional<Duration> parse_clock_time(std::string_view text) {
  const bool with_seconds = text.size() == 8;
  if ((text.size() != 5 && !with_seconds) || text[2] != ':' || (with_seconds && text[5] != ':')) return std::nullopt;
  const auto hour = two_digits(text, 0, 24);
  const auto minute = two_digits(text, 3, 60);
  const auto second = with_seconds ? two_digits(text, 6, 60) : 0;
  if (!hour || !minute || !second) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

}  // namespace sim::scenario
