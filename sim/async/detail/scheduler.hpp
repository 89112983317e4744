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
#include "sim/async/detail/fifo.hpp"
#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/polling.hpp"
#include "sim/async/detail/timeouts.hpp"
#include "sim/async/handle.hpp"
#include "sim/base/check.hpp"
#include "sim/base/time.hpp"

namespace fastfood::async {

class LivelockReport;
template <class T>
class Task;

/// The order within one instant: what is set for an earlier phase comes first, whoever asked first.
/// Sleeps are `normal`; timeouts come after everything else of their instant.
enum class Phase : std::uint8_t { first, normal, late, last, timeouts };

/// A run that cannot go on: nothing is ready, no timer is set, and tasks wait. `what()` names each task that waits,
/// what for, and who holds it.
class Deadlock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A run whose clock stands still although tasks run: `what()` names those that ran last.
class Livelock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A task failed and nobody awaited it. The error itself is nested (`std::rethrow_if_nested`).
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

  /// Starts `task` beside the others: it runs when those that are ready have run. Dropping the handle does not stop it.
  template <class T>
  TaskHandle<T> ensure_future(Task<T> task);

  /// `ensure_future` without a handle: nobody can await the task, so that its failure fails the run.
  template <class T>
  void start(Task<T> task);

  /// Runs until `task` has ended and gives its result, or throws its error, or `TaskCancelled`. Other tasks stay
  /// where they are, for a later run. Throws `Deadlock`, `Livelock`, `UnawaitedFailure` and `ClockLimit`, as all runs
  /// do.
  template <class T>
  T run_until_complete(Task<T> task);

  /// Runs until no task is left.
  void run_until_empty();

  /// Runs all that happens up to `time`, then sets the clock there; not before `now()`.
  void run_until(Instant time);

  /// Called each time a task ends, with its name, state and result. An empty function: no more.
  void observe(std::function<void(const TaskEnd&)> observer) { observer_ = std::move(observer); }

  /// A limit that is never reached: it turns the check off.
  static constexpr std::uint64_t no_livelock_limit = ~std::uint64_t{0};

  /// A run throws `Livelock` once tasks have become ready at least `steps` times without the clock moving; how soon
  /// after that depends on how many are ready at once. Without a call: a hundred million. A task
  /// that awaits nothing, or only what is there at once or tasks that end at once, is not noticed: it hangs the run as
  /// any endless loop does.
  void set_livelock_limit(std::uint64_t steps) { livelock_limit_ = steps; }

  /// How many tasks were started so far; the latest has this number.
  std::uint32_t started() const { return started_; }

  /// How many wake-ups are to come: timers, timeouts, and tasks that are ready.
  std::size_t pending() const { return timers_.size() + timeouts_.size() + ready_.size() + quiet_.size(); }

  // What awaitables call.

  /// The frame that runs, null between two.
  Frame* running() const { return running_; }

  /// Puts a suspended frame behind those that are ready.
  void wake(Frame& frame) {
    frame.activity = Frame::Activity::ready;
    ready_.push(&frame);
  }

  /// Wakes the frame at `time`; a time that is not later than now counts as now.
  void wake_at(Frame& frame, Instant time, Phase phase = Phase::normal);

  /// Wakes the running frame `duration` from now. False, perhaps, where nobody would run before: then the clock is
  /// there already, and the frame goes on.
  [[nodiscard]] bool wake_after(Frame& frame, Duration duration) {
    if ((static_cast<std::uint64_t>(duration.count()) - 1) >> bits_of_a_short_sleep != 0) [[unlikely]] {
      sleep_long_or_not(frame, duration);
      return true;
    }
    const Key now = timers_.reached() >> phase_bits << phase_bits;
    const Key span = static_cast<Key>(duration.count()) << phase_bits;
    const Key key = now + span + static_cast<Key>(Phase::normal);
    frame.activity = Frame::Activity::sleeping;
    return timers_.put_unless(key, &frame, [this, key] { return goes_straight_on(key); });
  }

  /// Puts the running frame behind those that are ready, by a yield.
  void poll_again(Frame& frame);

  /// Wakes the frame when nothing is ready any more at this instant, before the next timer.
  void wake_when_quiet(Frame& frame) {
    frame.activity = Frame::Activity::ready;
    quiet_.push(&frame);
  }

  /// Runs `frame` next, before any other: a caller and the task it awaits are one.
  void run_next(Frame& frame) { next_ = &frame; }

  /// A task starts, held by the loop or by a scope: it gets its number and is ready.
  void enter(Frame& frame);
  void enter(Frame& frame, Scope& scope);

  /// The same for one that runs as soon as the running task suspends, before those that are ready.
  void enter_next(Frame& frame, Scope& scope);

  /// The loop does not hold this task any more.
  void forget(Frame& frame) { roots_.remove(frame); }

  /// A task held by a scope or the loop has ended by itself: whoever holds it lets it go, and is told how it ended.
  void part_with(Frame& frame);

  /// The running frame is about to destroy itself: from here on none runs.
  void leave() { running_ = nullptr; }

  /// Destroys the frame where it is suspended, what it awaits and what its scopes hold first; if that is running now,
  /// as soon as it suspends. Whoever waits for its end is told.
  void cancel(Frame& frame);

  /// Cancels all that a scope holds.
  void cancel_all(Scope& scope);

  bool is_observed() const { return static_cast<bool>(observer_); }

