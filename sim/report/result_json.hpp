#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/json_writer.hpp"

namespace sim::report {

/// A run that came to its end: the counter, with the seed it was run with, and what it has shown.
struct RunResult {
  model::CounterSpec spec;
  model::Observations observations;
  std::optional<std::vector<model::OrderRecord>> orders{};       // where the result is to have them
  std::vector<std::pair<std::string, std::string>> overrides{};  // what was set: the path, and the value as JSON
};

/// Writes the object `fastfood-result/1`: the same keys in the same order for every run, `orders` last.
void write_result(JsonWriter& json, const RunResult& result);

}  // namespace sim::report
