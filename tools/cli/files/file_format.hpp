#pragma once

#include <string>

/// The format that the extension of a file name promises.
namespace cli {

enum class FileFormat { none, json, json_lines, csv, other };

/// Returns `json` for `.json`, `json_lines` for `.jsonl` and `.ndjson`, `csv` for `.csv`, in any case, and `other` for
/// the extension of another well-known format. All else promises nothing and is `none`: `-`, `/dev/null`, `result.txt`.
FileFormat format_of(const std::string& path);

/// Throws a usage error of `option` if the extension of `path` promises another format than the one written there.
void check_ends_as_json(const std::string& option, const std::string& path);
void check_ends_as_lines(const std::string& option, const std::string& path);
void check_ends_as_lines_or_table(const std::string& option, const std::string& path);

}  // namespace cli
