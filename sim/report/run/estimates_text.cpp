#include "sim/report/run/estimates_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::report {
namespace {

/// The label of a metric, and whether a mean of 0 gets a line.
struct MetricLabel {
  std::string_view metric;
  std::string_view text;
  bool also_none = true;
};

constexpr std::array of_the_run{
    MetricLabel{"wait_time.mean", "waiting to order"},
    MetricLabel{"service_time.mean", "order to food"},
    MetricLabel{"total_time.mean", "in all"},
    MetricLabel{"satisfied.fraction", "within the target"},
    MetricLabel{"throughput_per_hour", "served an hour"},
    MetricLabel{"servers.utilization", "servers busy"},
    MetricLabel{"customers.served", "customers served"},
    MetricLabel{"customers.balked", "balked at the line", false},
    MetricLabel{"customers.reneged", "gave up waiting", false},
    MetricLabel{"money.revenue", "revenue"},
    MetricLabel{"money.labour", "labour"},
    MetricLabel{"money.equipment", "equipment"},
    MetricLabel{"money.profit", "profit"},
    MetricLabel{"money.cost_per_served", "cost per customer served"},
};

/// The labels of a station's metrics, which follow its name.
constexpr std::array of_a_station{
    MetricLabel{"utilization", "busy"},
    MetricLabel{"down", "down", false},
    MetricLabel{"wasted", "wasted", false},
};

/// Returns the label of a metric, or an empty text if only the JSON result shows it.
std::string words_for(const std::string& metric, double mean) {
  const auto is_said = [mean](const MetricLabel& it) { return it.also_none || mean != 0; };
  const auto found = std::ranges::find(of_the_run, metric, &MetricLabel::metric);
  if (found != of_the_run.end()) {
    return is_said(*found) ? std::string{found->text} : "";
  }
  const std::vector<std::string> keys = scenario::split_path(metric);
  if (keys.size() != 3 || keys.front() != "stations") {
    return "";
  }
  const auto of_it = std::ranges::find(of_a_station, keys.back(), &MetricLabel::metric);
  const bool is_there = of_it != of_a_station.end() && is_said(*of_it);
  return is_there ? fmt::format("{} {}", clipped(keys[1], name_width), of_it->text) : "";
}

}  // namespace

std::string estimates_text(const ScenarioResult& result) {
  if (result.by_replication.empty() || result.estimates.empty()) {
    return "";
  }
  const double confidence = result.estimates.front().second.confidence;
  TextTable table{{fmt::format("over {} replications", result.by_replication.size()),
                   fmt::format("mean and {} interval", format_share(confidence))}};
  for (const auto& [metric, estimate] : result.estimates) {
    std::string words = estimate.n > 0 ? words_for(metric, *estimate.mean) : "";
    if (!words.empty()) {
      table.push_back({std::move(words), format_metric(metric, estimate)});
    }
  }
  return fmt::format("\n{}", lay_out(table));
}

}  // namespace fastfood::report
