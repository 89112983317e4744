#pragma once

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include "sim/base/result.hpp"
#include "sim/report/study/checkpoint.hpp"
#include "tools/cli/files/descriptor.hpp"

namespace cli {

/// A run could not be written; all runs before it are. `what()` is a message for the user.
class CheckpointWriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The journal of a study beside its output, `OUT.journal`. Each finished run is written within 50 ms of the next one,
/// so that little is lost if the program is killed. `add` and `flush` are thread-safe.
class CheckpointFile {
 public:
  /// Opens the journal of `output` and locks it. With `resume` an existing journal is continued; otherwise it must be
  /// complete or empty, and starts anew. Returns a message for the user if that is impossible.
  static fastfood::Result<CheckpointFile, std::string> open(const std::string& output,
                                                            const fastfood::report::CheckpointHeader& head,
                                                            bool resume);

  CheckpointFile(CheckpointFile&&) noexcept;

  const fastfood::report::Checkpoint& kept() const { return kept_; }

  /// Adds a run. Throws a `CheckpointWriteError`, as do `flush` and `complete`.
  void add(const fastfood::report::CheckpointRun& run);

  /// Writes all buffered runs.
  void flush();

  /// Marks the study as complete.
  void complete();

  const std::string& name() const { return name_; }

  /// Returns true if its name still refers to this file: someone may have deleted or replaced it.
  bool is_there() const;

 private:
  CheckpointFile(std::string name, Descriptor file, fastfood::report::Checkpoint kept);

  void write(std::string_view line);
  void write_out();

  std::string name_;
  Descriptor file_;
  fastfood::report::Checkpoint kept_;
  std::mutex mutex_;
  std::string buffer_;
  std::chrono::steady_clock::time_point flushed_at_{};
};

}  // namespace cli
