#include "tools/cli/files/paths.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <system_error>

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* standard_output = "-";

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  const int outcome = path == standard_output ? ::fstat(STDOUT_FILENO, &status) : ::stat(path.c_str(), &status);
  return outcome == 0 ? std::optional{status} : std::nullopt;
}

bool is_null_device(const struct stat& status) {
  const auto null = status_of("/dev/null");
  return null.has_value() && S_ISCHR(status.st_mode) && status.st_rdev == null->st_rdev;
}

}  // namespace

fs::path resolve_links(const fs::path& path) {
  constexpr int max_links = 40;
  std::error_code failure;
  fs::path file = path;
  for (int links = 0; links < max_links && !is_open_file(file); ++links) {
    if (!fs::is_symlink(fs::symlink_status(file, failure))) {
      break;
    }
    file = file.parent_path() / fs::read_symlink(file, failure);
  }
  return fs::weakly_canonical(file.has_parent_path() ? file.parent_path() : ".", failure) / file.filename();
}

bool is_open_file(const fs::path& path) {
  std::error_code failure;
  const fs::path folder = fs::weakly_canonical(path.parent_path(), failure);
  return folder.filename() == "fd" && folder.string().starts_with("/proc/");
}

bool is_same_file(const std::string& one, const std::string& other) {
  if (one == other) {
    return true;
  }
  const auto first = status_of(one);
  const auto second = status_of(other);
  if (first.has_value() && second.has_value()) {
    const bool thrown_away = (one == standard_output || other == standard_output) && is_null_device(*first);
    return first->st_dev == second->st_dev && first->st_ino == second->st_ino && !thrown_away;
  }
  return !first.has_value() && !second.has_value() && resolve_links(one) == resolve_links(other);
}

bool overwrites_input(const std::string& path, const std::string& input) {
  return path != standard_output && is_same_file(path, input == "-" ? "/dev/stdin" : input);
}

}  // namespace cli
