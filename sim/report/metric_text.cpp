#include "sim/report/metric_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "sim/report/rounded.hpp"
#include "sim/scenario/path.hpp"

namespace sim::report {
namespace {

template <std::size_t Size>
bool is_among(std::string_view key, const std::array<std::string_view, Size>& keys) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

MetricKind kind_of(const std::string& path) {
  constexpr std::array<std::string_view, 4> summaries{"wait_time", "service_time", "total_time", "reneged_after"};
  constexpr std::array<std::string_view, 8> statistics{"mean", "sd", "min", "p50", "p90", "p95", "p99", "max"};
  constexpr std::array<std::string_view, 3> times{"elapsed", "target", "from"};
  constexpr std::array<std::string_view, 5> shares{"fraction", "aim", "utilization", "servers_utilization", "down"};
  const std::vector<std::string> keys = scenario::keys_of(path);
  const std::string_view last = keys.empty() ? std::string_view{} : keys.back();
  const std::string_view before = keys.size() < 2 ? std::string_view{} : keys[keys.size() - 2];
  if (is_among(last, times) || (is_among(before, summaries) && is_among(last, statistics))) {
    return MetricKind::time;
  }
  if (is_among(last, shares)) {
    return MetricKind::share;
  }
  return before == "money" ? MetricKind::money : MetricKind::number;
}

std::string rounded_metric(const std::string& path, std::optional<double> value) {
  switch (kind_of(path)) {
    case MetricKind::time:
      return rounded_time(value);
    case MetricKind::share:
      return rounded_share(value);
    case MetricKind::money:
      return value.has_value() ? rounded_money(*value) : "-";
    case MetricKind::number:
      break;
  }
  return rounded(value);
}

std::string rounded_metric(const std::string& path, std::optional<double> mean, std::optional<double> half_width) {
  if (!mean.has_value() || !half_width.has_value()) {
    return rounded_metric(path, mean);
  }
  const MetricKind kind = kind_of(path);
  if (kind == MetricKind::time) {
    return rounded_time(*mean, *half_width);
  }
  std::string text = rounded_metric(path, mean);
  if (kind == MetricKind::share) {
    text.resize(text.size() - std::string_view{" %"}.size());  // stands behind the half-width
  }
  return fmt::format("{} ± {}", text, rounded_metric(path, half_width));
}

std::string rounded_difference(const std::string& path, std::optional<double> difference,
                               std::optional<double> half_width) {
  std::string text = rounded_metric(path, difference, half_width);
  const bool is_of_shares = kind_of(path) == MetricKind::share && text.ends_with('%');
  return is_of_shares ? text.replace(text.size() - 1, 1, "points") : text;
}

std::string rounded_metric(const std::string& path, const experiment::Estimate& estimate) {
  return rounded_metric(path, estimate.mean, estimate.half_width);
}

}  // namespace sim::report
