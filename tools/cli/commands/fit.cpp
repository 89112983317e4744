#include "tools/cli/commands/fit.hpp"

#include <algorithm>

#include "sim/experiment/fit/distribution_fit.hpp"
#include "sim/experiment/fit/times_column.hpp"
#include "sim/report/fit/distribution_fit_text.hpp"
#include "sim/report/fit/fit_json.hpp"
#include "sim/report/fit/rate_fit_text.hpp"
#include "sim/scenario/csv/csv_table.hpp"
#include "tools/cli/files/input.hpp"
#include "tools/cli/log.hpp"
#include "tools/cli/print.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::scenario::Diagnostics;

ExitCode refuse(const FitOptions& options, const Diagnostics& diagnostics) {
  log_diagnostics(options.file, diagnostics, Warnings::shown);
  return ExitCode::refused;
}

ExitCode print_both(const FitOptions& options, const std::string& report, const std::string& json) {
  if (!options.quiet) {
    log_report(report + "\n");
  }
  return print(json + "\n");
}

ExitCode fit_column(const FitOptions& options, const std::string& csv) {
  const auto column = fastfood::experiment::read_times(csv, *options.column);
  if (!column) {
    return refuse(options, column.error());
  }
  fastfood::experiment::DistributionFitOptions how;
  how.seed = options.seed.value_or(how.seed);
  how.confidence = options.confidence.value_or(how.confidence);
  const auto fit = fastfood::experiment::fit_distribution(column->times, how);
  return print_both(options,
                    fastfood::report::distribution_fit_text(fit, column->empty, how.confidence, standard_error_style()),
                    fastfood::report::distribution_json(fit.distribution));
}

ExitCode fit_stream(const FitOptions& options, const std::string& csv) {
  const auto till = fastfood::experiment::read_till(csv);
  if (!till) {
    return refuse(options, till.error());
  }
  fastfood::experiment::RateFitOptions how{.every = *options.every, .from = options.from, .until = options.until};
  how.confidence = options.confidence.value_or(how.confidence);
  const auto fit = fastfood::experiment::fit_rates(*till, how);
  if (!fit) {
    log_error("fastfood: error: " + fit.error());
    return ExitCode::refused;
  }
  return print_both(options, fastfood::report::rate_fit_text(*fit, *till, how.confidence, standard_error_style()),
                    fastfood::report::stream_json(*fit, *till));
}

/// Says what the file could be fitted by.
ExitCode ask_what_to_fit(const FitOptions& options, const std::string& csv) {
  fastfood::scenario::CsvTable table(csv);
  if (table.faults().errors() > 0) {
    return refuse(options, table.faults().in_order());
  }
  const auto& columns = table.columns();
  const auto has = [&](const char* name) { return std::ranges::find(columns, name) != columns.end(); };
  std::string text = "say which column of times to fit, as in --column " + columns.front();
  if (has("at") && has("items")) {
    text = "it has the columns at and items; fit an arrival stream by --every 30min, or times by --column NAME";
  } else if (columns.size() > 1) {
    text = "say which column of times to fit by --column NAME; the columns are ";
    for (std::size_t i = 0; i != columns.size(); ++i) {
      text += (i == 0 ? "" : ", ") + columns[i];
    }
  }
  return refuse(options, {{.text = text}});
}

}  // namespace

ExitCode fit(const FitOptions& options) {
  const auto csv = read_text(options.file);
  if (!csv) {
    return refuse(options, {{.text = "cannot be read; " + csv.error()}});
  }
  return options.column  ? fit_column(options, *csv)
         : options.every ? fit_stream(options, *csv)
                         : ask_what_to_fit(options, *csv);
}

}  // namespace cli
