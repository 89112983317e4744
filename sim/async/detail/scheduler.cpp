#include "sim/async/detail/scheduler.hpp"

#include <algorithm>
#include <utility>

#include "sim/async/detail/deadlock_report.hpp"
#include "sim/async/scope.hpp"

namespace fastfood::async {

// Frames that are woken by the last destructors never run. They only pass through the queue.
Scheduler::~Scheduler() {
  observer_ = nullptr;
  while (!roots_.empty()) {
    cancel_now(*roots_.last());
  }
  for (ReadyQueue* queue : {&starting_, &ready_, &settled_}) {
    while (!queue->empty()) {
      Scheduled::reclaim(queue->pop());
    }
  }
}

void Scheduler::run_main(Record& main) {
  main_ = &main;
  try {
    run(last_key);
  } catch (...) {
    if (main.state() == TaskState::ERROR) {
      failures_.add_unless_awaited(main);  // the error of another task is thrown first
    }
    throw;
  }
  if (!main.ended()) {
    failures_.throw_unawaited();
    throw Deadlock(DeadlockReport(*this).text());
  }
  main.error();
  failures_.throw_unawaited();
}

void Scheduler::run_until_empty() {
  run(last_key);
  if (!roots_.empty()) {
    failures_.throw_unawaited();
    throw Deadlock(DeadlockReport(*this).text());
  }
  failures_.throw_unawaited();
}

void Scheduler::run_until(Instant time) {
  check(time >= now(), "run_until() a time that has passed");
  const Key limit = key_of(time, Phase::timeouts);
  check(limit != beyond_last_clock_key, "run_until() a time later than latest_instant");
  run(limit);
  timers_.reach(limit);
  failures_.throw_unawaited();
}

/// Runs the frame and those it resumes directly, until one suspends for something else. Returns false if the run must
/// stop or a polling round is complete.
inline bool Scheduler::resume(Frame& frame) {
  running_ = &frame;
  frame.handle().resume();
  if (next_ == nullptr) [[likely]] {
    return true;
  }
  return resume_next_frames();
}

inline bool Scheduler::step(Scheduled& scheduled) {
  if (scheduled.dead()) [[unlikely]] {
    Scheduled::reclaim(&scheduled);
    return true;
  }
  return resume(static_cast<Frame&>(scheduled));
}

/// Moves the clock to the next timer, not past `limit`, and runs all frames that wake then. Returns false if there is
/// none or the run must stop.
inline bool Scheduler::run_instant(Key limit) {
  Entry<Scheduled> first = timers_.take(bound_);
  while (first.item == nullptr) [[unlikely]] {
      if (!raise_bound(limit)) {
        return bound_ == timeouts_.earliest() && run_timeout();
      }
      first = timers_.take(bound_);
    }
  bool goes_on = resume(static_cast<Frame&>(*first.item));
  while (goes_on) {
    Scheduled* const another = timers_.take_simultaneous();
    if (another == nullptr) {
      break;
    }
    goes_on = resume(static_cast<Frame&>(*another));
  }
  return goes_on;
}

/// Fires the first timeout. If this moves the clock and polling tasks are ready, they run once before it does.
bool Scheduler::run_timeout() {
  const bool is_new_instant = timers_.reached() >> phase_bits != bound_ >> phase_bits;
  timers_.reach(bound_);
  if (is_new_instant && !ready_.empty()) {
    return true;
  }
  running_ = nullptr;
  timeouts_.take().expire();
  return resume_next_frames();
}

/// Finds out up to which key only timers matter. Returns false if that is no later than before. Throws if the next
/// wake-up is later than the clock may show.
bool Scheduler::raise_bound(Key limit) {
  const Key allowed = std::min(limit, timeouts_.earliest());
  const Key before = std::exchange(bound_, std::min(allowed, last_clock_key));
  if (bound_ != before) {
    return true;
  }
  if (allowed > last_clock_key && !timers_.empty()) {
    clock_has_ended_ = true;
    throw ClockLimit("the clock would pass 70 years");
  }
  return false;
}

void Scheduler::set_timeout(Timeout& timeout, Duration limit) {
  if (limit <= latest_instant - now()) {
    const Key key = key_of(now() + std::max(limit, Duration::zero()), Phase::timeouts);
    timeouts_.put(timeout, key);
    bound_ = std::min(bound_, key);
  }
}

void Scheduler::wake_at(Frame& frame, Instant time, Phase phase) {
  const Key key = key_of(time, phase);
  if (key <= timers_.reached()) {
    wake(frame);
    return;
  }
  frame.activity = Frame::Activity::sleeping;
  timers_.put(key, &frame);
}

void Scheduler::wake_after_slow(Frame& frame, Duration duration) {
  if (duration <= Duration::zero()) {
    wake(frame);
  } else {
    wake_at(frame, duration > latest_instant - now() ? Instant::max() : now() + duration);
  }
}

void Scheduler::start_frame(Frame& frame) {
  frame.start(Frame::Holder::loop, ++started_);
  frame.loop = this;
  frame.record = nullptr;
  roots_.append(frame);
  ready_.push(&frame);
}

inline void Scheduler::add_to_scope(Frame& frame, Scope& scope) {
  frame.start(Frame::Holder::scope, ++started_);
  frame.loop = this;
  frame.scope = &scope;
  scope.children().append(frame);
}

void Scheduler::start_frame(Frame& frame, Scope& scope) {
  add_to_scope(frame, scope);
  ready_.push(&frame);
}

void Scheduler::start_frame_next(Frame& frame, Scope& scope) {
  add_to_scope(frame, scope);
  starting_.push(&frame);
  interrupt();
  polling_.disturb();
}

/// Returns the frame to run before the ready ones, or null.
Frame* Scheduler::take_next() {
  if (Frame* const frame = std::exchange(next_, nullptr); frame != nullptr && frame != &interruption_) {
    return frame;
  }
  while (!starting_.empty()) {
    Scheduled* const first = starting_.pop();
    if (!first->dead()) {
      return static_cast<Frame*>(first);
    }
    Scheduled::reclaim(first);
  }
  return nullptr;
}

void Scheduler::release_ended(Frame& frame) {
  if (frame.cancel_pending) {
    unschedule(frame);
  }
  if (frame.holder == Frame::Holder::scope) {
    Scope& scope = *frame.scope;
    scope.remove_child(frame);
    if (frame.failed) {
      scope.cancel_siblings();
    }
    scope.child_ended();
  } else {
    remove_root(frame);
    if (frame.record != nullptr) {
      end_record(*frame.record, frame.failed);
    }
  }
}

void Scheduler::run(Key limit) {
  check(!in_run_, "a loop does not run inside itself");
  if (clock_has_ended_) {
    throw ClockLimit("the clock has reached its end; this loop cannot run again");
  }
  struct Running {
    Scheduler& loop;
    explicit Running(Scheduler& it) : loop(it) { loop.in_run_ = true; }
    ~Running() {
      loop.in_run_ = false;
      loop.running_ = nullptr;
      loop.main_ = nullptr;
      loop.round_done_ = false;
    }
  } const running(*this);

  bound_ = 0;
  polling_.disturb();  // something may have changed since the last run
  polling_.resume_at(timers_.reached());
  livelock_.restart(now(), wakeups());
  run_steps(limit);
  if (livelock_.is_livelock() && !main_has_ended()) {
    throw_livelock();
  }
}

/// Returns when the run must stop.
inline void Scheduler::run_steps(Key limit) {
  if (!resume_next_frames()) {
    return;
  }
  for (;;) {
    while (!ready_.empty()) {
      if (!step(*ready_.pop())) [[unlikely]] {
        if (!std::exchange(round_done_, false) || !advance_clock_for_pollers(limit)) {
          return;
        }
      }
    }
    if (!settled_.empty()) [[unlikely]] {
      polling_.clear();
      if (!step(*settled_.pop())) {
        return;
      }
    } else if (!run_instant(limit)) {
      return;
    }
  }
}

void Scheduler::interrupt() {
  interrupted_ = true;
  next_ = next_ == nullptr ? &interruption_ : next_;
}

/// Runs the frames that go before the ready ones. Returns false if the run must stop or a polling round is complete.
bool Scheduler::resume_next_frames() {
  while (next_ != nullptr) {
    if (interrupted_) [[unlikely]] {
      if (!handle_interruption()) {
        return false;
      }
    } else {
      running_ = std::exchange(next_, nullptr);
      running_->handle().resume();
    }
  }
  return !round_done_;
}

/// Does what a task has requested for the instant it suspends. A round in which this happens is not idle. Returns false
/// if the run must stop.
bool Scheduler::handle_interruption() {
  running_ = nullptr;
  while (!to_cancel_.empty()) {
    round_done_ = false;
    cancel_now(*to_cancel_.back());
  }
  interrupted_ = false;
  if (!failures_.empty() || main_has_ended() || livelock_.is_livelock()) {
    while (Frame* const frame = take_next()) {
      wake(*frame);
    }
    round_done_ = false;
    throw_failure();
    return false;
  }
  if (Frame* const frame = take_next(); frame != nullptr) {
    if (!starting_.empty()) {
      interrupt();
    }
    round_done_ = false;
    running_ = frame;
    frame->handle().resume();
  }
  return true;
}

void Scheduler::poll_again(Frame& frame) {
  const bool round_done = polling_.yield({ready_.popped(), ready_.pushed(), timers_.reached()}, frame.number);
  wake(frame);
  if (round_done) {
    round_done_ = true;
    interrupt();
  }
}

/// Called when every ready task only polls. Runs the next task that waits for quiet, or moves the clock. Returns false
/// if the run must stop.
bool Scheduler::advance_clock_for_pollers(Key limit) {
  const bool goes_on = settled_.empty() ? run_instant(limit) : step(*settled_.pop());
  const bool is_stopped = main_has_ended() || livelock_.is_livelock() || !timers_.empty() || !timeouts_.empty();
  if (!goes_on && (is_stopped || !may_keep_polling(limit))) {
    return false;
  }
  polling_.resume_at(timers_.reached());
  return true;
}

/// Returns false if the tasks have polled long enough and the run only has to reach its time.
bool Scheduler::may_keep_polling(Key limit) {
  if (!polling_.is_exhausted(ready_.size())) {
    return true;
  }
  if (limit == last_key) {
    throw Deadlock(DeadlockReport(*this).text());
  }
  return false;
}

void Scheduler::end_record(Record& record, bool failed) {
  const TaskRef keep(record);  // an observer may drop the last handle
  record.end(failed ? TaskState::ERROR : TaskState::FINISHED);
  if (is_observed()) {
    notify_observer(record.as_end());
  }
  if (&record == main_) {
    interrupt();
  } else if (failed) {
    failures_.add_unless_awaited(record);
  }
  record.wake_waiters();
}

void Scheduler::fail(const Frame& frame, const std::exception_ptr& error) {
  failures_.add(frame, error);
  interrupt();
}

/// Throws the first error that ends a run, if there is one. Each later error ends a later run.
void Scheduler::throw_failure() {
  if (!failures_.empty()) {
    const std::exception_ptr first = failures_.take_first();
    if (!failures_.empty()) {
      interrupt();
    }
    std::rethrow_exception(first);
  }
}

}  // namespace fastfood::async
