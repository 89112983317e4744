#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/model/counter.hpp"
#include "sim/report/json_writer.hpp"
#include "sim/report/result_json.hpp"
#include "tools/cli/output.hpp"

namespace cli {

/// Where the user wants what; none is nowhere. `-` is standard output, for orders the result itself.
struct RunPlaces {
  std::optional<std::string> json;
  std::optional<std::string> orders;
  bool summary = true;
  bool as_list = false;  // a file of results holds a list of them

  bool json_to_standard_output() const { return json == "-"; }
  bool orders_in_result() const { return orders == "-"; }
};

/// All that `fastfood run` writes: the summaries, the results, and the orders as the runs go.
class RunOutputs {
 public:
  /// Opens every place, or says of the first that cannot be written why.
  static sim::Result<RunOutputs, std::string> open(const RunPlaces& places);

  /// Takes the orders of a run of `spec`, which must outlive the run; none where nobody wants them.
  sim::model::OrderSink order_sink(const sim::model::CounterSpec& spec);

  /// Writes the outcome of a run, with the orders that came since the last one where they belong to it.
  std::optional<std::string> add(sim::report::RunResult result);

  /// Completes everything; what went wrong. Without it no regular file comes into being.
  std::optional<std::string> finish();

 private:
  RunOutputs(RunPlaces places, std::optional<Output> json, std::optional<Output> orders);

  void write_line(const sim::report::RunResult& result);
  void write_summary(const sim::report::RunResult& result);
  void write_file();

  RunPlaces places_;
  Output standard_ = Output::standard();
  std::optional<Output> json_;
  std::optional<Output> orders_;
  std::vector<sim::model::OrderRecord> kept_orders_;  // of the run that goes on
  std::vector<sim::report::RunResult> results_;       // for a file
  bool first_summary_ = true;
};

}  // namespace cli
