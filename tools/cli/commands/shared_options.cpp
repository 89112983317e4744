#include "tools/cli/commands/shared_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <memory>
#include <thread>
#include <utility>

#include "sim/scenario/json/number.hpp"
#include "tools/cli/files/file_format.hpp"
#include "tools/cli/log.hpp"

namespace cli {
namespace {

/// Parses the whole text as a number. `expected` describes a valid text in the usage error.
template <class Number>
Number read_number(const std::string& option, const std::string& text, const std::string& expected) {
  const auto number = fastfood::scenario::parse_number<Number>(text);
  if (!number) {
    usage_error(option, "expected " + expected + ", got " + (text.empty() ? "nothing" : text));
  }
  return *number;
}

std::int64_t read_count(const std::string& option, const std::string& text, std::int64_t max) {
  const std::string expected = "a whole number from 1 to " + std::to_string(max);
  const auto count = read_number<std::int64_t>(option, text, expected);
  if (count < 1 || count > max) {
    usage_error(option, "expected " + expected + ", got " + text);
  }
  return count;
}

double read_confidence(const std::string& text) {
  const std::string expected = "a number between 0 and 1";
  const auto confidence = read_number<double>("--confidence", text, expected);
  if (!(confidence > 0 && confidence < 1)) {
    const bool is_percentage = confidence > 1 && confidence < 100;
    usage_error("--confidence", "expected " + expected + ", got " + text +
                                    (is_percentage ? fmt::format("; did you mean {:.15g}?", confidence / 100) : ""));
  }
  return confidence;
}

/// Parses the value of `--set`.
fastfood::scenario::Override read_override(const std::string& text) {
  const std::size_t path = text.find('=');
  if (path == std::string::npos || path == 0) {
    usage_error("--set", "expected PATH=VALUE, got " + (text.empty() ? "nothing" : text));
  }
  return fastfood::scenario::parse_override(text);
}

fastfood::experiment::Requirement read_requirement(const std::string& text) {
  auto requirement = fastfood::experiment::parse_requirement(text);
  if (!requirement) {
    usage_error("--require", requirement.error());
  }
  return *std::move(requirement);
}

/// Adds an option that may be repeated. `read` converts each value.
template <class Value>
CLI::Option* add_repeatable(CLI::App& command, const std::string& name, std::vector<Value>& values,
                            Value (*read)(const std::string&), const std::string& help) {
  const auto add = [&values, read](const CLI::results_t& texts) {
    std::ranges::transform(texts, std::back_inserter(values), read);
    return true;
  };
  return command.add_option(name, CLI::callback_t{add}, help)->take_all()->allow_extra_args(false);
}

}  // namespace

void usage_error(const std::string& option, const std::string& why) { throw CLI::ValidationError(option, why); }

void check_read_once(const std::string& option, const std::vector<std::string>& paths) {
  if (std::ranges::count(paths, "-") > 1) {
    usage_error(option, "standard input can be read only once");
  }
}

void check_one_seed(const std::optional<std::uint64_t>& seed,
                    const std::vector<fastfood::scenario::Override>& overrides) {
  const auto sets_seed = [](const auto& override) { return override.path == "seed" || override.path == "/seed"; };
  if (seed.has_value() && std::ranges::any_of(overrides, sets_seed)) {
    usage_error("--seed", "--set changes the seed, too; leave one of them out");
  }
}

void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed, const std::string& help) {
  const auto set = [&seed](const std::string& text) {
    seed = read_number<std::uint64_t>("--seed", text, "a whole number from 0 to 18446744073709551615");
  };
  command.add_option_function<std::string>("--seed", set, help + "\ne.g. --seed 42")->type_name("N");
}

void add_set(CLI::App& command, std::vector<fastfood::scenario::Override>& overrides) {
  add_repeatable(command, "--set", overrides, read_override,
                 "Change a value of the scenario; may be given several times\n"
                 "e.g. --set stations.kitchen.capacity=4")
      ->type_name("PATH=VALUE");
}

void add_json(CLI::App& command, std::optional<std::string>& path, const std::string& help) {
  command.add_option("--json", path, help + "\ne.g. --json result.json")->type_name("FILE|-");
}

void check_json(const std::optional<std::string>& path) {
  if (path.has_value() && path->empty()) {
    usage_error("--json", "expected a file or -, got no name");
  }
  if (path.has_value()) {
    check_ends_as_json("--json", *path);
  }
}

void add_replications(CLI::App& command, std::optional<std::int64_t>& replications, const std::string& help) {
  constexpr std::int64_t max = 1'000'000'000;
  const auto set = [&replications](const std::string& text) { replications = read_count("--replications", text, max); };
  command.add_option_function<std::string>("-n,--replications", set, help + "\ne.g. --replications 20")->type_name("N");
}

void add_confidence(CLI::App& command, std::optional<double>& confidence, const std::string& help) {
  const auto set = [&confidence](const std::string& text) { confidence = read_confidence(text); };
  command.add_option_function<std::string>("--confidence", set, help + "\ne.g. --confidence 0.99")->type_name("C");
}

void add_jobs(CLI::App& command, int& jobs) {
  constexpr std::int64_t max = 1024;
  const auto set = [&jobs](const std::string& text) { jobs = static_cast<int>(read_count("--jobs", text, max)); };
  command
      .add_option_function<std::string>("-j,--jobs", set,
                                        "Number of runs made at the same time (default: the number of cores); the "
                                        "results do not depend on it\ne.g. --jobs 4")
      ->type_name("N");
}

void add_require(CLI::App& command, std::vector<fastfood::experiment::Requirement>& require, const std::string& help) {
  add_repeatable(command, "--require", require, read_requirement,
                 help + "; may be given several times\ne.g. --require 'total_time.p95 <= 5min'")
      ->type_name("EXPR");
}

int jobs_by_default() {
  static const unsigned cores = std::thread::hardware_concurrency();
  return static_cast<int>(std::max(1U, cores));
}

fastfood::experiment::Jobs jobs_of(int jobs, bool quiet, std::function<void()> before) {
  const auto has_warned = std::make_shared<bool>(quiet);
  return {jobs, [jobs, has_warned, before = std::move(before)](int threads) {
            if (!std::exchange(*has_warned, true)) {
              before();
              log_error(
                  fmt::format("fastfood: warning: the system allows only {} of {} threads; running {} job{} at a time",
                              threads, jobs, threads, threads == 1 ? "" : "s"));
            }
          }};
}

}  // namespace cli
