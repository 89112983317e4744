#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/reader.hpp"

namespace cli {

/// Returns the name of an input file in messages: `<stdin>` for `-`.
std::string display_path(const std::string& path);

/// Returns the name of a scenario that has none, made from its path.
std::string default_name(const std::string& path);

/// 1 GiB: a device or a pipe may be endless.
inline constexpr std::size_t max_file_size = std::size_t{1} << 30U;

/// Reads a whole file, or standard input for `-`. Returns the reason if it cannot be read or has more than `max_size`
/// bytes.
fastfood::Result<std::string, std::string> read_text(const std::string& path, std::size_t max_size = max_file_size);

/// Returns the files that the one at `path` names, relative to it; those of standard input are relative to the working
/// directory.
fastfood::scenario::SideFiles files_beside(const std::string& path);

/// Returns true if no output overwrites one of the files that the scenario at `path` names. Otherwise logs an error.
bool check_side_files_not_overwritten(const std::string& path, const std::vector<std::string>& names,
                                      const std::vector<std::string>& outputs);

enum class Warnings { shown, hidden };

/// Logs the errors of a file, and its warnings if they are shown.
void log_diagnostics(const std::string& path, const fastfood::scenario::Diagnostics& diagnostics, Warnings warnings);

/// Reads a scenario and applies the `overrides`. Logs all errors, and warnings if they are shown. Returns nothing if
/// there are errors.
std::optional<fastfood::scenario::ScenarioFile> read_scenario(
    const std::string& path, Warnings warnings, const std::vector<fastfood::scenario::Override>& overrides = {});

/// Reads a scenario as a template, which can be read again with other values, and sets `overrides`. Logs like
/// `read_scenario`.
std::optional<fastfood::scenario::Template> read_template(
    const std::string& path, Warnings warnings, const std::vector<fastfood::scenario::Override>& overrides = {});

/// Replaces the seed, if one is given.
void set_seed(fastfood::scenario::Template& scenario, std::optional<std::uint64_t> seed);

}  // namespace cli
