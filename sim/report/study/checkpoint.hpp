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
struct JournalRefusal {
  std::string why;
  std::string advice = "remove the file, or write to another one";
};

/// The runs of a study that are finished, so that one that was interrupted can go on where it stopped. A journal is
/// only ever added to; what stands behind its last whole line is not in it.
class Checkpoint {
 public:
  /// Reads a journal as far as it is whole: it may end anywhere, also within its first line. Refuses what is no
  /// journal, what does not agree with `head`, and one of whose whole lines is not as it was written.
  static Result<Checkpoint, JournalRefusal> read(std::string_view text, const JournalHead& head);

  /// The run with these parameters, as `parameters_text` has them; null where it is not finished.
  const JournalRun* find(const std::string& parameters, std::int64_t replication) const;

  std::size_t size() const { return runs_.size(); }

  /// Whether the study was complete.
  bool is_done() const { return is_done_; }

  /// How many bytes are whole: the next line goes there. That is the head where there are none.
  std::size_t whole_bytes() const { return whole_bytes_; }

 private:
  bool take(JournalLine line, const JournalHead& head);

  std::map<std::pair<std::string, std::int64_t>, JournalRun> runs_;
  bool is_done_ = false;
  std::size_t whole_bytes_ = 0;
};

}  // namespace fastfood::report
