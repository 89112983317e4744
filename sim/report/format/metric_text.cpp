#include "sim/report/format/metric_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "sim/report/format/numbers.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::report {
namespace {

constexpr std::string_view percent = " %";

/// Returns the number of decimals at which a half-width no longer reads as 0, if it is more than `decimals`. Returns
/// nothing if the half-width is 0 or only a rounding error.
std::optional<int> decimals_to_see(double half_width, int decimals, double mean) {
  constexpr double of_rounding = 1e-9;
  if (!(half_width > of_rounding * std::abs(mean)) || half_width < of_rounding) {
    return std::nullopt;
  }
  const int needed = static_cast<int>(std::ceil(-std::log10(2 * half_width)));
  return needed > decimals ? std::optional{needed} : std::nullopt;
}

}  // namespace

MetricKind kind_of(const std::string& path) {
  const MetricKind kind = model::metric_kind(scenario::split_path(path));
  return kind == MetricKind::truth ? MetricKind::number : kind;
}

std::string format_metric(const std::string& path, std::optional<double> value) {
  switch (kind_of(path)) {
    case MetricKind::time:
      return format_time(value);
    case MetricKind::share:
      return format_share(value);
    case MetricKind::money:
      return value.has_value() ? format_money(*value) : "-";
    case MetricKind::truth:
    case MetricKind::number:
      break;
  }
  return format_number(value);
}

std::string format_metric(const std::string& path, std::optional<double> mean, std::optional<double> half_width) {
  if (!mean.has_value() || !half_width.has_value()) {
    return format_metric(path, mean);
  }
  const MetricKind kind = kind_of(path);
  if (kind == MetricKind::time) {
    return format_time(*mean, *half_width);
  }
  const bool is_share = kind == MetricKind::share;
  const double scale = is_share ? 100 : 1;
  if (const auto decimals = decimals_to_see(scale * *half_width, is_share ? 1 : 2, scale * *mean)) {
    const bool is_not_all = is_share && *mean < 1;  // and must not read as 100 %
    double shown = is_not_all ? std::min(100 * *mean, 100 - std::pow(10, -*decimals)) : scale * *mean;
    if (std::abs(shown) < 0.5 * std::pow(10, -*decimals)) {
      shown = 0;  // avoids -0.00
    }
    return fmt::format("{:.{}f} ± {:.{}f}{}", shown, *decimals, scale * *half_width, *decimals,
                       is_share ? percent : "");
  }
  std::string text = format_metric(path, mean);
  if (is_share) {
    text.resize(text.size() - percent.size());  // it follows the half-width
  }
  return fmt::format("{} ± {}", text, format_metric(path, half_width));
}

std::string format_difference(const std::string& path, std::optional<double> difference,
                              std::optional<double> half_width) {
  std::string text = format_metric(path, difference, half_width);
  const bool is_of_shares = kind_of(path) == MetricKind::share && text.ends_with('%');
  return is_of_shares ? text.replace(text.size() - 1, 1, "points") : text;
}

}  // namespace fastfood::report
