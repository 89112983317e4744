#pragma once

#include <cstdint>

#include "sim/async/detail/event_entry.hpp"
#include "sim/async/detail/fifo.hpp"

namespace fastfood::async {

/// The state of the ready queue and the clock: how many frames were popped and pushed so far, and the current instant.
struct QueueCounts {
  std::uint64_t popped;
  std::uint64_t pushed;
  Key clock;
};

/// Detects that all ready tasks only poll, so that the clock may move on.
///
/// A task polls once it has yielded more than `grace` times in a row without any other suspension. A task that yields
/// now and then therefore loses no virtual time. A round is idle if every ready task polls, was resumed from its yield,
/// and has only yielded again: it has not woken, started, ended or cancelled a task, and has not slept.
class PollingDetector {
 public:
  /// On a real clock a few yields take almost no time. A task that begins to poll must yield more often than this
  /// before the clock can move. A larger number would slow down programs with many such tasks.
  static constexpr std::uint64_t grace = 1000;

  /// Records that the running task is about to yield. Returns true if this completes an idle round.
  bool yield(const QueueCounts& counts, std::uint32_t task);

  /// Restarts the round, because a task has done something that the queue does not show.
  void disturb() { last_.popped = never; }

  /// Restarts the round at a new instant.
  void resume_at(Key clock) {
    resumed_at_ = clock;
    idle_yields_ = 0;
  }

  /// Forgets all yields.
  void clear() { yields_.clear(); }

  /// Counts an idle round after which no timer is left. Returns true once every task has polled in vain for so long
  /// that the program is deadlocked: only a task that counts its own polls could end such a wait. Each task gets a
  /// thousand polls more than `grace`, and all together at least a million, which takes a tenth of a second.
  bool is_exhausted(std::uint64_t ready);

 private:
  static constexpr std::uint64_t never = ~std::uint64_t{0} - 1;

  /// A yield that is still in the queue.
  struct YieldEntry {
    std::uint64_t number;
    std::uint64_t yields;  // of this task in a row
    Key clock;
    std::uint32_t task;
  };

  std::uint64_t yields_before(const QueueCounts& counts, std::uint32_t task);

  Fifo<YieldEntry> yields_;
  QueueCounts last_{never, 0, 0};  // behind the last yield
  Key resumed_at_ = 0;
  std::uint64_t idle_yields_ = 0;
  std::uint64_t idle_rounds_ = 0;
};

}  // namespace fastfood::async
