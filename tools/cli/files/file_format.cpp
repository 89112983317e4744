#include "tools/cli/files/file_format.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <string_view>

#include "sim/base/ascii.hpp"
#include "tools/cli/commands/shared_options.hpp"

namespace cli {
namespace {

constexpr std::array other_extensions{".tsv", ".xls",  ".xlsx",    ".ods",    ".xml", ".yaml", ".yml", ".toml",
                                      ".htm", ".html", ".parquet", ".sqlite", ".db",  ".pdf",  ".svg", ".png"};

void check(const std::string& option, const std::string& path, std::initializer_list<FileFormat> fitting,
           std::string_view endings) {
  const FileFormat ending = format_of(path);
  if (ending != FileFormat::none && std::ranges::find(fitting, ending) == fitting.end()) {
    usage_error(option, "expected a file that ends in " + std::string{endings} + ", got " + path);
  }
}

}  // namespace

FileFormat format_of(const std::string& path) {
  const std::string name = std::filesystem::path{path}.filename().string();
  std::string ending =
      name.substr(std::min(name.rfind('.'), name.size()));  // std::filesystem sees no extension in `.csv`
  std::ranges::transform(ending, ending.begin(), fastfood::to_lower);
  if (ending == ".json") {
    return FileFormat::json;
  }
  if (ending == ".jsonl" || ending == ".ndjson") {
    return FileFormat::json_lines;
  }
  if (ending == ".csv") {
    return FileFormat::csv;
  }
  return std::ranges::find(other_extensions, ending) != other_extensions.end() ? FileFormat::other : FileFormat::none;
}

void check_ends_as_json(const std::string& option, const std::string& path) {
  check(option, path, {FileFormat::json}, ".json");
}

// Each line is JSON, and .json is a common name for such a file.
void check_ends_as_lines(const std::string& option, const std::string& path) {
  check(option, path, {FileFormat::json_lines, FileFormat::json}, ".ndjson or .jsonl");
}

void check_ends_as_lines_or_table(const std::string& option, const std::string& path) {
  check(option, path, {FileFormat::csv, FileFormat::json_lines, FileFormat::json}, ".csv, .ndjson or .jsonl");
}

}  // namespace cli
