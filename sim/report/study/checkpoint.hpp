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

/// Why a journal is refused, in words that go on from the name of its file, and what to do.
struct CheckpointError {
  std::string why;
  std::string advice = "remove the file, or write to another one";
};

/// The runs of a study that are finished, so that one that was interrupted can go on where it stopped. A journal is
/// only ever added to; what stands behind its last whole line is not in it.
class Checkpoint {
 public:
  /// Reads a journal as far as it is whole: it may end anywhere, also within its first line. Refuses what is no
  /// journal, what does not agree with `head`, and one of whose whole lines is not as it was written.
  static Result<Checkpoint, CheckpointError> read(std::string_view text, const CheckpointHeader& head);

  /// The run with these parameters, as `parameters_text` has them; null where it is not finished.
  const CheckpointRun* find(const std::string& parameters, std::int64_t replication) const;

  std::size_t size() const { return runs_.size(); }

  /// Whether the study was complete.
  bool is_complete() const { return is_complete_; }

  /// How many bytes are whole: the next line goes there. That is the head where there are none.
  std::size_t valid_bytes() const { return valid_bytes_; }

 private:
  bool take(CheckpointLine line, const CheckpointHeader& head);

  std::map<std::pair<std::string, std::int64_t>, CheckpointRun> runs_;
  bool is_complete_ = false;
  std::size_t valid_bytes_ = 0;
};

}  // namespace fastfood::report
