// How the loop destroys tasks: where they are suspended, and whoever they hold first.

#include <new>

#include "sim/async/detail/scheduler.hpp"
#include "sim/async/scope.hpp"

namespace fastfood::async {

/// A task that was to go when it suspends has ended before, or goes now.
void Scheduler::spare(Frame& frame) { std::erase(doomed_, &frame); }

void Scheduler::cancel(Frame& frame) {
  polling_.disturb();
  if (is_busy(frame)) {
    if (!frame.doomed) {
      frame.doomed = true;
      frame.matters = true;
      doomed_.push_back(&frame);
      interrupt();
    }
    return;
  }
  cancel_now(frame);
  cancel_doomed();
}

void Scheduler::cancel_doomed() {
  while (!in_run_ && busy_ == nullptr && !doomed_.empty()) {
    cancel_now(*doomed_.back());
  }
}

/// The latest first. Each may take others with it, or have the owner cancelled: he stays until all are through.
void Scheduler::cancel_all(Scope& scope) {
  {
    const Busy busy(*this, *scope.owner());
    for (Frame* at = scope.children().last(); at != nullptr;) {
      const bool again = !at->doomed;
      if (again) {
        cancel(*at);
      }
      at = again ? scope.children().last() : scope.children().before(*at);
    }
  }
  cancel_doomed();
}

/// Whether something in this tree runs, or is still to be told of the end of what it held.
bool Scheduler::is_busy(const Frame& tree) const {
  bool busy = is_inside(running_, tree);
  for (const Busy* at = busy_; at != nullptr && !busy; at = at->outer) {
    busy = is_inside(at->frame, tree);
  }
  return busy;
}

void Scheduler::give_up(ChildLink& link) {
  {
    const Busy busy(*this, *link.parent);
    destroy_tree(*link.child);
    link.child = nullptr;
  }
  wake(*link.parent);
}

/// Whether `frame` is `tree` or held by it, however deep.
bool Scheduler::is_inside(const Frame* frame, const Frame& tree) const {
  while (frame != nullptr && frame != &tree) {
    frame = frame->parent();
  }
  return frame != nullptr;
}

/// What a task is known by once it has gone.
struct Scheduler::Name {
  explicit Name(const Frame& task) : text(task.name), number(task.number) {}
  const char* text;
  std::uint32_t number;
};

void Scheduler::tell_of_cancelled(const Name& task) {
  if (is_observed()) {
    tell({task.text, task.number, TaskState::CANCELLED, no_value_text});
  }
}

void Scheduler::cancel_now(Frame& frame) {
  if (frame.doomed) {
    spare(frame);
  }
  const Name name(frame);
  if (frame.holder == Frame::Holder::scope) {
    Scope& scope = *frame.scope;
    const Busy busy(*this, *scope.owner());
    scope.let_go(frame);
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
  tell_of_cancelled(name);
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
    if (at->doomed) {
      spare(*at);
    }
    {
      const Busy busy(*this, *parent);
      const bool is_task = at->holder == Frame::Holder::scope;
      const Name name(*at);
      detach(*at);
      destroy(*at);
      if (is_task) {
        tell_of_cancelled(name);
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
  void* const place = static_cast<Scheduled*>(&frame);
  std::size_t size = 0;
  {
    const FramePool::Retained retained(block);
    frame.handle().destroy();
    size = retained.size();
  }
  ::new (place) Remains(block, size);
  if (sleeps) {
    timers_.forget_one();
  }
}

void Scheduled::reclaim(Scheduled* dead) {
  const Remains* const remains = static_cast<Remains*>(dead);
  FramePool::release(remains->block, remains->size);
}

}  // namespace fastfood::async
