// How the loop destroys tasks: where they are suspended, after everything that they own.

#include <new>

#include "sim/async/detail/scheduler.hpp"
#include "sim/async/scope.hpp"

namespace fastfood::async {

/// The cancellation of this task is no longer pending: it has ended, or is destroyed now.
void Scheduler::unschedule(Frame& frame) { std::erase(to_cancel_, &frame); }

void Scheduler::cancel(Frame& frame) {
  polling_.disturb();
  if (is_busy(frame)) {
    if (!frame.cancel_pending) {
      frame.cancel_pending = true;
      frame.has_observer = true;
      to_cancel_.push_back(&frame);
      interrupt();
    }
    return;
  }
  cancel_now(frame);
  cancel_pending();
}

void Scheduler::cancel_pending() {
  while (!in_run_ && busy_ == nullptr && !to_cancel_.empty()) {
    cancel_now(*to_cancel_.back());
  }
}

/// Cancels the latest task first. Each may destroy others, or have the owner cancelled: the owner stays until all are
/// done.
void Scheduler::cancel_all(Scope& scope) {
  {
    const Busy busy(*this, *scope.owner());
    for (Frame* at = scope.children().last(); at != nullptr;) {
      const bool again = !at->cancel_pending;
      if (again) {
        cancel(*at);
      }
      at = again ? scope.children().last() : scope.children().before(*at);
    }
  }
  cancel_pending();
}

/// Returns whether a frame of this tree is running, or has yet to learn that something it owned has ended.
bool Scheduler::is_busy(const Frame& tree) const {
  bool busy = is_inside(running_, tree);
  for (const Busy* at = busy_; at != nullptr && !busy; at = at->outer) {
    busy = is_inside(at->frame, tree);
  }
  return busy;
}

void Scheduler::abandon_child(ChildLink& link) {
  {
    const Busy busy(*this, *link.parent);
    destroy_tree(*link.child);
    link.child = nullptr;
  }
  wake(*link.parent);
}

/// Returns whether `frame` is `tree` or is owned by it at any depth.
bool Scheduler::is_inside(const Frame* frame, const Frame& tree) const {
  while (frame != nullptr && frame != &tree) {
    frame = frame->parent();
  }
  return frame != nullptr;
}

/// The name and number of a task that is already destroyed.
struct Scheduler::TaskName {
  explicit TaskName(const Frame& task) : text(task.name), number(task.number) {}
  const char* text;
  std::uint32_t number;
};

void Scheduler::notify_cancelled(const TaskName& task) {
  if (is_observed()) {
    notify_observer({task.text, task.number, TaskState::CANCELLED, no_value_text});
  }
}

void Scheduler::cancel_now(Frame& frame) {
  if (frame.cancel_pending) {
    unschedule(frame);
  }
  const TaskName name(frame);
  if (frame.holder == Frame::Holder::scope) {
    Scope& scope = *frame.scope;
    const Busy busy(*this, *scope.owner());
    scope.remove_child(frame);
    destroy_tree(frame);
    scope.child_was_cancelled();
  } else {
    roots_.remove(frame);
    Record* const record = frame.record;
    if (record == nullptr) {
      destroy_tree(frame);
    } else {
      const TaskRef keep(*record);
      record->end(TaskState::CANCELLED);
      destroy_tree(frame);
      if (record == main_) {
        interrupt();
      }
      record->wake_waiters();
    }
  }
  notify_cancelled(name);
}

namespace {

/// Returns a frame that `frame` owns: the one it awaits, or the latest one in its scopes.
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
    frame.scope->remove_child(frame);
  }
}

/// The remains of a frame to which a queue still points.
struct Remains : Scheduled {
  Remains(void* at, std::size_t bytes) : block(at), size(bytes) { activity = Activity::dead; }
  void* block;
  std::size_t size;
};

}  // namespace

/// Destroys what a frame owns before the frame itself. It does not recurse, so that chains may be long.
void Scheduler::destroy_tree(Frame& root) {
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
    if (at->cancel_pending) {
      unschedule(*at);
    }
    {
      const Busy busy(*this, *parent);
      const bool is_task = at->holder == Frame::Holder::scope;
      const TaskName name(*at);
      detach(*at);
      destroy(*at);
      if (is_task) {
        notify_cancelled(name);
      }
    }
    at = parent;
  }
  destroy(root);
}

void Scheduler::destroy(Frame& frame) {
  if (next_ == &frame) {
    next_ = interrupted_ ? &interruption_ : nullptr;
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
  void* const address = static_cast<Scheduled*>(&frame);
  std::size_t size = 0;
  {
    const FramePool::Retained retained(block);
    frame.handle().destroy();
    size = retained.size();
  }
  ::new (address) Remains(block, size);
  if (sleeps) {
    timers_.note_dead();
  }
}

void Scheduled::reclaim(Scheduled* dead) {
  const Remains* const remains = static_cast<Remains*>(dead);
  FramePool::release(remains->block, remains->size);
}

}  // namespace fastfood::async
