#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/study/requirement.hpp"
#include "sim/scenario/override.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): as the library is called
class App;
}

/// Options that several commands share, and their usage errors.
namespace cli {

/// Throws a usage error of `option`, which ends parsing.
[[noreturn]] void usage_error(const std::string& option, const std::string& why);

/// Throws a usage error if `-`, standard input, is among the inputs more than once.
void check_read_once(const std::string& option, const std::vector<std::string>& paths);

/// Throws a usage error if both `--seed` and `--set` give a seed.
void check_one_seed(const std::optional<std::uint64_t>& seed,
                    const std::vector<fastfood::scenario::Override>& overrides);

void add_set(CLI::App& command, std::vector<fastfood::scenario::Override>& overrides);

/// Throws a usage error if the path of `--json` is empty or promises another format.
void check_json(const std::optional<std::string>& path);

/// Options whose meaning depends on the command. `help` is the whole description, without an example.
void add_json(CLI::App& command, std::optional<std::string>& path,
              const std::string& help = "Write the result as JSON; - is standard output");
void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed,
              const std::string& help = "Use this seed instead of the scenario's");
void add_replications(CLI::App& command, std::optional<std::int64_t>& replications, const std::string& help);
void add_confidence(CLI::App& command, std::optional<double>& confidence, const std::string& help);
void add_require(CLI::App& command, std::vector<fastfood::experiment::Requirement>& require, const std::string& help);

void add_jobs(CLI::App& command, int& jobs);

/// Returns the number of cores.
int jobs_by_default();

/// Returns the number of threads to use. If the system allows only fewer, logs a warning once, unless `quiet`. Calls
/// `before` first, to clear the progress line.
fastfood::experiment::Jobs jobs_of(
    int jobs, bool quiet, std::function<void()> before = [] {});

}  // namespace cli
