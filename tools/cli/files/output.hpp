#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "tools/cli/files/atomic_file.hpp"
#include "tools/cli/files/descriptor.hpp"

namespace cli {

/// Thrown where the reader of a pipe has closed it: nothing is left to do, and nothing to say.
struct BrokenPipe {};

/// Where a result goes. A regular file is there whole after `finish`, or not at all; standard output, devices and
/// pipes are written straight. What goes wrong on the way is told at the end, but for a `BrokenPipe`, which each of its
/// functions may throw.
class Output {
 public:
  static Output standard();

  /// `-` is standard output. Else why nothing can be written there, in a line for a person.
  static fastfood::Result<Output, std::string> open(const std::string& path);

  /// Writes data, byte for byte.
  void write(std::string_view text);

  /// Writes text for people, as `printable_lines` shows it.
  void print(std::string_view text);

  /// Hands on what was written so far; what went wrong up to here.
  std::optional<std::string> flush();

  /// From now on only `finish` throws a `BrokenPipe`, so that files can be completed before.
  void defer_broken_pipe() { defers_broken_pipe_ = true; }

  /// Whether it is a file that comes into being whole.
  bool is_atomic() const { return atomic_file_.has_value(); }

  bool has_failed() const { return failure_.has_value(); }

  /// Completes the output; what went wrong. Without it a regular file does not come into being.
  std::optional<std::string> finish();

 private:
  Output(std::string name, Descriptor straight, std::optional<AtomicFile> whole);

  void write_out();
  void fail(const std::string& why);

  std::string name_;
  Descriptor descriptor_;
  std::optional<AtomicFile> atomic_file_;
  std::string buffer_;  // not handed on yet
  std::optional<std::string> failure_;
  bool defers_broken_pipe_ = false;
  bool pipe_is_broken_ = false;
};

/// Completes all of them, one after another; what went wrong. No file comes into being where another output cannot be
/// written.
std::optional<std::string> finish_all(const std::vector<Output*>& outputs);

}  // namespace cli
