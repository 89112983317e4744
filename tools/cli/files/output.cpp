#include "tools/cli/files/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "sim/base/printable.hpp"
#include "sim/report/format/text_style.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/log.hpp"

namespace cli {
namespace {

std::string cannot_write(const std::string& name, const std::string& why) {
  return name + ": error: cannot be written; " + why;
}

/// Returns true if `path` is or will be a regular file, which is replaced as a whole.
bool is_regular(const std::string& path, const std::filesystem::path& target) {
  struct stat status {};
  return !is_open_file(target) && (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode));
}

}  // namespace

Output Output::standard() {
  return {"standard output", Descriptor{::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)}, std::nullopt};
}

fastfood::Result<Output, std::string> Output::open(const std::string& path) {
  if (is_same_file(path, "-")) {
    return standard();
  }
  const std::filesystem::path target = resolve_links(path);
  if (is_regular(path, target)) {
    auto whole = AtomicFile::beside(target);
    if (!whole) {
      return fastfood::Unexpected{cannot_write(path, whole.error())};
    }
    return Output{path, Descriptor{}, std::move(whole).value()};
  }
  Descriptor straight{::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)};
  if (straight.number() < 0) {
    return fastfood::Unexpected{cannot_write(path, system_error_text(errno))};
  }
  return Output{path, std::move(straight), std::nullopt};
}

Output::Output(std::string name, Descriptor straight, std::optional<AtomicFile> whole)
    : name_(std::move(name)), descriptor_(std::move(straight)), atomic_file_(std::move(whole)) {}

void Output::write(std::string_view text) {
  constexpr std::size_t at_once = 1 << 16;
  buffer_ += text;
  if (buffer_.size() >= at_once) {
    write_out();
  }
}

void Output::print(std::string_view text) {
  while (!text.empty()) {
    const std::size_t escape = std::min(text.find('\x1b'), text.size());
    const std::size_t color = fastfood::report::color_sequence_length(text.substr(escape));
    const std::size_t plain = color > 0 || escape == text.size() ? escape : escape + 1;
    write(fastfood::printable_lines(text.substr(0, plain)));
    write(text.substr(plain, color));
    text.remove_prefix(plain + color);
  }
}

std::optional<std::string> Output::flush() {
  write_out();
  return failure_;
}

std::optional<std::string> Output::finish() {
  write_out();
  if (pipe_is_broken_) {
    throw BrokenPipe{};
  }
  if (atomic_file_.has_value() && !failure_.has_value()) {
    if (const auto why = atomic_file_->publish()) {
      fail(*why);
    }
  }
  return failure_;
}

void Output::write_out() {
  const int descriptor = atomic_file_.has_value() ? atomic_file_->descriptor() : descriptor_.number();
  std::string_view left = buffer_;
  while (!left.empty() && !failure_.has_value() && !pipe_is_broken_) {
    const ssize_t length = ::write(descriptor, left.data(), left.size());
    if (length >= 0) {
      left.remove_prefix(static_cast<std::size_t>(length));
    } else if (errno == EPIPE) {
      pipe_is_broken_ = true;
    } else if (errno != EINTR) {
      fail(system_error_text(errno));
    }
  }
  buffer_.clear();
  if (pipe_is_broken_ && !defers_broken_pipe_) {
    throw BrokenPipe{};
  }
}

void Output::fail(const std::string& why) { failure_ = cannot_write(name_, why); }

std::optional<std::string> finish_all(const std::vector<Output*>& outputs) {
  std::optional<std::string> failure;
  for (Output* output : outputs) {
    failure = failure.has_value() ? failure : output->flush();
  }
  for (Output* output : outputs) {
    failure = failure.has_value() ? failure : output->finish();
  }
  return failure;
}

}  // namespace cli
