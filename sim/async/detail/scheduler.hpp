#pragma once

#include <algorithm>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/detail/event_queue.hpp"
#include "sim/async/detail/failures.hpp"
#include "sim/async/detail/fifo.hpp"
#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/livelock.hpp"
#include "sim/async/detail/polling.hpp"
#include "sim/async/detail/timeouts.hpp"
#include "sim/async/handle.hpp"
#include "sim/base/check.hpp"
#include "sim/base/time.hpp"

namespace fastfood::async {

template <class T>
class Task;

/// The order of wake-ups at one instant: an earlier phase comes first, no matter which was set first. Sleeps are
/// `normal`. Timeouts come after everything else.
enum class Phase : std::uint8_t { first, normal, late, last, timeouts };

/// A run that cannot go on: no task is ready, no timer is set, and tasks wait. `what()` names each waiting task, what
/// it waits for, and which tasks hold that.
class Deadlock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A run whose clock does not move although tasks run. `what()` names the tasks that ran last.
class Livelock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A task failed and no one awaited it. Its error is nested (`std::rethrow_if_nested`).
class UnawaitedFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The clock would have passed `latest_instant`. The loop cannot run any more.
class ClockLimit : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What `Loop` is made of: the queues of ready tasks and timers, and the calls by which awaitables suspend and wake
/// tasks. Users see `Loop`; awaitables find the scheduler in the frame that they suspend.
class Scheduler {
 public:
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;
  ~Scheduler();

  Instant now() const { return Instant(Duration(static_cast<std::int64_t>(timers_.reached() >> phase_bits))); }

  /// See `Loop` for the functions up to `pending`.
  template <class T>
  TaskHandle<T> ensure_future(Task<T> task);

  template <class T>
  void start(Task<T> task);

  template <class T>
  T run_until_complete(Task<T> task);

  void run_until_empty();

  void run_until(Instant time);

  void observe(std::function<void(const TaskEnd&)> observer) { observer_ = std::move(observer); }

  static constexpr std::uint64_t no_livelock_limit = ~std::uint64_t{0};

  /// A run throws `Livelock` once tasks have become ready at least `steps` times without the clock moving. It may
  /// notice this later if many are ready at once. It does not notice a task that never returns to the loop because it
  /// awaits nothing, or only what is available at once.
  void set_livelock_limit(std::uint64_t steps) { livelock_.set_limit(steps); }

  std::uint32_t started() const { return started_; }

  std::size_t pending() const { return timers_.size() + timeouts_.size() + ready_.size() + settled_.size(); }

  // What awaitables call.

  /// The frame that is running, or null.
  Frame* running() const { return running_; }

  /// Appends a suspended frame to the ready queue.
  void wake(Frame& frame) {
    frame.activity = Frame::Activity::ready;
    ready_.push(&frame);
  }

  /// Wakes the frame at `time`, or at the current instant if `time` has passed.
  void wake_at(Frame& frame, Instant time, Phase phase = Phase::normal);

  /// Wakes the running frame after `duration`. May return false if no other frame would run before: then the clock has
  /// already moved there, and the frame continues without suspending.
  [[nodiscard]] bool wake_after(Frame& frame, Duration duration) {
    if ((static_cast<std::uint64_t>(duration.count()) - 1) >> short_sleep_bits != 0) [[unlikely]] {
      wake_after_slow(frame, duration);
      return true;
    }
    const Key now = timers_.reached() >> phase_bits << phase_bits;
    const Key span = static_cast<Key>(duration.count()) << phase_bits;
    const Key key = now + span + static_cast<Key>(Phase::normal);
    frame.activity = Frame::Activity::sleeping;
    return timers_.put_unless(key, &frame, [this, key] { return continues_without_switch(key); });
  }

  /// Appends the running frame to the ready queue, as a yield.
  void poll_again(Frame& frame);

  /// Wakes the frame when no task is ready any more at this instant, before the next timer.
  void wake_when_settled(Frame& frame) {
    frame.activity = Frame::Activity::ready;
    settled_.push(&frame);
  }

  /// Runs `frame` next, before all ready frames: a task and its caller act as one.
  void run_next(Frame& frame) { next_ = &frame; }

  /// Starts a task, owned by the loop or by a scope. It gets its number and becomes ready.
  void start_frame(Frame& frame);
  void start_frame(Frame& frame, Scope& scope);

  /// Starts a task that runs as soon as the running task suspends, before all ready frames.
  void start_frame_next(Frame& frame, Scope& scope);

  /// Releases a task from the loop's ownership.
  void remove_root(Frame& frame) { roots_.remove(frame); }

  /// Called when a task ends by itself. Its owner (the loop or a scope) releases it and learns how it ended.
  void release_ended(Frame& frame);

  /// Called when the running frame is about to destroy itself. No frame is running afterwards.
  void clear_running() { running_ = nullptr; }

  /// Destroys the frame where it is suspended, after what it awaits and what its scopes own. If one of these is
  /// running, this happens as soon as it suspends. Tasks that wait for its end are woken.
  void cancel(Frame& frame);

  /// Cancels all tasks of a scope.
  void cancel_all(Scope& scope);

