#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <system_error>
#include <utility>

#include "tools/cli/command.hpp"
#include "tools/cli/place.hpp"
#include "tools/cli/run.hpp"

namespace cli {
namespace {

[[noreturn]] void misused(const std::string& option, const std::string& why) {
  throw CLI::ValidationError(option, why);
}

std::uint64_t read_seed(const std::string& text) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
    misused("--seed", "expected a whole number from 0 to 18446744073709551615, got " + text);
  }
  return number;
}

/// The outputs that have a place of their own, with the option that asks for each.
std::vector<std::pair<std::string, std::string>> named_places(const RunPlaces& places) {
  std::vector<std::pair<std::string, std::string>> named;
  for (const auto& [option, place] : {std::pair{"--json", places.json}, std::pair{"--orders", places.orders}}) {
    if (place.has_value() && *place != "-") {
      named.emplace_back(option, *place);
    }
  }
  return named;
}

void check_orders(const RunOptions& options) {
  if (!options.places.orders.has_value()) {
    return;
  }
  if (options.places.orders_in_result()) {
    if (!options.places.json.has_value()) {
      misused("--orders", "- puts the orders into the result; say where that goes, as in --json -");
    }
  } else if (options.scenarios.size() > 1) {
    misused("--orders", "one file cannot take the orders of several scenarios; --orders - puts them into the results");
  }
}

/// Where two outputs meet, one could not tell what came from which.
void check_apart(const RunPlaces& places) {
  const auto named = named_places(places);
  if (named.size() == 2 && same_place(named[0].second, named[1].second)) {
    misused("--orders", "goes to the same place as --json; --orders - puts the orders into the result");
  }
  for (const auto& [option, place] : named) {
    if (places.json_to_standard_output() && same_place(place, "-")) {
      misused(option, "goes to standard output, and so does the result");
    }
    if (places.summary && same_place(place, "-")) {
      misused(option, "goes to standard output, and so does the summary; -q leaves that out");
    }
  }
}

void check_spares_scenarios(const RunOptions& options) {
  for (const auto& [option, place] : named_places(options.places)) {
    for (const std::string& scenario : options.scenarios) {
      if (scenario != "-" && same_place(place, scenario)) {
        misused(option, "would write over the scenario " + scenario);
      }
    }
  }
}

void add_options(CLI::App& run, RunOptions& options) {
  run.add_option("SCENARIO", options.scenarios,
                 "Files to run; - is standard input\ne.g. fastfood run lunch.json dinner.json")
      ->required()
      ->type_name("");
  run.add_option("--json", options.places.json,
                 "Write the result as JSON; - is standard output\ne.g. --json result.json")
      ->type_name("FILE|-");
  run.add_option("--orders", options.places.orders,
                 "Write every order: CSV where FILE ends in .csv, else\n"
                 "one JSON object a line; - puts them into the result\n"
                 "e.g. --orders orders.csv")
      ->type_name("FILE|-");
  run.add_option_function<std::string>(
         "--seed", [&options](const std::string& text) { options.seed = read_seed(text); },
         "Draw from this seed, not from the scenario's\ne.g. --seed 42")
      ->type_name("N");
  run.add_flag("-q,--quiet", options.quiet,
               "Print no summary and no warnings\ne.g. fastfood run -q --json result.json lunch.json");
  refuse_options_to_come(run);
}

/// Throws where the options do not go together.
void check_usage(const RunOptions& options) {
  if (options.places.json == "" || options.places.orders == "") {
    misused(options.places.json == "" ? "--json" : "--orders", "expected a file or -, got no name");
  }
  if (std::count(options.scenarios.begin(), options.scenarios.end(), "-") > 1) {
    misused("SCENARIO", "standard input can be read only once");
  }
  check_orders(options);
  check_apart(options.places);
  check_spares_scenarios(options);
}

}  // namespace

void add_run(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("run", "Run scenarios and say how it went\ne.g. fastfood run lunch.json");
  const auto options = std::make_shared<RunOptions>();
  add_options(*command, *options);
  command->callback([&action, options] {
    options->places.summary = !options->quiet && !options->places.json_to_standard_output();
    options->places.as_list = options->scenarios.size() > 1;
    check_usage(*options);
    action = [options] { return run(*options); };
  });
}

}  // namespace cli
