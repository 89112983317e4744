#include "sim/report/estimates_text.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/metric_text.hpp"
#include "sim/report/rounded.hpp"
#include "sim/report/text_table.hpp"
#include "sim/scenario/path.hpp"

namespace sim::report {
namespace {

/// What a person calls a metric; nothing for one that is left to the result as JSON.
std::string words_for(const std::string& metric) {
  const std::vector<std::pair<std::string_view, std::string_view>> words{
      {"wait_time.mean", "waiting to order"},
      {"service_time.mean", "order to food"},
      {"total_time.mean", "in all"},
      {"satisfied.fraction", "within the target"},
      {"throughput_per_hour", "served an hour"},
      {"servers.utilization", "servers busy"},
  };
  for (const auto& [path, text] : words) {
    if (path == metric) {
      return std::string{text};
    }
  }
  const std::vector<std::string> keys = scenario::keys_of(metric);
  const bool is_busy = keys.size() == 3 && keys.front() == "stations" && keys.back() == "utilization";
  return is_busy ? clipped(keys[1], name_width) + " busy" : "";
}

}  // namespace

std::string estimates_text(const RunResult& result) {
  if (result.by_replication.empty() || result.estimates.empty()) {
    return "";
  }
  const double confidence = result.estimates.front().second.confidence;
  TextTable table{{fmt::format("over {} replications", result.by_replication.size()),
                   fmt::format("mean and {} interval", rounded_share(confidence))}};
  for (const auto& [metric, estimate] : result.estimates) {
    std::string words = words_for(metric);
    if (!words.empty() && estimate.n > 0) {
      table.push_back({std::move(words), rounded_metric(metric, estimate)});
    }
  }
  return fmt::format("\n{}", lay_out(table));
}

}  // namespace sim::report
