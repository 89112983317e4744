// Measures each row against its baseline, in runs that take turns; checks each answer; prints one line for each row.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "tools/bench/growth.hpp"
#include "tools/bench/ratio.hpp"
#include "tools/bench/results.hpp"
#include "tools/bench/row.hpp"

namespace bench {

namespace {

struct Options {
  std::vector<std::string> names{""};
  std::string json;
  std::string against;
  bool once = false;
  bool growth = false;
};

/// Returns the row of this name, or the rows whose names begin with it; all if the name is empty.
std::vector<Row> rows_of(const std::string& name) {
  std::vector<Row> rows;
  for (const auto group : {scheduler_rows, counter_rows, process_rows}) {  // made one by one, as some take a while
    for (const Row& row : group()) {
      if (row.name == name) {
        return {row};
      }
      if (row.name.starts_with(name)) {
        rows.push_back(row);
      }
    }
  }
  return rows;
}

/// Returns the rows of all names, in their order.
std::vector<Row> rows_of(const std::vector<std::string>& names) {
  std::vector<Row> rows;
  for (const std::string& name : names) {
    const std::vector<Row> some = rows_of(name);
    rows.insert(rows.end(), some.begin(), some.end());
  }
  return rows;
}

void measure_rows(const std::vector<Row>& rows, const Options& options) {
  const Earlier earlier = options.against.empty() ? Earlier{} : read_results(options.against);
  std::vector<Result> results;
  fmt::print("{}\n{}\n", origin(), header());
  for (const Row& row : rows) {
    results.push_back({row.name, row.at_most, row.unit, measure(row.measured, row.baseline, row.pairs)});
    fmt::print("{}\n", line(results.back(), earlier));
    std::fflush(stdout);
  }
  if (!options.json.empty()) {
    write_results(options.json, results);
  }
}

}  // namespace

}  // namespace bench

int main(int count, char** arguments) {
  CLI::App app("Measures the scheduler and the counter beside models written by hand.");
  bench::Options options;
  app.add_option("ROW", options.names, "Only this row, or those whose names begin so");
  app.add_option("--json", options.json, "Write the results to this file");
  app.add_option("--against", options.against, "Show the ratios of an earlier --json beside these");
  app.add_flag("--once", options.once, "Only run what is measured, once, for those who count its instructions");
  app.add_flag("--growth", options.growth, "Only show how cost grows with customers and with what is pending");
  app.set_version_flag("--version", bench::compiler(), "Print what this was compiled with");
  CLI11_PARSE(app, count, arguments);
  if (options.growth) {
    bench::print_growth();
    return 0;
  }
  const std::vector<bench::Row> rows = bench::rows_of(options.names);
  if (options.once) {
    std::ranges::for_each(rows, [](const bench::Row& row) { row.measured(); });
  } else {
    bench::measure_rows(rows, options);
  }
}
