#pragma once

#include <cstdint>

#include "sim/async/detail/event_entry.hpp"
#include "sim/async/detail/fifo.hpp"

namespace fastfood::async {

/// How many frames have been taken from the line of ready frames and put into it so far, and where the clock stands.
struct LinePosition {
  std::uint64_t taken;
  std::uint64_t put;
  Key clock;
};

/// Tells when all tasks that are ready only poll, so that the clock may move on.
///
/// A task polls once it has yielded more than `grace` times in a row, with no other suspension in between; so a task
/// that yields now and then loses no virtual time. A round is idle when each task in line polls, was resumed from its
/// yield, and has done nothing but yield again: it has not woken, started, ended or cancelled anything, nor slept.
class Polling {
 public:
  /// On a real clock a few yields take next to no time. A task that begins to poll has to yield more often than this
  /// before the clock can move: a larger number would cost programs with many such tasks too much.
  static constexpr std::uint64_t grace = 1000;

  /// The running task with this number is about to go to the end of the line. True if that completes an idle round.
  bool yield(const LinePosition& line, std::uint32_t task);

  /// A task has done something that the line does not show. The round starts again.
  void disturb() { last_.taken = never; }

  /// Those in line are resumed at this time. The round starts again.
  void resume_at(Key clock) {
    resumed_at_ = clock;
    idle_yields_ = 0;
  }

  /// Nobody in line has yielded.
  void clear() { in_line_.clear(); }

  /// Counts an idle round after which no timer was left. True once every task has polled in vain for so long that it is
  /// a deadlock. Nothing can end such a wait but a task that counts its own polls. So each task gets a thousand more
  /// than `grace`, and all together at least a million: a tenth of a second where there are few.
  bool gives_up(std::uint64_t ready);

 private:
  static constexpr std::uint64_t never = ~std::uint64_t{0} - 1;

  /// An entry of the line that a yield has made.
  struct YieldEntry {
    std::uint64_t number;
    std::uint64_t yields;  // of this task in a row
    Key clock;
    std::uint32_t task;
  };

  std::uint64_t yields_before(const LinePosition& line, std::uint32_t task);

  Fifo<YieldEntry> in_line_;
  LinePosition last_{never, 0, 0};  // behind the last yield
  Key resumed_at_ = 0;
  std::uint64_t idle_yields_ = 0;
  std::uint64_t idle_rounds_ = 0;
};

}  // namespace fastfood::async
