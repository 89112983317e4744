#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "tools/cli/files/atomic_file.hpp"
#include "tools/cli/files/descriptor.hpp"

namespace cli {

/// Thrown when the reader of a pipe has closed it. The program then ends without a message.
struct BrokenPipe {};

/// A destination of results. A regular file appears complete at `finish`, or not at all. Standard output, devices and
/// pipes are written directly. The first failure is kept and returned at the end. Every function may throw
/// `BrokenPipe`.
class Output {
 public:
  static Output standard();

  /// Opens a path; `-` is standard output. Returns a message for the user if it cannot be written.
  static fastfood::Result<Output, std::string> open(const std::string& path);

  /// Writes bytes as they are.
  void write(std::string_view text);

  /// Writes text for people, made safe by `printable_lines`. Colours of a report stay.
  void print(std::string_view text);

  /// Writes all buffered data. Returns the first failure so far.
  std::optional<std::string> flush();

  /// Lets only `finish` throw `BrokenPipe` from now on, so that files can be completed first.
  void defer_broken_pipe() { defers_broken_pipe_ = true; }

  /// Returns true for a regular file, which appears only when complete.
  bool is_atomic() const { return atomic_file_.has_value(); }

  bool has_failed() const { return failure_.has_value(); }

  /// Completes the output. Returns the first failure. Without this call a regular file does not appear.
  std::optional<std::string> finish();

 private:
  Output(std::string name, Descriptor straight, std::optional<AtomicFile> whole);

  void write_out();
  void fail(const std::string& why);

  std::string name_;
  Descriptor descriptor_;
  std::optional<AtomicFile> atomic_file_;
  std::string buffer_;  // not written yet
  std::optional<std::string> failure_;
  bool defers_broken_pipe_ = false;
  bool pipe_is_broken_ = false;
};

/// Completes all outputs in order. Returns the first failure. If an output cannot be written, no file appears.
std::optional<std::string> finish_all(const std::vector<Output*>& outputs);

}  // namespace cli
