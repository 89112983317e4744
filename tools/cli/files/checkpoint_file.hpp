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

/// A run could not be kept; all before it are. Says so in a line for a person.
class CheckpointWriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The journal of a study beside its output, `OUT.journal`: each run stands there soon after it has ended, whatever
/// becomes of the program.
class CheckpointFile {
 public:
  /// Opens the journal of what is written to `output`. One that is there is gone on with where `resume` says so; else
  /// it must be complete, and is begun anew. Else why not, in a line for a person.
  static fastfood::Result<CheckpointFile, std::string> open(const std::string& output,
                                                            const fastfood::report::CheckpointHeader& head,
                                                            bool resume);

  CheckpointFile(CheckpointFile&&) noexcept;

  const fastfood::report::Checkpoint& kept() const { return kept_; }

  /// Adds a run. Throws a `CheckpointWriteError`, as all below.
  void add(const fastfood::report::CheckpointRun& run);

  /// Writes what has been held back; may be called beside the others by another thread.
  void flush();

  /// The study is complete.
  void complete();

  const std::string& name() const { return name_; }

  /// Whether its name still leads to it: somebody may have deleted it, or put another file there.
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
