#pragma once

#include <string>

/// What the ending of a file's name promises of its contents.
namespace cli {

enum class FileFormat { none, json, json_lines, csv, other };

/// `json` for `.json`, `json_lines` for `.jsonl` and `.ndjson`, `csv` for `.csv`, in capitals or not; `other` for the
/// ending of another well-known format. `none` for all else, which promises nothing: `-`, `/dev/null`, `result.txt`.
FileFormat format_of(const std::string& path);

/// Refuse, as a misuse of `option`, a path whose ending promises something else than is written there.
void check_ends_as_json(const std::string& option, const std::string& path);
void check_ends_as_lines(const std::string& option, const std::string& path);
void check_ends_as_lines_or_table(const std::string& option, const std::string& path);

}  // namespace cli
