#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "sim/base/result.hpp"
#include "sim/report/study/checkpoint_line.hpp"

namespace fastfood::report {

/// Why a journal is refused, and advice. `why` continues a sentence that starts with the name of the file.
struct CheckpointError {
  std::string why;
  std::string advice = "remove the file, or write to another one";
};

/// The finished runs of a study, read from its journal, so that an interrupted study can resume. Lines are only ever
/// appended to a journal. An incomplete last line is ignored.
class Checkpoint {
 public:
  /// Reads the complete lines of a journal, which may end anywhere, even within its first line. Refuses a text that is
  /// not a journal, a header that differs from `head`, and a complete line whose checksum is wrong.
  static Result<Checkpoint, CheckpointError> read(std::string_view text, const CheckpointHeader& head);

  /// Returns the run with these parameters, in the form of `parameters_text`, or null if it is not finished.
  const CheckpointRun* find(const std::string& parameters, std::int64_t replication) const;

  std::size_t size() const { return runs_.size(); }

  /// Returns true if the study was complete.
  bool is_complete() const { return is_complete_; }

  /// Returns the length of the complete lines, in bytes. The next line belongs there: the header if the length is 0.
  std::size_t valid_bytes() const { return valid_bytes_; }

 private:
  bool take(CheckpointLine line, const CheckpointHeader& head);

  std::map<std::pair<std::string, std::int64_t>, CheckpointRun> runs_;
  bool is_complete_ = false;
  std::size_t valid_bytes_ = 0;
};

}  // namespace fastfood::report
