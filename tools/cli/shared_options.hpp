#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/jobs.hpp"
#include "sim/experiment/requirement.hpp"
#include "sim/scenario/override.hpp"

namespace CLI {  // NOLINT(readability-identifier-naming): as the library is called
class App;
}

/// Options that several commands have, and what is said where one is misused.
namespace cli {

/// Ends the reading of the command line: `option` was used wrongly.
[[noreturn]] void misused(const std::string& option, const std::string& why);

/// Refuses what reads standard input twice; `-` is its place.
void check_read_once(const std::string& option, const std::vector<std::string>& places);

void add_seed(CLI::App& command, std::optional<std::uint64_t>& seed);
void add_set(CLI::App& command, std::vector<sim::scenario::Override>& overrides);
void add_json(CLI::App& command, std::optional<std::string>& place);

/// Refuses a place for `--json` that has no name, or one that promises another format.
void check_json(const std::optional<std::string>& place);

/// How many times each is run; `otherwise` is said of what happens without the option.
void add_replications(CLI::App& command, std::optional<std::int64_t>& replications, const std::string& otherwise);
void add_confidence(CLI::App& command, std::optional<double>& confidence);
void add_jobs(CLI::App& command, int& jobs);
void add_require(CLI::App& command, std::vector<sim::experiment::Requirement>& require);

/// As many as this machine has cores.
int jobs_by_default();

/// So many threads; where there can be only fewer, that is said once, unless it is to be quiet.
sim::experiment::Jobs jobs_of(int jobs, bool quiet);

}  // namespace cli
