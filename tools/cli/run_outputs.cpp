#include "tools/cli/run_outputs.hpp"

#include <utility>

#include "sim/report/orders_csv.hpp"
#include "sim/report/orders_json.hpp"
#include "sim/report/summary_text.hpp"

namespace cli {
namespace {

using sim::report::JsonWriter;
using sim::report::Layout;
using sim::report::RunResult;

/// Opens `place`, where there is one that is a place of its own.
sim::Result<std::optional<Output>, std::string> open_own(const std::optional<std::string>& place) {
  if (!place.has_value() || *place == "-") {
    return std::optional<Output>{};
  }
  auto output = Output::open(*place);
  if (!output) {
    return sim::Unexpected{output.error()};
  }
  return std::optional{std::move(output).value()};
}

std::string csv_line(const sim::model::CounterSpec& spec, const sim::model::OrderRecord& order) {
  return sim::report::csv_line(spec, order);  // of replication 0
}

bool is_csv(const std::string& place) { return place.ends_with(".csv"); }

}  // namespace

sim::Result<RunOutputs, std::string> RunOutputs::open(const RunPlaces& places) {
  auto json = open_own(places.json);
  if (!json) {
    return sim::Unexpected{json.error()};
  }
  auto orders = open_own(places.orders);
  if (!orders) {
    return sim::Unexpected{orders.error()};
  }
  return RunOutputs{places, std::move(json).value(), std::move(orders).value()};
}

RunOutputs::RunOutputs(RunPlaces places, std::optional<Output> json, std::optional<Output> orders)
    : places_(std::move(places)), json_(std::move(json)), orders_(std::move(orders)) {
  if (orders_.has_value() && is_csv(*places_.orders)) {
    orders_->write(sim::report::csv_header());
  }
}

sim::model::OrderSink RunOutputs::order_sink(const sim::model::CounterSpec& spec) {
  kept_orders_.clear();
  if (places_.orders_in_result()) {
    return [this](const auto& order) { kept_orders_.push_back(order); };
  }
  if (!orders_.has_value()) {
    return {};
  }
  const auto line_of = is_csv(*places_.orders) ? csv_line : sim::report::order_line;
  return [this, &spec, line_of](const auto& order) { orders_->write(line_of(spec, order)); };
}

std::optional<std::string> RunOutputs::add(RunResult result) {
  if (places_.orders_in_result()) {
    result.orders = std::exchange(kept_orders_, {});
  }
  if (places_.json_to_standard_output()) {
    write_line(result);
  } else if (places_.summary) {
    write_summary(result);
  }
  if (json_.has_value()) {
    results_.push_back(std::move(result));
  }
  return standard_.flush();
}

std::optional<std::string> RunOutputs::finish() {
  auto failure = standard_.finish();
  if (!failure.has_value() && orders_.has_value()) {
    failure = orders_->finish();
  }
  if (!failure.has_value() && json_.has_value()) {
    write_file();
    failure = json_->finish();
  }
  return failure;
}

void RunOutputs::write_line(const RunResult& result) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  sim::report::write_result(json, result);
  standard_.write(text + "\n");
}

void RunOutputs::write_summary(const RunResult& result) {
  standard_.write(first_summary_ ? "" : "\n\n");
  standard_.write(sim::report::summary_text(result.spec, result.observations));
  first_summary_ = false;
}

void RunOutputs::write_file() {
  std::string text;
  JsonWriter json{text, Layout::indented};
  if (places_.as_list) {
    json.begin_list();
  }
  for (const RunResult& result : results_) {
    sim::report::write_result(json, result);
    json_->write(std::exchange(text, {}));
  }
  if (places_.as_list) {
    json.end_list();
  }
  json_->write(text + "\n");
}

}  // namespace cli
