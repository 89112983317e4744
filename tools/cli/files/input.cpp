#include "tools/cli/files/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study_reader.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "tools/cli/files/descriptor.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/log.hpp"

namespace cli {
namespace {

using fastfood::scenario::Diagnostics;

constexpr const char* standard_input = "-";

fastfood::Unexpected<std::string> unreadable() {
  return fastfood::Unexpected{errno == ENOENT ? std::string{"no such file"} : system_error_text(errno)};
}

fastfood::Unexpected<std::string> too_large() {
  return fastfood::Unexpected{std::string{"it is larger than 1 GiB, or has no end"}};
}

/// Returns true if the system reports a size above `max_size`. Saves reading a regular file. The report may be wrong.
bool is_larger(int source, std::size_t max_size) {
  struct stat status {};
  return ::fstat(source, &status) == 0 && S_ISREG(status.st_mode) && std::cmp_greater(status.st_size, max_size);
}

}  // namespace

std::string display_path(const std::string& path) { return path == standard_input ? "<stdin>" : path; }

std::string default_name(const std::string& path) {
  return path == standard_input ? "stdin" : std::filesystem::path{path}.stem().string();
}

fastfood::Result<std::string, std::string> read_text(const std::string& path, std::size_t max_size) {
  const bool standard = path == standard_input;
  const Descriptor opened{standard ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  const int source = standard ? STDIN_FILENO : opened.number();
  if (source < 0) {
    return unreadable();
  }
  if (is_larger(source, max_size)) {
    return too_large();
  }
  std::string text;
  std::array<char, 1 << 16> piece{};
  while (true) {
    const ssize_t length = ::read(source, piece.data(), piece.size());
    if (length == 0) {
      return text;
    }
    if (length < 0 && errno != EINTR) {
      return unreadable();
    }
    const std::size_t more = length < 0 ? 0 : static_cast<std::size_t>(length);
    if (more > max_size - text.size()) {
      return too_large();
    }
    text.append(piece.data(), more);
  }
}

fastfood::scenario::SideFiles files_beside(const std::string& path) {
  return fastfood::scenario::SideFiles(
      [path](const std::string& name) { return read_text(fastfood::scenario::path_beside(path, name)); });
}

bool check_side_files_not_overwritten(const std::string& path, const std::vector<std::string>& names,
                                      const std::vector<std::string>& outputs) {
  for (const std::string& output : outputs) {
    for (const std::string& name : names) {
      if (overwrites_input(output, fastfood::scenario::path_beside(path, name))) {
        log_error(output + ": error: has the orders of the scenario; write to another file");
        return false;
      }
    }
  }
  return true;
}

void log_diagnostics(const std::string& path, const Diagnostics& diagnostics, Warnings warnings) {
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == fastfood::scenario::Severity::warning && warnings == Warnings::hidden) {
      continue;
    }
    log_error(fastfood::scenario::format(display_path(path), diagnostic));
  }
}

namespace {

/// Reads a file that may hold a scenario. Logs an error and returns nothing if it cannot be read or is a study.
std::optional<std::string> read_text_of_scenario(const std::string& path) {
  auto text = read_text(path);
  if (!text) {
    log_diagnostics(path, {{.text = "cannot be read; " + text.error()}}, Warnings::shown);
    return std::nullopt;
  }
  if (fastfood::experiment::is_study(*text)) {
    log_diagnostics(path, {{.text = "is a study; fastfood sweep and fastfood optimize run it"}}, Warnings::shown);
    return std::nullopt;
  }
  return std::move(text).value();
}

}  // namespace

std::optional<fastfood::scenario::ScenarioFile> read_scenario(
    const std::string& path, Warnings warnings, const std::vector<fastfood::scenario::Override>& overrides) {
  const auto text = read_text_of_scenario(path);
  if (!text) {
    return std::nullopt;
  }
  auto scenario = fastfood::scenario::read_scenario(*text, default_name(path), overrides, files_beside(path));
  if (!scenario) {
    log_diagnostics(path, scenario.error(), warnings);
    return std::nullopt;
  }
  log_diagnostics(path, scenario->warnings, warnings);
  return std::move(scenario).value();
}

std::optional<fastfood::scenario::Template> read_template(const std::string& path, Warnings warnings,
                                                          const std::vector<fastfood::scenario::Override>& overrides) {
  const auto text = read_text_of_scenario(path);
  if (!text) {
    return std::nullopt;
  }
  fastfood::scenario::Template scenario{fastfood::scenario::parse_document(*text), default_name(path)};
  scenario.document.files = files_beside(path);
  const auto file = fastfood::scenario::read_overridden(scenario.document, scenario.default_name, overrides);
  log_diagnostics(path, file ? file->warnings : file.error(), warnings);
  if (!file) {
    return std::nullopt;
  }
  scenario.set(overrides);
  return scenario;
}

void set_seed(fastfood::scenario::Template& scenario, std::optional<std::uint64_t> seed) {
  if (seed.has_value()) {
    scenario.set({fastfood::scenario::make_override("seed", std::to_string(*seed))});
  }
}

}  // namespace cli
