#include "sim/async/clock_text.hpp"

#include <array>
#include <cstdio>

namespace fastfood::async {

std::string clock_text(Duration duration) {
  using namespace std::chrono;
  const auto whole_days = floor<days>(duration);
  const hh_mm_ss time(floor<microseconds>(duration - whole_days));
  std::array<char, 64> text{};
  const auto days_count = static_cast<long long>(whole_days.count());
  if (days_count != 0) {
    std::snprintf(text.data(), text.size(), "%lld day%s, ", days_count, days_count == 1 || days_count == -1 ? "" : "s");
  }
  std::string result = text.data();
  std::snprintf(text.data(), text.size(), "%d:%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  result += text.data();
  if (time.subseconds().count() != 0) {
    std::snprintf(text.data(), text.size(), ".%06d", static_cast<int>(time.subseconds().count()));
    result += text.data();
  }
  return result;
}

}  // namespace fastfood::async
