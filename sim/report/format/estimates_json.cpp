#include "sim/report/format/estimates_json.hpp"

#include "sim/base/check.hpp"

namespace fastfood::report {

void write_estimate(JsonWriter& json, const experiment::Estimate& estimate) {
  json.begin_object();
  json.field("mean", estimate.mean);
  json.field("half_width", estimate.half_width);
  json.field("confidence", estimate.confidence);
  json.field("n", estimate.n);
  json.end_object();
}

void write_estimates(JsonWriter& json, const std::vector<std::string>& metrics,
                     const std::vector<experiment::Estimate>& estimates) {
  check(estimates.empty() || estimates.size() == metrics.size(), "an estimate for each metric");
  json.begin_object();
  for (std::size_t index = 0; index < estimates.size(); ++index) {
    json.key(metrics[index]);
    write_estimate(json, estimates[index]);
  }
  json.end_object();
}

}  // namespace fastfood::report
