#include "tools/cli/files/checkpoint_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <limits>
#include <utility>

#include "tools/cli/files/input.hpp"
#include "tools/cli/log.hpp"

namespace cli {
namespace {

using fastfood::report::Checkpoint;
using fastfood::report::CheckpointHeader;

fastfood::Unexpected<std::string> checkpoint_error(const std::string& name, const std::string& why) {
  return fastfood::Unexpected{name + ": error: " + why};
}

/// Reads the runs to resume from, or returns why the journal cannot be used.
fastfood::Result<Checkpoint, std::string> read_checkpoint(const std::string& name, const CheckpointHeader& head,
                                                          bool resume) {
  const auto text = read_text(name, std::numeric_limits<std::size_t>::max());  // it is a regular file, not endless
  if (!text) {
    return checkpoint_error(name, "cannot be read; " + text.error());
  }
  if (!resume && text->ends_with(fastfood::report::checkpoint_line(fastfood::report::CheckpointEnd{}))) {
    return Checkpoint{};  // the former study is complete, so its journal may go
  }
  auto journal = Checkpoint::read(*text, head);
  if (!journal) {
    return checkpoint_error(name, journal.error().why + "; " + journal.error().advice);
  }
  if (!resume && journal->size() != 0) {
    return checkpoint_error(name, "holds " + std::to_string(journal->size()) +
                                      " finished runs of this study; go on with --resume, or remove it");
  }
  return std::move(journal).value();
}

}  // namespace

fastfood::Result<CheckpointFile, std::string> CheckpointFile::open(const std::string& output,
                                                                   const CheckpointHeader& head, bool resume) {
  const std::string name = output + ".journal";
  Descriptor file{::open(name.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666)};
  if (file.number() < 0) {
    return checkpoint_error(name, "cannot be written; " + system_error_text(errno));
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return checkpoint_error(name, "is not a regular file; write to another one");
  }
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    return checkpoint_error(name, "another sweep is writing it");
  }
  auto kept = read_checkpoint(name, head, resume);
  if (!kept) {
    return fastfood::Unexpected{std::move(kept).error()};
  }
  if (::ftruncate(file.number(), static_cast<off_t>(kept->valid_bytes())) != 0) {
    return checkpoint_error(name, "cannot be written; " + system_error_text(errno));
  }
  CheckpointFile journal{name, std::move(file), std::move(kept).value()};
  try {
    if (journal.kept_.valid_bytes() == 0) {
      journal.write(fastfood::report::checkpoint_line(head));
      journal.flush();
    }
  } catch (const CheckpointWriteError& failure) {
    return fastfood::Unexpected{std::string{failure.what()}};
  }
  return journal;
}

CheckpointFile::CheckpointFile(std::string name, Descriptor file, Checkpoint kept)
    : name_(std::move(name)), file_(std::move(file)), kept_(std::move(kept)) {}

CheckpointFile::CheckpointFile(CheckpointFile&& other) noexcept
    : name_(std::move(other.name_)),
      file_(std::move(other.file_)),
      kept_(std::move(other.kept_)),
      buffer_(std::move(other.buffer_)),
      flushed_at_(other.flushed_at_) {}

void CheckpointFile::add(const fastfood::report::CheckpointRun& run) {
  const std::lock_guard lock(mutex_);
  write(fastfood::report::checkpoint_line(run));
  // A system call for each of many short runs would take longer than the runs.
  constexpr std::chrono::milliseconds max_delay{50};
  if (std::chrono::steady_clock::now() - flushed_at_ >= max_delay) {
    write_out();
  }
}

void CheckpointFile::flush() {
  const std::lock_guard lock(mutex_);
  write_out();
}

bool CheckpointFile::is_there() const {
  struct stat named {};
  struct stat open {};
  return ::stat(name_.c_str(), &named) == 0 && ::fstat(file_.number(), &open) == 0 && named.st_dev == open.st_dev &&
         named.st_ino == open.st_ino;
}

void CheckpointFile::complete() {
  const std::lock_guard lock(mutex_);
  write(fastfood::report::checkpoint_line(fastfood::report::CheckpointEnd{}));
  write_out();
}

void CheckpointFile::write(std::string_view line) { buffer_ += line; }

void CheckpointFile::write_out() {
  while (!buffer_.empty()) {
    const ssize_t length = ::write(file_.number(), buffer_.data(), buffer_.size());
    if (length < 0 && errno != EINTR) {
      throw CheckpointWriteError(name_ + ": error: cannot be written; " + system_error_text(errno));
    }
    buffer_.erase(0, length < 0 ? 0 : static_cast<std::size_t>(length));
  }
  flushed_at_ = std::chrono::steady_clock::now();
}

}  // namespace cli
