#include "sim/async/loop.hpp"

#include <algorithm>
#include <utility>

#include "sim/async/deadlock_report.hpp"
#include "sim/async/scope.hpp"

namespace sim::async {

namespace {

/// Pollers without a timer may poll this many rounds before it counts as a deadlock.
constexpr std::uint64_t patience_with_pollers = 100'000'000;

std::exception_ptr unawaited(const char* name, std::uint32_t number, const std::exception_ptr& error) {
  const std::string what =
      "task " + std::to_string(number) + " '" + name + "' failed and nobody awaited it: " + error_text(error);
  try {
    try {
      std::rethrow_exception(error);
    } catch (...) {
      std::throw_with_nested(UnawaitedFailure(what));
    }
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

// What the last frames wake on their way out is never run: it only goes through the queue.
Loop::~Loop() {
  observer_ = nullptr;
  while (!roots_.empty()) {
    cancel_now(*roots_.last());
  }
  for (Ring<Scheduled*>* ring : {&ready_, &quiet_}) {
    while (!ring->empty()) {
      Scheduled::bury(ring->pop());
    }
  }
}

void Loop::run_main(Record& main) {
  main_ = &main;
  run(last_key);
  main_ = nullptr;
  if (!main.ended()) {
    throw Deadlock(DeadlockReport(*this).text());
  }
  main.error();
  throw_unawaited();
}

void Loop::run_until_empty() {
  run(last_key);
  if (!roots_.empty()) {
    throw Deadlock(DeadlockReport(*this).text());
  }
  throw_unawaited();
}

void Loop::run_until(Instant time) {
  check(time >= now(), "run_until() a time that has passed");
  const Key limit = key_of(time, Phase::timeouts);
  check(limit != beyond_the_clock, "run_until() a time later than latest_instant");
  run(limit);
  now_key_ = limit;
  throw_unawaited();
}

inline void Loop::reach(Key key) {
  ++changes_;
  now_key_ = key;
}

/// Runs the frame, and whom it hands over to, until one suspends for something else. False if the run is to stop.
inline bool Loop::resume(Frame& first) {
  Frame* frame = &first;
  for (;;) {
    running_ = frame;
    frame->handle().resume();
    if (interrupted_) [[unlikely]] {
      return attend();
    }
    if (next_ == nullptr) {
      return true;
    }
    frame = std::exchange(next_, nullptr);
  }
}

inline bool Loop::step(Scheduled& scheduled) {
  if (scheduled.dead()) [[unlikely]] {
    Scheduled::bury(&scheduled);
    return true;
  }
  return resume(static_cast<Frame&>(scheduled));
}

/// Takes the clock to the next moment with a timer, not past `limit`, and runs all who wake there. False if there is
/// none, or the run is to stop.
inline bool Loop::run_instant(Key limit) {
  if (limit != last_key || !timeouts_.empty()) [[unlikely]] {
    const Key next = std::min(timers_.earliest(), timeouts_.earliest());
    if (next > limit || next == last_key) {
      return false;
    }
    if (next != timers_.earliest()) {
      reach(next);
      expire(timeouts_.take());
      return true;
    }
  }
  const Entry<Scheduled> first = timers_.take();
  if (first.key > key_of(latest_instant, Phase::timeouts)) [[unlikely]] {
    return end_of_time(first);
  }
  reach(first.key);
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

/// No timer is left, or none that the clock may reach.
bool Loop::end_of_time(const Entry<Scheduled>& entry) {
  if (entry.item != nullptr) {
    timers_.put(entry.key, entry.item);
    clock_has_ended_ = true;
    throw ClockLimit("the clock would pass 70 years");
  }
  return false;
}

void Loop::sleep_long_or_not(Frame& frame, Duration duration) {
  const bool never = duration > latest_instant - now();
  wake_at(frame, never ? Instant::max() : now() + std::max(duration, Duration::zero()));
}

void Loop::run(Key limit) {
  check(!in_run_, "a loop does not run inside itself");
  if (clock_has_ended_) {
    throw ClockLimit("the clock has reached its end; this loop cannot run again");
  }
  struct Running {
    Loop& loop;
    explicit Running(Loop& it) : loop(it) { loop.in_run_ = true; }
    ~Running() {
      loop.in_run_ = false;
      loop.running_ = nullptr;
      loop.stop_ = false;
      loop.round_done_ = false;
    }
  } const running(*this);

  for (;;) {
    while (!ready_.empty() && !round_done_) {
      if (!step(*ready_.pop())) {
        return;
      }
    }
    if (!quiet_.empty()) [[unlikely]] {
      if (!step(*quiet_.pop())) {
        return;
      }
    } else if (!run_instant(limit)) {
      if (stop_ || !round_done_ || !timers_.empty() || !timeouts_.empty()) {
        return;
      }
      idle_round();
    }
    round_done_ = false;
  }
}

/// The child had its time: it goes, and the caller runs on.
void Loop::expire(Timeout& timeout) {
  running_ = nullptr;
  ChildLink& link = timeout.link();
  destroy_tree(*link.child);
  link.child = nullptr;
  make_ready(*link.parent);
}

/// What a task has left for the moment at which it suspends. False if the run is to stop.
bool Loop::attend() {
  while (interrupted_ || next_ != nullptr) {
    if (!interrupted_) {
      running_ = std::exchange(next_, nullptr);
      running_->handle().resume();
      continue;
    }
    interrupted_ = false;
    running_ = nullptr;
    while (!doomed_.empty()) {
      cancel_now(*doomed_.back());
    }
    if (failure_ != nullptr || stop_) {
      if (next_ != nullptr) {
        make_ready(*std::exchange(next_, nullptr));
      }
      if (failure_ != nullptr) {
        std::rethrow_exception(std::exchange(failure_, nullptr));
      }
      return false;
    }
  }
  return true;
}

void Loop::poll_again(Frame& frame) {
  if (changes_ != changes_seen_) {
    changes_seen_ = changes_;
    idle_yields_ = 0;
    idle_rounds_ = 0;
  }
  make_ready(frame);
  if (++idle_yields_ >= ready_.size()) {
    idle_yields_ = 0;
    round_done_ = true;
  }
}

void Loop::idle_round() {
  if (++idle_rounds_ == patience_with_pollers) {
    throw Deadlock(DeadlockReport(*this).text());
  }
}

void Loop::settle(Record& record, bool failed) {
  record.end(failed ? TaskState::ERROR : TaskState::FINISHED);
  if (is_observed()) {
    tell(record.as_end());
  }
  if (&record == main_) {
    stop_ = true;
    interrupted_ = true;
  } else if (failed && !record.is_awaited()) {
    unawaited_.emplace_back(record);
  }
  record.wake_waiters();
}

void Loop::throw_unawaited() {
  for (const TaskRef& task : std::exchange(unawaited_, {})) {
    if (!task.record().is_awaited()) {
      std::rethrow_exception(unawaited(task.record().name(), task.number(), task.error()));
    }
  }
}

void Loop::fail(const Frame& frame, const std::exception_ptr& error) {
  failure_ = unawaited(frame.name, frame.number, error);
  interrupted_ = true;
}

void Loop::spare(Frame& frame) { std::erase(doomed_, &frame); }

void Loop::cancel(Frame& frame) {
  if (!is_inside(running_, frame)) {
    cancel_now(frame);
  } else if (!frame.doomed) {
    frame.doomed = true;
    doomed_.push_back(&frame);
    interrupted_ = true;
  }
}

/// Whether `frame` is `tree` or held by it, however deep.
bool Loop::is_inside(const Frame* frame, const Frame& tree) const {
  while (frame != nullptr && frame != &tree) {
    frame = frame->parent();
  }
  return frame != nullptr;
}

void Loop::cancel_now(Frame& frame) {
  ++changes_;
  if (frame.doomed) {
    spare(frame);
  }
  const TaskEnd end{frame.name, frame.number, TaskState::CANCELLED, no_value_text};
  if (frame.holder == Frame::Holder::scope) {
    Scope& scope = *frame.scope;
    scope.let_go(frame);
    destroy_tree(frame);
    scope.child_ended(false);
  } else {
    roots_.remove(frame);
    Record* const record = frame.record;
    if (record == nullptr) {
      destroy_tree(frame);
    } else {
      const TaskRef keep(*record);
      record->end(TaskState::CANCELLED);
      destroy_tree(frame);
      stop_ = stop_ || record == main_;
      interrupted_ = interrupted_ || record == main_;
      record->wake_waiters();
    }
  }
  if (is_observed()) {
    tell(end);
  }
}

namespace {

/// A frame that `frame` holds: what it awaits, or the latest in one of its scopes.
Frame* held_by(const Frame& frame) {
  if (frame.activity == Frame::Activity::awaiting && frame.awaited->child != nullptr) {
    return frame.awaited->child;
  }
  for (Scope* scope = frame.scopes; scope != nullptr; scope = scope->outer()) {
    if (!scope->children().empty()) {
      return scope->children().last();
    }
  }
  return nullptr;
}

void detach(Frame& frame) {
  if (frame.holder == Frame::Holder::link) {
    frame.link->child = nullptr;
  } else if (frame.holder == Frame::Holder::scope) {
    frame.scope->let_go(frame);
  }
}

/// What is left of a frame that a queue still points to.
struct Remains : Scheduled {
  Remains(void* at, std::size_t bytes) : block(at), size(bytes) { activity = Activity::dead; }
  void* block;
  std::size_t size;
};

}  // namespace

/// Without recursion: what a frame holds goes before the frame itself, however long the chain.
void Loop::destroy_tree(Frame& root) {
  Frame* at = &root;
  for (;;) {
    if (Frame* held = held_by(*at); held != nullptr) {
      at = held;
      continue;
    }
    if (at == &root) {
      break;
    }
    Frame* const parent = at->parent();
    detach(*at);
    destroy(*at);
    at = parent;
  }
  destroy(root);
}

void Loop::destroy(Frame& frame) {
  if (next_ == &frame) {
    next_ = nullptr;
    frame.activity = Frame::Activity::done;
  }
  const Frame::Activity activity = frame.activity;
  const bool sleeps = activity == Frame::Activity::sleeping;
  const bool queued = sleeps || activity == Frame::Activity::ready || activity == Frame::Activity::starting;
  if (!queued) {
    frame.handle().destroy();
    return;
  }
  void* const block = frame.handle().address();
  void* const place = static_cast<Scheduled*>(&frame);
  const FramePool::Retained retained(block);
  frame.handle().destroy();
  ::new (place) Remains(block, retained.size());
  if (sleeps) {
    timers_.forget_one();
  }
}

void Scheduled::bury(Scheduled* dead) {
  const Remains* const remains = static_cast<Remains*>(dead);
  FramePool::release(remains->block, remains->size);
}

}  // namespace sim::async
