#pragma once

#include <filesystem>
#include <string>

namespace cli {

/// Resolves symbolic links, also if their target does not exist yet. Does not resolve paths of open files (/dev/stdout,
/// /dev/fd/3).
std::filesystem::path resolve_links(const std::filesystem::path& path);

/// Returns true if a path is the system's name for a file that this program has open.
bool is_open_file(const std::filesystem::path& path);

/// Returns true if two output paths refer to the same file, pipe or device; `-` is standard output. Returns false if
/// standard output is the null device: discarded output cannot mix.
bool is_same_file(const std::string& one, const std::string& other);

/// Returns true if output to `path` would overwrite the file read as `input`. For `path`, `-` is standard output; for
/// `input`, it is standard input.
bool overwrites_input(const std::string& path, const std::string& input);

}  // namespace cli
