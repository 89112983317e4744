#include "sim/report/run/result_json.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/model/results/metrics.hpp"
#include "sim/report/format/estimates_json.hpp"
#include "sim/report/format/version.hpp"
#include "sim/report/run/orders.hpp"
#include "sim/report/run/why_json.hpp"

namespace fastfood::report {
namespace {

/// Writes every type that has fields, recursively, field by field.
class PartWriter {
 public:
  explicit PartWriter(JsonWriter& json) : json_(json) {}

  template <class Value>
  void operator()(std::string_view name, const Value& value) {
    json_.key(name);
    write(value);
  }

  template <model::Part Value>
  void fields(const Value& part) {
    model::each_field(part, *this);
  }

 private:
  template <class Value>
  void write(const Value& leaf) {
    json_.value(leaf);
  }

  void write(const model::Share& share) { json_.value(share.value); }

  void write(const model::Schedule& schedule) {
    if (schedule.is_constant()) {
      json_.value(schedule.steps.front().value);
      return;
    }
    json_.begin_list();
    for (const auto& step : schedule.steps) {
      json_.begin_object();
      json_.field("from", step.from);
      json_.field("value", step.value);
      json_.end_object();
    }
    json_.end_list();
  }

  template <model::Part Value>
  void write(const Value& part) {
    json_.begin_object();
    fields(part);
    json_.end_object();
  }

  template <model::Part Value>
  void write(const std::optional<Value>& part) {
    part.has_value() ? write(*part) : json_.null();
  }

  template <model::Part Value>
  void write(const std::vector<Value>& parts) {
    json_.begin_list();
    for (const Value& part : parts) {
      write(part);
    }
    json_.end_list();
  }

  template <model::Part Value>
  void write(const model::ByName<Value>& named) {
    json_.begin_object();
    for (const Value& part : named.parts) {
      (*this)(part.name, part);
    }
    json_.end_object();
  }

  JsonWriter& json_;
};

void write_heading(JsonWriter& json, const ScenarioResult& result) {
  json.field("format", "fastfood-result/1");
  json.field("version", program_version());
  json.field("scenario", result.spec.name);
  json.key("overrides");
  json.begin_object();
  for (const auto& [path, value] : result.overrides) {
    json.key(path);
    json.raw(value);
  }
  json.end_object();
  json.field("seed", result.spec.seed);
  json.field("replications", std::max<std::size_t>(result.by_replication.size(), 1));
}

void write_replication(JsonWriter& json, std::size_t number, const model::RunResult& run) {
  json.begin_object();
  PartWriter part{json};
  part("replication", number);
  part("customers", run.customers);
  part("throughput_per_hour", run.throughput_per_hour);
  part("satisfied", run.satisfied);
  part("wait_time", run.wait_time);
  part("service_time", run.service_time);
  part("total_time", run.total_time);
  json.end_object();
}

void write_replications(JsonWriter& json, const ScenarioResult& result) {
  json.key("by_replication");
  json.begin_list();
  for (std::size_t number = 0; number < result.by_replication.size(); ++number) {
    write_replication(json, number, result.by_replication[number]);
  }
  json.end_list();
  json.key("estimates");
  json.begin_object();
  for (const auto& [metric, estimate] : result.estimates) {
    json.key(metric);
    write_estimate(json, estimate);
  }
  json.end_object();
}

void write_orders(JsonWriter& json, const ScenarioResult& result) {
  json.key("orders");
  json.begin_list();
  const OrderFormat format(result.spec, result.shows_why);
  std::int64_t replication = 0;
  for (const auto& orders : *result.orders) {
    for (const model::OrderRecord& order : orders) {
      format.write(json, order, result.by_replication.empty() ? std::nullopt : std::optional{replication});
    }
    ++replication;
  }
  json.end_list();
}

}  // namespace

void write_result(JsonWriter& json, const ScenarioResult& result) {
  json.begin_object();
  write_heading(json, result);
  PartWriter{json}.fields(result.pooled);
  if (!result.by_replication.empty()) {
    write_replications(json, result);
  }
  if (result.orders.has_value()) {
    write_orders(json, result);
  }
  if (result.shows_why) {
    json.key("why");
    write_why(json, *result.pooled.why);
  }
  json.end_object();
}

}  // namespace fastfood::report
