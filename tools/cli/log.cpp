#include "tools/cli/log.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <utility>

#include "sim/base/printable.hpp"
#include "tools/cli/style.hpp"

namespace cli {
namespace {

using fastfood::report::Color;

/// Paints the first word that says how bad it is.
std::string with_colored_severity(const std::string& line) {
  using Word = std::pair<std::string_view, Color>;
  constexpr std::array words{Word{" error: ", Color::red}, Word{" not met: ", Color::red},
                             Word{" warning: ", Color::yellow}};
  const fastfood::report::TextStyle style{.color = has_colored_messages()};
  for (const auto& [word, color] : words) {
    const std::size_t at = line.find(word);
    if (at != std::string::npos) {
      const std::string painted = fastfood::report::paint(style, color, word.substr(1, word.size() - 2));
      return line.substr(0, at + 1) + painted + line.substr(at + word.size() - 1);
    }
  }
  return line;
}

}  // namespace

void log_error(std::string_view what) { log_error(what, ""); }

void log_error(std::string_view what, std::string_view report) {
  const std::string line = with_colored_severity(fastfood::printable(what));
  std::fputs((line + fastfood::printable_lines(report) + "\n").c_str(), stderr);
}

void log_report(std::string_view report) { std::fputs(fastfood::printable_lines(report).c_str(), stderr); }

ExitCode exit_code_of(const std::optional<std::string>& failure) {
  if (!failure.has_value()) {
    return ExitCode::done;
  }
  log_error(*failure);
  return ExitCode::failed;
}

std::string system_error_text(int error_number) {
  using Reason = std::pair<int, const char*>;
  constexpr std::array reasons{
      Reason{ENOENT, "no such file or directory"},
      Reason{ENOTDIR, "part of its path is not a directory"},
      Reason{EISDIR, "it is a directory"},
      Reason{EACCES, "permission denied"},
      Reason{EPERM, "permission denied"},
      Reason{EROFS, "the file system is read-only"},
      Reason{ENOSPC, "no space is left"},
      Reason{EDQUOT, "no space is left"},
      Reason{EBADF, "it is closed"},
      Reason{EFBIG, "it would grow too large"},
      Reason{EIO, "the device failed"},
      Reason{EMFILE, "too many files are open"},
      Reason{ENFILE, "too many files are open"},
      Reason{ETXTBSY, "it is a program that is running"},
      Reason{ENOMEM, "no memory is left"},
      Reason{EINVAL, "it is of a kind that does not allow it"},
      Reason{ENAMETOOLONG, "the name is too long"},
      Reason{ELOOP, "its links lead in a circle"},
  };
  for (const auto& [number, words] : reasons) {
    if (number == error_number) {
      return words;
    }
  }
  return "the system reports error " + std::to_string(error_number);
}

}  // namespace cli
