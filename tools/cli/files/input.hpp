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

/// What messages call a file that is read: `<stdin>` for `-`.
std::string display_path(const std::string& path);

/// What a scenario without a name at `path` is called.
std::string default_name(const std::string& path);

/// 1 GiB: a device or a pipe may have no end.
inline constexpr std::size_t max_file_size = std::size_t{1} << 30U;

/// The whole of a file, or of standard input for `-`; else what keeps it from being read, as having more bytes than
/// `max_size` does.
fastfood::Result<std::string, std::string> read_text(const std::string& path, std::size_t max_size = max_file_size);

enum class Warnings { shown, hidden };

/// Says on standard error what is wrong with the file at `path`, and what is odd, where shown.
void log_diagnostics(const std::string& path, const fastfood::scenario::Diagnostics& diagnostics, Warnings warnings);

/// The scenario at `path`, with the `overrides` set. Everything wrong with it is said on standard error, and so is
/// what is odd, where shown.
std::optional<fastfood::scenario::ScenarioFile> read_scenario(
    const std::string& path, Warnings warnings, const std::vector<fastfood::scenario::Override>& overrides = {});

/// The scenario at `path` as it can be read again with values changed; else as above.
std::optional<fastfood::scenario::Template> read_template(const std::string& path, Warnings warnings);

/// Lets it draw from another seed, where one is given.
void set_seed(fastfood::scenario::Template& scenario, std::optional<std::uint64_t> seed);

}  // namespace cli
