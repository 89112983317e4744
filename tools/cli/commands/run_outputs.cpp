#include "tools/cli/commands/run_outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "sim/report/run/events_json.hpp"
#include "sim/report/run/orders.hpp"
#include "sim/report/run/summary_text.hpp"
#include "sim/report/run/tables_csv.hpp"
#include "tools/cli/files/file_format.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::report::JsonWriter;
using fastfood::report::Layout;
using fastfood::report::ScenarioResult;

/// Opens `path` if there is one. Returns why it cannot be written.
std::optional<std::string> open_at(const std::optional<std::string>& path, std::optional<Output>& output) {
  if (!path.has_value()) {
    return std::nullopt;
  }
  auto opened = Output::open(*path);
  if (!opened) {
    return opened.error();
  }
  output.emplace(std::move(opened).value());
  return std::nullopt;
}

/// Makes a folder that is not there yet. Returns why that is impossible.
std::optional<std::string> make_folder(const std::string& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error) && !std::filesystem::is_directory(path, error)) {
    return path + ": error: cannot be a folder; it is a file";
  }
  std::filesystem::create_directories(path, error);
  return error ? std::optional(path + ": error: cannot be made; " + system_error_text(error.value())) : std::nullopt;
}

bool is_csv(const std::string& path) { return format_of(path) == FileFormat::csv; }

}  // namespace

fastfood::Result<RunOutputs, std::string> RunOutputs::open(const RunPaths& paths, bool several) {
  RunOutputs outputs{paths, several};
  if (auto failure = outputs.open_all()) {
    return fastfood::Unexpected{*std::move(failure)};
  }
  return outputs;
}

std::optional<std::string> RunOutputs::open_all() {
  auto failure = paths_.json_to_standard_output() ? std::nullopt : open_at(paths_.json, json_);
  if (!failure.has_value() && !paths_.orders_in_result()) {
    failure = open_at(paths_.orders, orders_);
  }
  if (!failure.has_value()) {
    failure = open_at(paths_.events, events_);
  }
  if (!failure.has_value() && paths_.tables.has_value()) {
    failure = make_folder(*paths_.tables);
  }
  if (paths_.summary() && std::ranges::any_of(all(), &Output::is_atomic)) {
    standard_.defer_broken_pipe();
  }
  return failure;
}

fastfood::model::OrderSink RunOutputs::order_sink(const fastfood::model::CounterSpec& spec,
                                                  std::optional<std::int64_t> replication, OrdersByReplication& kept) {
  if (paths_.orders_in_result()) {
    kept.emplace_back();
    return [&kept](const auto& order) { kept.back().push_back(order); };
  }
  if (!orders_.has_value()) {
    return {};
  }
  const fastfood::report::OrderFormat format(spec, paths_.why);
  if (is_csv(*paths_.orders) && !has_orders_header_) {
    orders_->write(format.csv_header());
    has_orders_header_ = true;
  }
  return [this, format, replication](const auto& order) {
    line_.clear();
    is_csv(*paths_.orders) ? format.append_csv(line_, order, replication)
                           : format.append_json(line_, order, replication);
    orders_->write(line_);
  };
}

fastfood::model::EventSink RunOutputs::event_sink() {
  if (!events_.has_value()) {
    return {};
  }
  return [this](const auto& event) {
    line_.clear();
    fastfood::report::append_event(line_, event);
    events_->write(line_);
  };
}

std::optional<std::string> RunOutputs::add(ScenarioResult result) {
  if (paths_.json_to_standard_output()) {
    write_line(result);
  } else if (paths_.summary()) {
    write_summary(result);
  }
  auto failure = paths_.tables.has_value() ? write_tables(result) : std::nullopt;
  if (json_.has_value()) {
    results_.push_back(std::move(result));
  }
  has_results_ = true;
  auto other_failure = flush();
  return failure.has_value() ? failure : other_failure;
}

std::optional<std::string> RunOutputs::flush() {
  std::optional<std::string> failure;
  for (Output* output : all()) {
    failure = failure.has_value() ? failure : output->flush();
  }
  return failure;
}

bool RunOutputs::has_failed() {
  return std::ranges::any_of(all(), [](const Output* output) { return output->has_failed(); });
}

std::optional<std::string> RunOutputs::finish() {
  if (!has_results_) {
    return flush();
  }
  if (json_.has_value()) {
    write_file();
  }
  return finish_all(all());
}

std::vector<Output*> RunOutputs::all() {
  std::vector<Output*> outputs;
  for (std::optional<Output>* output : {&orders_, &events_, &json_}) {
    if (output->has_value()) {
      outputs.push_back(&**output);
    }
  }
  outputs.push_back(&standard_);
  return outputs;
}

void RunOutputs::write_line(const ScenarioResult& result) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  fastfood::report::write_result(json, result);
  standard_.write(text + "\n");
}

void RunOutputs::write_summary(const ScenarioResult& result) {
  standard_.print(has_results_ ? "\n\n" : "");
  standard_.print(fastfood::report::summary_text(result, standard_output_style()));
}

std::optional<std::string> RunOutputs::write_tables(const ScenarioResult& result) {
  std::vector<Output> files;
  for (const auto& [name, text] : fastfood::report::csv_tables(result)) {
    auto opened = Output::open((std::filesystem::path{*paths_.tables} / name).string() + ".csv");
    if (!opened) {
      return opened.error();
    }
    files.push_back(std::move(opened).value());
    files.back().write(text);
  }
  std::vector<Output*> all;
  std::ranges::transform(files, std::back_inserter(all), [](Output& file) { return &file; });
  return finish_all(all);
}

void RunOutputs::write_file() {
  std::string text;
  JsonWriter json{text, Layout::indented};
  if (several_) {
    json.begin_list();
  }
  for (const ScenarioResult& result : results_) {
    fastfood::report::write_result(json, result);
    json_->write(std::exchange(text, {}));
  }
  if (several_) {
    json.end_list();
  }
  json_->write(text + "\n");
}

}  // namespace cli
