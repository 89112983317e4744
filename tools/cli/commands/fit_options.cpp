#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>

#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/read/duration.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/commands/fit.hpp"
#include "tools/cli/commands/shared_options.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::Duration;
using fastfood::experiment::TimeBound;

/// Throws a usage error that corrects the text if that is possible.
[[noreturn]] void refuse_time(const std::string& option, const std::string& expected, const std::string& text,
                              const std::string& correction) {
  usage_error(option, "expected " + expected + ", got " + (text.empty() ? "nothing" : text) +
                          (correction.empty() ? "" : "; write " + correction));
}

Duration read_duration_of(const std::string& option, const std::string& text, const std::string& expected) {
  const auto duration = fastfood::scenario::parse_decimal(text) ? fastfood::scenario::parse_seconds(text)
                                                                : fastfood::scenario::parse_with_unit(text);
  if (!duration) {
    refuse_time(option, expected, text, fastfood::scenario::suggest_duration(text));
  }
  return *duration;
}

/// Reads the length of a slot. Clock times show whole seconds.
Duration read_every(const std::string& text) {
  const std::string expected = "a duration of whole seconds from 1s to 24h";
  const Duration every = read_duration_of("--every", text, expected);
  const bool is_whole = every % std::chrono::seconds(1) == Duration{};
  if (every < std::chrono::seconds(1) || every > std::chrono::hours(24) || !is_whole) {
    refuse_time("--every", expected, text, "");
  }
  return every;
}

TimeBound read_bound(const std::string& option, const std::string& text) {
  if (const auto clock = fastfood::scenario::parse_clock_time(text)) {
    return {*clock, true};
  }
  const std::string expected = "a clock time (as 11:00), or a duration if the file has no clock times";
  if (fastfood::scenario::looks_like_clock_time(text)) {
    refuse_time(option, expected, text, fastfood::scenario::suggest_clock_time(text));
  }
  return {read_duration_of(option, text, expected), false};
}

void add_bound(CLI::App& command, const std::string& option, std::optional<TimeBound>& bound, const std::string& help) {
  const auto set = [&bound, option](const std::string& text) { bound = read_bound(option, text); };
  command.add_option_function<std::string>(option, set, help)->type_name("TIME");
}

void check(const FitOptions& options) {
  if (options.column && options.every) {
    usage_error("--column", "fits times, and --every a stream; leave one of them out");
  }
  if (!options.every && (options.from || options.until)) {
    usage_error(options.from ? "--from" : "--until", "needs --every");
  }
}

}  // namespace

void add_fit(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "fit",
      "Fit a distribution to a column of times, or an arrival stream to a till's orders; print it as JSON for a "
      "scenario, and a report on standard error\n"
      "e.g. fastfood fit times.csv --column seconds\n"
      "e.g. fastfood fit till.csv --every 30min");
  const auto options = std::make_shared<FitOptions>();
  command->add_option("FILE.csv", options->file, "A CSV file with a row of column names; - is standard input")
      ->required()
      ->type_name("");
  command
      ->add_option("--column", options->column,
                   "Fit a distribution to the times in this column, numbers of seconds or durations\n"
                   "e.g. --column seconds")
      ->type_name("NAME");
  const auto set_every = [options](const std::string& text) { options->every = read_every(text); };
  command
      ->add_option_function<std::string>("--every", set_every,
                                         "Fit rates in slots of this length, and a mix, to the columns at and items\n"
                                         "e.g. --every 30min")
      ->type_name("DURATION");
  add_bound(*command, "--from", options->from,
            "When the counter opens (default: the slot of the earliest order)\ne.g. --from 11:00");
  add_bound(*command, "--until", options->until,
            "When the counter closes (default: the end of the slot of the latest order)\ne.g. --until 14:00");
  add_confidence(*command, options->confidence, "Confidence level of the intervals in the report (default 0.95)");
  add_seed(*command, options->seed, "Seed of the random samples that the tests draw (default 1)");
  command->add_flag("-q,--quiet", options->quiet, "Print no report\ne.g. -q");
  add_color(*command);
  command->callback([&action, options] {
    check(*options);
    action = [options] { return fit(*options); };
  });
}

}  // namespace cli
