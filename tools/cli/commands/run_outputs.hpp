#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/model/counter.hpp"
#include "sim/report/format/json_writer.hpp"
#include "sim/report/run/result_json.hpp"
#include "tools/cli/files/output.hpp"

namespace cli {

/// The paths of the outputs; nothing is not written. `-` is standard output, and for `orders` the result itself.
struct RunPaths {
  std::optional<std::string> json;
  std::optional<std::string> orders;
  std::optional<std::string> events;
  std::optional<std::string> tables;  // a folder
  bool why = false;                   // orders say where the customer's time went
  bool quiet = false;

  bool json_to_standard_output() const { return json == "-"; }
  bool orders_in_result() const { return orders == "-"; }

  /// Returns true if a summary goes to standard output.
  bool summary() const { return !quiet && !json_to_standard_output(); }
};

/// The orders of each replication of one scenario.
using OrdersByReplication = std::vector<std::vector<fastfood::model::OrderRecord>>;

/// The outputs of `fastfood run`: summaries, results, and orders and events while a run is in progress.
class RunOutputs {
 public:
  /// Opens all outputs, or returns why the first that cannot be written fails. The result is a list if there are
  /// `several` scenarios.
  static fastfood::Result<RunOutputs, std::string> open(const RunPaths& paths, bool several);

  /// Returns true if orders or events are written during the runs, which must then run one after another.
  bool streams_runs() const { return paths_.orders.has_value() || paths_.events.has_value(); }

  /// Returns the sink for the orders of a run of `spec`, or an empty one if orders are not written. `replication` is
  /// set if there are several. Orders for the result go into `kept`, which the caller drops if the scenario fails.
  /// `spec` and `kept` must outlive the sink.
  fastfood::model::OrderSink order_sink(const fastfood::model::CounterSpec& spec,
                                        std::optional<std::int64_t> replication, OrdersByReplication& kept);

  /// Returns the sink for the events of a run, or an empty one if events are not written.
  fastfood::model::EventSink event_sink();

  /// Writes or keeps the result of a scenario. Returns the first failure.
  std::optional<std::string> add(fastfood::report::ScenarioResult result);

  /// Writes all buffered data, for readers that follow the output. Returns the first failure.
  std::optional<std::string> flush();

  /// Returns true if an output failed.
  bool has_failed();

  /// Completes all outputs. Returns the first failure. No regular file appears without this call, or if no run has a
  /// result.
  std::optional<std::string> finish();

 private:
  RunOutputs(RunPaths paths, bool several) : paths_(std::move(paths)), several_(several) {}

  std::optional<std::string> open_all();
  std::vector<Output*> all();
  void write_line(const fastfood::report::ScenarioResult& result);
  void write_summary(const fastfood::report::ScenarioResult& result);
  void write_file();
  std::optional<std::string> write_tables(const fastfood::report::ScenarioResult& result);

  RunPaths paths_;
  bool several_;
  Output standard_ = Output::standard();
  std::optional<Output> json_;
  std::optional<Output> orders_;
  bool has_orders_header_ = false;  // of one scenario, which alone has orders in a file
  std::optional<Output> events_;
  std::string line_;                                       // an order or an event; reused to keep its memory
  std::vector<fastfood::report::ScenarioResult> results_;  // for --json FILE
  bool has_results_ = false;
};

}  // namespace cli
