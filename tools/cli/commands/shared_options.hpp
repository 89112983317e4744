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

/// Options that several commands have, and what is said where one is usage_error.
namespace cli {

/// Ends the reading of the command line: `option` was used wrongly.
[[noreturn]] void usage_error(const std::string& option, const std::string& why);

/// Refuses what reads standard input twice; `-` is its place.
void check_read_once(const std::string& option, const std::vector<std::string>& paths);

void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed);
void add_set(CLI::App& command, std::vector<fastfood::scenario::Override>& overrides);

/// Refuses a place for `--json` that has no name, or one that promises another format.
void check_json(const std::optional<std::string>& path);

/// Options whose meaning depends on the command: `help` is the whole sentence about it, without an example.
void add_json(CLI::App& command, std::optional<std::string>& path,
              const std::string& help = "Write the result as JSON; - is standard output");
void add_replications(CLI::App& command, std::optional<std::int64_t>& replications, const std::string& help);
void add_confidence(CLI::App& command, std::optional<double>& confidence, const std::string& help);
void add_require(CLI::App& command, std::vector<fastfood::experiment::Requirement>& require, const std::string& help);

void add_jobs(CLI::App& command, int& jobs);

/// As many as this machine has cores.
int jobs_by_default();

/// So many threads; where there can be only fewer, that is said once, unless it is to be quiet. `before` is called
/// first, to take away what stands on the line.
fastfood::experiment::Jobs jobs_of(
    int jobs, bool quiet, std::function<void()> before = [] {});

}  // namespace cli
