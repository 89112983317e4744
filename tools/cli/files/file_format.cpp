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

constexpr std::array foreign_endings{".tsv", ".xls",  ".xlsx",    ".ods",    ".xml", ".yaml", ".yml", ".toml",
                                     ".htm", ".html", ".parquet", ".sqlite", ".db",  ".pdf",  ".svg", ".png"};

void check(const std::string& option, const std::string& path, std::initializer_list<Ending> fitting,
           std::string_view endings) {
  const Ending ending = ending_of(path);
  if (ending != Ending::none && std::ranges::find(fitting, ending) == fitting.end()) {
    usage_error(option, "expected a file that ends in " + std::string{endings} + ", got " + path);
  }
}

}  // namespace

Ending ending_of(const std::string& path) {
  const std::string name = std::filesystem::path{path}.filename().string();
  std::string ending = name.substr(std::min(name.rfind('.'), name.size()));  // `extension` has none of `.csv`
  std::ranges::transform(ending, ending.begin(), fastfood::to_lower);
  if (ending == ".json") {
    return Ending::json;
  }
  if (ending == ".jsonl" || ending == ".ndjson") {
    return Ending::json_lines;
  }
  if (ending == ".csv") {
    return Ending::csv;
  }
  return std::ranges::find(foreign_endings, ending) != foreign_endings.end() ? Ending::foreign : Ending::none;
}

void check_ends_as_json(const std::string& option, const std::string& path) {
  check(option, path, {Ending::json}, ".json");
}

// Each line is JSON, and many call such a file .json.
void check_ends_as_lines(const std::string& option, const std::string& path) {
  check(option, path, {Ending::json_lines, Ending::json}, ".ndjson or .jsonl");
}

void check_ends_as_lines_or_table(const std::string& option, const std::string& path) {
  check(option, path, {Ending::csv, Ending::json_lines, Ending::json}, ".csv, .ndjson or .jsonl");
}

}  // namespace cli
