#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
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

/// Takes `--set` apart.
sim::scenario::Override read_override(const std::string& text) {
  const std::size_t path = text.find('=');
  if (path == std::string::npos || path == 0) {
    misused("--set", "expected PATH=VALUE, got " + (text.empty() ? "nothing" : text));
  }
  return sim::scenario::override_of(text.substr(0, path), text.substr(path + 1));
}

/// A place that is written, with the option that names it.
struct NamedPlace {
  std::string option;
  std::string place;
};

/// What is written somewhere by itself: all but orders that go into the result.
std::vector<NamedPlace> named_places(const RunPlaces& places) {
  std::vector<NamedPlace> named;
  const auto add = [&named](const std::string& option, const std::optional<std::string>& place) {
    if (place.has_value()) {
      named.push_back({option, *place});
    }
  };
  add("--json", places.json);
  add("--orders", places.orders_in_result() ? std::nullopt : places.orders);
  add("--events", places.events);
  return named;
}

void check_orders_in_result(const RunPlaces& places) {
  if (places.orders_in_result() && !places.json.has_value()) {
    misused("--orders", "- puts the orders into the result; say where that goes, as in --json -");
  }
}

/// Orders and events do not say which run they belong to.
void check_one_run(const RunOptions& options) {
  if (options.scenarios.size() < 2) {
    return;
  }
  if (options.places.orders.has_value() && !options.places.orders_in_result()) {
    misused("--orders", "one file cannot take the orders of several scenarios; --orders - puts them into the results");
  }
  if (options.places.events.has_value()) {
    misused("--events", "one file cannot take the events of several scenarios; run them one by one");
  }
}

/// Where two outputs meet, one could not tell what came from which.
void check_apart(const RunPlaces& places) {
  const std::vector<NamedPlace> named = named_places(places);
  for (auto later = named.begin(); later != named.end(); ++later) {
    for (auto earlier = named.begin(); earlier != later; ++earlier) {
      if (same_place(earlier->place, later->place)) {
        misused(later->option, "goes to the same place as " + earlier->option +
                                   (later->option == "--orders" ? "; --orders - puts the orders into the result" : ""));
      }
    }
    if (places.summary() && same_place(later->place, "-")) {
      misused(later->option, "goes to standard output, and so does the summary; -q leaves that out");
    }
  }
}

void check_spares_scenarios(const RunOptions& options) {
  for (const auto& [option, place] : named_places(options.places)) {
    for (const std::string& scenario : options.scenarios) {
      if (place != "-" && scenario != "-" && same_place(place, scenario)) {
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
  run.add_option("--events", options.places.events,
                 "Write all that happens as it happens, one JSON object\n"
                 "a line; - is standard output\n"
                 "e.g. --events events.ndjson")
      ->type_name("FILE|-");
  run.add_option_function<std::string>(
         "--seed", [&options](const std::string& text) { options.seed = read_seed(text); },
         "Draw from this seed, not from the scenario's\ne.g. --seed 42")
      ->type_name("N");
  const auto set = [&options](const CLI::results_t& texts) {
    std::ranges::transform(texts, std::back_inserter(options.overrides), read_override);
    return true;
  };
  run.add_option("--set", CLI::callback_t{set},
                 "Change a value of the scenarios; may be given several\n"
                 "times\n"
                 "e.g. --set stations.kitchen.capacity=4")
      ->type_name("PATH=VALUE")
      ->take_all()
      ->allow_extra_args(false);
  run.add_flag("-q,--quiet", options.places.quiet,
               "Print no summary and no warnings\ne.g. fastfood run -q --json result.json lunch.json");
  refuse_options_to_come(run);
}

void check_one_seed(const RunOptions& options) {
  const auto sets_seed = [](const auto& override) { return override.path == "seed" || override.path == "/seed"; };
  if (options.seed.has_value() && std::ranges::any_of(options.overrides, sets_seed)) {
    misused("--seed", "--set changes the seed, too; leave one of them out");
  }
}

/// Throws where the options do not go together.
void check_usage(const RunOptions& options) {
  for (const auto& [option, place] : named_places(options.places)) {
    if (place.empty()) {
      misused(option, "expected a file or -, got no name");
    }
  }
  if (std::count(options.scenarios.begin(), options.scenarios.end(), "-") > 1) {
    misused("SCENARIO", "standard input can be read only once");
  }
  check_one_seed(options);
  check_orders_in_result(options.places);
  check_one_run(options);
  check_apart(options.places);
  check_spares_scenarios(options);
}

}  // namespace

void add_run(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("run", "Run scenarios and say how it went\ne.g. fastfood run lunch.json");
  const auto options = std::make_shared<RunOptions>();
  add_options(*command, *options);
  command->callback([&action, options] {
    check_usage(*options);
    action = [options] { return run(*options); };
  });
}

}  // namespace cli
