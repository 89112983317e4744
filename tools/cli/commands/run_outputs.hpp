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

/// Where the user wants what; none is nowhere. `-` is standard output, for orders the result itself.
struct RunPaths {
  std::optional<std::string> json;
  std::optional<std::string> orders;
  std::optional<std::string> events;
  bool quiet = false;

  bool json_to_standard_output() const { return json == "-"; }
  bool orders_in_result() const { return orders == "-"; }

  /// Whether a summary goes to standard output.
  bool summary() const { return !quiet && !json_to_standard_output(); }
};

/// The orders of each replication of one scenario.
using OrdersByReplication = std::vector<std::vector<fastfood::model::OrderRecord>>;

/// All that `fastfood run` writes: the summaries, the results, and orders and events as the runs go.
class RunOutputs {
 public:
  /// Opens every place, or says of the first that cannot be written why. The result is a list where there are `several`
  /// scenarios.
  static fastfood::Result<RunOutputs, std::string> open(const RunPaths& paths, bool several);

  /// Whether somebody wants to see the runs as they go: these come one after another then.
  bool streams_runs() const { return paths_.orders.has_value() || paths_.events.has_value(); }

  /// Takes the orders of a run of `spec`, which must outlive it, in this replication where there are several; none
  /// where nobody wants them. Those that belong into the result are put into `kept`, which is the caller's, so that a
  /// scenario that fails leaves none of them behind. Runs come one after another.
  fastfood::model::OrderSink order_sink(const fastfood::model::CounterSpec& spec,
                                        std::optional<std::int64_t> replication, OrdersByReplication& kept);

  /// Takes the events of a run; none where nobody wants them.
  fastfood::model::EventSink event_sink();

  /// Writes the outcome of a run; what went wrong.
  std::optional<std::string> add(fastfood::report::ScenarioResult result);

  /// Hands on what was written so far, to those who read it as it comes; what went wrong.
  std::optional<std::string> flush();

  /// Whether something could not be written.
  bool has_failed();

  /// Completes everything; what went wrong. Without it no regular file comes into being, nor does one if no run has
  /// an outcome.
  std::optional<std::string> finish();

 private:
  RunOutputs(RunPaths paths, bool several) : paths_(std::move(paths)), several_(several) {}

  std::optional<std::string> open_all();
  std::vector<Output*> all();
  void write_line(const fastfood::report::ScenarioResult& result);
  void write_summary(const fastfood::report::ScenarioResult& result);
  void write_file();

  RunPaths paths_;
  bool several_;
  Output standard_ = Output::standard();
  std::optional<Output> json_;
  std::optional<Output> orders_;
  std::optional<Output> events_;
  std::string line_;                                       // an order or an event; kept for its room
  std::vector<fastfood::report::ScenarioResult> results_;  // for a file
  bool has_results_ = false;
};

}  // namespace cli
