#pragma once

#include <filesystem>
#include <string>

namespace cli {

/// The file that a path stands for in the end, through links also where they lead to what is not there yet. What is
/// open already (/dev/stdout, /dev/fd/3) is not looked behind.
std::filesystem::path resolve_links(const std::filesystem::path& path);

/// Whether a path is the system's name for a file that this program has open.
bool is_open_file(const std::filesystem::path& path);

/// Whether two outputs would end up in one file, pipe or device, however they are spelt; `-` is standard output. It
/// may be the null device beside another: what is thrown away does not get mixed up.
bool is_same_file(const std::string& one, const std::string& other);

/// Whether what is written to `path` would go over the file that is read as `input`; `-` is standard output for the
/// one and standard input for the other.
bool overwrites_input(const std::string& path, const std::string& input);

}  // namespace cli
