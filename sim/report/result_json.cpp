#include "sim/report/result_json.hpp"

#include <string_view>

#include "sim/model/metrics.hpp"
#include "sim/report/orders_json.hpp"
#include "sim/report/version.hpp"

namespace sim::report {
namespace {

/// Writes whatever has fields, field by field, all the way down.
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

void write_heading(JsonWriter& json, const RunResult& result) {
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
  json.field("replications", 1);
}

}  // namespace

void write_result(JsonWriter& json, const RunResult& result) {
  json.begin_object();
  write_heading(json, result);
  PartWriter{json}.fields(result.observations);
  if (result.orders.has_value()) {
    json.key("orders");
    json.begin_list();
    for (const model::OrderRecord& order : *result.orders) {
      write_order(json, result.spec, order);
    }
    json.end_list();
  }
  json.end_object();
}

}  // namespace sim::report