  bool is_observed() const { return static_cast<bool>(observer_); }

  /// Tells the observer that a task has ended.
  void notify_observer(const TaskEnd& end) { observer_(end); }

  /// Ends the run with this error as soon as the running task suspends. If there are several errors, each ends one run.
  void fail(const Frame& frame, const std::exception_ptr& error);

  /// Arms `timeout` to fire after `limit`, after all other events at that instant.
  void set_timeout(Timeout& timeout, Duration limit);

  /// Destroys what the parent of `link` awaits, and lets the parent go on.
  void abandon_child(ChildLink& link);

  /// Returns the key of an instant. One before the start counts as the start.
  static Key key_of(Instant time, Phase phase) {
    const Duration since_start = std::max(time.time_since_epoch(), Duration::zero());
    return time > latest_instant ? beyond_last_clock_key
                                 : static_cast<Key>(since_start.count()) << phase_bits | static_cast<Key>(phase);
  }

 protected:
  Scheduler() = default;

 private:
  friend class DeadlockReport;

  static constexpr int phase_bits = 3;

  /// While this object lives, no owner of `frame` is destroyed, because the frame has yet to learn that another one
  /// ended.
  struct Busy {
    // If this is inlined, GCC 12 warns of a dangling pointer to the loop.
    [[gnu::noinline]] Busy(Scheduler& of, const Frame& it)
        : loop(of), frame(&it), outer(std::exchange(of.busy_, this)) {}
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy() { loop.busy_ = outer; }

    Scheduler& loop;
    const Frame* frame;
    Busy* outer;
  };

  /// Called by a queue now and then when something was pushed.
  struct LivelockWatch {
    Scheduler* loop;
    void operator()() const { loop->watch_for_livelock(); }
  };
  using ReadyQueue = Fifo<Scheduled*, LivelockWatch>;

  /// The latest key that the clock may reach.
  static constexpr Key last_clock_key =
      static_cast<Key>(latest_instant.time_since_epoch().count()) << phase_bits | static_cast<Key>(Phase::timeouts);

  /// Later than `last_clock_key`. A task that sleeps so long stays in the queue and can still be cancelled.
  static constexpr Key beyond_last_clock_key = last_key - 1;

  /// About 200 days. `latest_instant` plus so much still fits into a key, so that shorter sleeps need fewer checks.
  static constexpr int short_sleep_bits = 54;

  void run(Key limit);
  void run_steps(Key limit);
  void add_to_scope(Frame& frame, Scope& scope);
  Frame* take_next();
  bool step(Scheduled& scheduled);
  bool resume(Frame& first);
  bool resume_next_frames();
  void interrupt();
  bool handle_interruption();
  bool main_has_ended() const { return main_ != nullptr && main_->ended(); }
  bool run_instant(Key limit);
  void wake_after_slow(Frame& frame, Duration duration);
  bool continues_without_switch(Key key);
  bool run_timeout();
  bool raise_bound(Key limit);
  bool advance_clock_for_pollers(Key limit);
  bool may_keep_polling(Key limit);
  std::uint64_t wakeups() const;
  void watch_for_livelock();
  void step_and_record(Scheduled& scheduled, LivelockReport& report);
  void throw_livelock();
  void run_main(Record& main);
  void throw_failure();

  void end_record(Record& record, bool failed);
  void unschedule(Frame& frame);
  bool is_inside(const Frame* frame, const Frame& tree) const;
  bool is_busy(const Frame& tree) const;
  struct TaskName;
  void notify_cancelled(const TaskName& task);
  void cancel_now(Frame& frame);
  void cancel_pending();
  void destroy_tree(Frame& root);
  void destroy(Frame& frame);

  // Members that every step uses are next to each other.
  Key bound_ = 0;  // timers up to this key come before every timeout and the end of the run; may be too low
  Frame* running_ = nullptr;
  Frame* next_ = nullptr;  // runs before all ready frames; never null while interrupted
  ReadyQueue ready_{LivelockWatch{this}};
  std::uint32_t started_ = 0;
  bool interrupted_ = false;  // `handle_interruption` has something to do
  bool round_done_ = false;   // every ready task has only polled
  bool in_run_ = false;
  bool clock_has_ended_ = false;
  EventQueue<Scheduled> timers_{last_clock_key};
  FrameList roots_;
  ReadyQueue settled_{LivelockWatch{this}};
  std::function<void(const TaskEnd&)> observer_;
  Timeouts timeouts_;

  // The input of `handle_interruption`.
  Frame interruption_{};                      // no task: the value of `next_` when no frame is next
  ReadyQueue starting_{LivelockWatch{this}};  // run before all ready frames
  std::vector<Frame*> to_cancel_;
  Failures failures_;
  Record* main_ = nullptr;  // the run ends when this task does

  Busy* busy_ = nullptr;
  PollingDetector polling_;
  LivelockGuard livelock_;
};

/// Returns whether the running frame, which would sleep until `key`, before all timers, is the next to run.
inline bool Scheduler::continues_without_switch(Key key) {
  return ready_.empty() && key <= bound_ && settled_.empty() && next_ == nullptr;
}

}  // namespace fastfood::async