  /// Tells the observer that a task has ended.
  void tell(const TaskEnd& end) { observer_(end); }

  /// Ends the run with this error, as soon as the running task suspends; of several, one run each.
  void fail(const Frame& frame, const std::exception_ptr& error);

  /// Has `timeout` expire when so much time has passed, after all else that happens then, unless it goes before; never
  /// where the clock does not get there.
  void set_timeout(Timeout& timeout, Duration limit);

  /// Destroys what the parent of `link` awaits, who goes on.
  void give_up(ChildLink& link);

  /// An instant before the start counts as the start.
  static Key key_of(Instant time, Phase phase) {
    const Duration since_start = std::max(time.time_since_epoch(), Duration::zero());
    return time > latest_instant ? beyond_the_clock
                                 : static_cast<Key>(since_start.count()) << phase_bits | static_cast<Key>(phase);
  }

 protected:
  Scheduler() = default;

 private:
  friend class DeadlockReport;

  static constexpr int phase_bits = 3;

  /// While it lives, what holds `frame` is not destroyed: the frame is still to hear of the end of another.
  struct Busy {
    // Inlined, GCC 12 takes the loop's pointer to it for one that dangles.
    [[gnu::noinline]] Busy(Scheduler& of, const Frame& it)
        : loop(of), frame(&it), outer(std::exchange(of.busy_, this)) {}
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;
    ~Busy() { loop.busy_ = outer; }

    Scheduler& loop;
    const Frame* frame;
    Busy* outer;
  };

  /// Lets a queue tell the loop now and then that it was put into.
  struct LivelockWatch {
    Scheduler* loop;
    void operator()() const { loop->watch_for_livelock(); }
  };
  using ReadyQueue = Fifo<Scheduled*, LivelockWatch>;

  /// The last moment that a clock may show.
  static constexpr Key last_moment =
      static_cast<Key>(latest_instant.time_since_epoch().count()) << phase_bits | static_cast<Key>(Phase::timeouts);

  /// Later than that; kept in the queue so that who sleeps so long can still be cancelled.
  static constexpr Key beyond_the_clock = last_key - 1;

  /// Some 200 days: so much later than `latest_instant` a key still fits, with less to check on the way.
  static constexpr int bits_of_a_short_sleep = 54;

  void run(Key limit);
  void take_steps(Key limit);
  void admit(Frame& frame, Scope& scope);
  Frame* take_next();
  bool step(Scheduled& scheduled);
  bool resume(Frame& first);
  bool go_on();
  void interrupt();
  bool attend();
  bool is_main_over() const { return main_ != nullptr && main_->ended(); }
  bool run_instant(Key limit);
  void sleep_long_or_not(Frame& frame, Duration duration);
  bool goes_straight_on(Key key);
  bool run_timeout();
  bool raise_bound(Key limit);
  bool pass_time_for_pollers(Key limit);
  bool may_poll_on(Key limit);
  std::uint64_t wakeups() const;
  void watch_from_here();
  void watch_for_livelock();
  void step_with_note(Scheduled& scheduled, LivelockReport& report);
  void throw_livelock();
  void run_main(Record& main);
  void throw_failure();
  void throw_unawaited();

  void settle(Record& record, bool failed);
  void note_unawaited(Record& record);
  void spare(Frame& frame);
  bool is_inside(const Frame* frame, const Frame& tree) const;
  bool is_busy(const Frame& tree) const;
  struct Name;
  void tell_of_cancelled(const Name& task);
  void cancel_now(Frame& frame);
  void cancel_doomed();
  void destroy_tree(Frame& root);
  void destroy(Frame& frame);

  // What every step needs stands together.
  Key bound_ = 0;  // of a run: timers up to here need no look at timeouts and limit; perhaps too low
  Frame* running_ = nullptr;
  Frame* next_ = nullptr;  // who runs before all who are ready; never null while interrupted
  ReadyQueue ready_{LivelockWatch{this}};
  std::uint32_t started_ = 0;
  bool interrupted_ = false;  // there is something for `attend`
  bool round_done_ = false;   // all who are ready have only polled
  bool is_livelock_ = false;
  bool in_run_ = false;
  bool clock_has_ended_ = false;
  EventQueue<Scheduled> timers_{last_moment};
  FrameList roots_;
  ReadyQueue quiet_{LivelockWatch{this}};
  std::function<void(const TaskEnd&)> observer_;
  Timeouts timeouts_;

  // What `attend` sees to.
  Frame interruption_{};                      // no task: `next_` where nobody is next but there is something here
  ReadyQueue starting_{LivelockWatch{this}};  // those who run before all who are ready
  std::vector<Frame*> doomed_;
  std::vector<std::exception_ptr> failures_;  // that end a run, each one
  Record* main_ = nullptr;                    // of a run that ends with it

  Busy* busy_ = nullptr;
  std::vector<TaskRef> unawaited_;  // that failed, perhaps awaited since

  Polling polling_;

  // Of the instant that is watched for a livelock: which it is, and how many frames had become ready before.
  std::uint64_t livelock_limit_ = 100'000'000;
  Instant watched_{};
  std::uint64_t ready_before_ = 0;
};

/// Of the running frame, which would sleep until `key`, before all timers: true if nobody else is to run before.
inline bool Scheduler::goes_straight_on(Key key) {
  return ready_.empty() && key <= bound_ && quiet_.empty() && next_ == nullptr;
}

}  // namespace fastfood::async
