#include "sim/report/rounded.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sim::report {
namespace {

std::string trimmed(double number, int decimals) {
  std::string text = fmt::format("{:.{}f}", number, decimals);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') {
    text.pop_back();
  }
  return text;
}

}  // namespace

std::string rounded(std::optional<double> number) { return number.has_value() ? trimmed(*number, 2) : "-"; }

std::string rounded_time(std::optional<double> seconds) {
  if (!seconds.has_value()) {
    return "-";
  }
  if (*seconds == 0 || (*seconds >= 0.1 && *seconds < 120)) {
    return rounded(seconds) + " s";
  }
  if (*seconds < 0.1) {
    return rounded(*seconds * 1000) + " ms";
  }
  return *seconds < 7200 ? rounded(*seconds / 60) + " min" : rounded(*seconds / 3600) + " h";
}

std::string rounded_share(std::optional<double> share) {
  if (!share.has_value()) {
    return "-";
  }
  const double percent = *share * 100;
  return trimmed(percent < 100 ? std::min(percent, 99.9) : percent, 1) + " %";
}

}  // namespace sim::report
