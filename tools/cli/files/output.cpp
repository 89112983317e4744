#include "tools/cli/files/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <utility>

#include "sim/base/printable.hpp"
#include "tools/cli/files/paths.hpp"
#include "tools/cli/log.hpp"

namespace cli {
namespace {

std::string cannot_write(const std::string& name, const std::string& why) {
  return name + ": error: cannot be written; " + why;
}

/// Whether `place` is to be replaced as a whole, which is what becomes of regular files, there already or not.
bool is_regular(const std::string& place, const std::filesystem::path& target) {
  struct stat status {};
  return !is_open_file(target) && (::stat(place.c_str(), &status) != 0 || S_ISREG(status.st_mode));
}

}  // namespace

Output Output::standard() {
  return {"standard output", Descriptor{::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)}, std::nullopt};
}

fastfood::Result<Output, std::string> Output::open(const std::string& place) {
  if (same_place(place, "-")) {
    return standard();
  }
  const std::filesystem::path target = behind_links(place);
  if (is_regular(place, target)) {
    auto whole = AtomicFile::beside(target);
    if (!whole) {
      return fastfood::Unexpected{cannot_write(place, whole.error())};
    }
    return Output{place, Descriptor{}, std::move(whole).value()};
  }
  Descriptor straight{::open(place.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC)};
  if (straight.number() < 0) {
    return fastfood::Unexpected{cannot_write(place, reason(errno))};
  }
  return Output{place, std::move(straight), std::nullopt};
}

Output::Output(std::string name, Descriptor straight, std::optional<AtomicFile> whole)
    : name_(std::move(name)), straight_(std::move(straight)), whole_(std::move(whole)) {}

void Output::write(std::string_view text) {
  constexpr std::size_t at_once = 1 << 16;
  waiting_ += text;
  if (waiting_.size() >= at_once) {
    hand_on();
  }
}

void Output::print(std::string_view text) { write(fastfood::printable_lines(text)); }

std::optional<std::string> Output::flush() {
  hand_on();
  return failure_;
}

std::optional<std::string> Output::finish() {
  hand_on();
  if (is_reader_gone_) {
    throw ReaderGone{};
  }
  if (whole_.has_value() && !failure_.has_value()) {
    if (const auto why = whole_->publish()) {
      fail(*why);
    }
  }
  return failure_;
}

void Output::hand_on() {
  const int descriptor = whole_.has_value() ? whole_->descriptor() : straight_.number();
  std::string_view left = waiting_;
  while (!left.empty() && !failure_.has_value() && !is_reader_gone_) {
    const ssize_t length = ::write(descriptor, left.data(), left.size());
    if (length >= 0) {
      left.remove_prefix(static_cast<std::size_t>(length));
    } else if (errno == EPIPE) {
      is_reader_gone_ = true;
    } else if (errno != EINTR) {
      fail(reason(errno));
    }
  }
  waiting_.clear();
  if (is_reader_gone_ && !outlives_reader_) {
    throw ReaderGone{};
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
