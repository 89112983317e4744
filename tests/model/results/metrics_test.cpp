#include "sim/model/results/metrics.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace fastfood::model {
namespace {

using namespace std::chrono_literals;

/// Collects the paths of all metrics that have a value, in the order in which a walk over the fields finds them.
class Paths {
 public:
  explicit Paths(std::string at) : at_(std::move(at)) {}

  template <class Value>
  void operator()(const std::string& name, const Value& value) {
    take(at_.empty() ? name : at_ + "." + name, value);
  }

  std::vector<std::string> found;

 private:
  template <class Value>
  void take(const std::string& path, const Value& value) {
    if constexpr (Part<Value>) {
      Paths below{path};
      each_field(value, below);
      found.insert(found.end(), below.found.begin(), below.found.end());
    } else {
      found.push_back(path);
    }
  }

  template <class Value>
  void take(const std::string& path, const std::optional<Value>& maybe) {
    if (maybe.has_value()) {
      take(path, *maybe);
    }
  }

  template <Part Value>
  void take(const std::string& path, const std::vector<Value>& parts) {
    for (std::size_t index = 0; index < parts.size(); ++index) {
      take(path + "." + std::to_string(index), parts[index]);
    }
  }

  template <class Value>
  void take(const std::string& path, const ByName<Value>& named) {
    for (const Value& part : named.parts) {
      take(path + "." + part.name, part);
    }
  }

  std::string at_;
};

std::vector<std::string> paths_of(const auto& part) {
  Paths paths{""};
  each_field(part, paths);
  return paths.found;
}

TEST(Metrics, NameListEntriesByIndexAndPartsByName) {
  RunResult run;
  run.servers.each = {{"Ana", 0, 3.0, {}}};
  run.stations.resize(1);
  run.stations[0].name = "grill";
  run.stations[0].wait_time = stats::summarize({1s});

  const auto paths = paths_of(run);

  const auto has = [&paths](const char* path) { return std::count(paths.begin(), paths.end(), path) == 1; };
  EXPECT_EQ(paths.front(), "elapsed");
  EXPECT_TRUE(has("customers.arrived"));
  EXPECT_TRUE(has("servers.each.0.throughput_per_hour"));
  EXPECT_TRUE(has("stations.grill.wait_time.p90"));
  EXPECT_FALSE(has("stations.grill.name"));
  EXPECT_FALSE(has("satisfied.fraction"));
}

TEST(Metrics, OfASummaryAreInTheOrderOfResults) {
  EXPECT_EQ(paths_of(stats::summarize({1s, 2s})),
            (std::vector<std::string>{"count", "mean", "sd", "min", "p50", "p90", "p95", "p99", "max"}));
}

TEST(Metrics, DistinguishPartsFromValues) {
  EXPECT_TRUE(Part<RunResult>);
  EXPECT_TRUE(Part<stats::Summary>);
  EXPECT_FALSE(Part<std::string>);
  EXPECT_FALSE(Part<std::optional<Satisfied>>);
}

}  // namespace
}  // namespace fastfood::model
