#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "sim/async/detail/frame_pool.hpp"
#include "sim/async/detail/linked_list.hpp"

namespace fastfood::async {

class Scheduler;
class Record;
class Resource;
class Scope;
struct ChildLink;

/// What a queue of the loop points to: a frame to resume, or the remains of one that was cancelled.
struct Scheduled {
  /// Why a frame is suspended. In `ready` and `sleeping` a queue points to it.
  enum class Activity : std::uint8_t { starting, ready, sleeping, awaiting, waiting, done, dead };

  bool dead() const { return activity == Activity::dead; }

  /// Frees the memory of a frame that was cancelled while a queue still pointed to it.
  static void reclaim(Scheduled* dead);

  /// Prefetches a small frame into the cache. Two of its pointers are stored before this object.
  static void prefetch(const Scheduled* at) {
    constexpr std::size_t line = 64;
    constexpr std::size_t small = 120;
    const char* const frame = reinterpret_cast<const char*>(at) - 2 * sizeof(void*);
    __builtin_prefetch(frame);
    __builtin_prefetch(frame + line);
    __builtin_prefetch(frame + small - 1);
  }

  Activity activity;
};

/// The small members of a frame. They are next to each other so that starting a task writes them with one store, except
/// the number.
struct FrameState : Scheduled {
  enum class Holder : std::uint8_t { link, scope, loop };

  void start(Holder by, std::uint32_t its_number) {
    activity = Activity::starting;
    holder = by;
    has_observer = false;
    failed = false;
    cancel_pending = false;
    number = its_number;
  }

  Holder holder;
  bool has_observer;  // its end has an effect: it has a record, has failed, or is to be cancelled
  bool failed : 1;
  bool cancel_pending : 7;  // cancelled while it ran; is destroyed when it next suspends
  std::uint32_t number;     // of the task, from 1 in order of starting
};

/// The part of a coroutine's promise that does not depend on its result. Frames form a tree: each is owned by the frame
/// that awaits it, by the scope in which it was started, or, if it is a root, by its loop.
struct Frame : FrameState, Links {
  Frame() = default;
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  static void* operator new(std::size_t size) { return FramePool::allocate(size); }
  static void operator delete(void* block, std::size_t size) noexcept { FramePool::release(block, size); }

  std::coroutine_handle<Frame> handle() { return std::coroutine_handle<Frame>::from_promise(*this); }

  /// The frame that awaits this one or whose scope owns it, or null for a root. Defined in scope.hpp.
  Frame* parent() const;

  /// Marks the frame as suspended until the resource wakes it.
  void wait_on(const Resource& on) {
    activity = Activity::waiting;
    resource = &on;
  }

  Scheduler* loop;          // once started
  Scope* scopes = nullptr;  // open in this frame, the innermost first
  const char* name = "";
  union {
    ChildLink* link;
    Scope* scope;
    Record* record;
  };
  union {
    ChildLink* awaited;        // while awaiting
    const Resource* resource;  // while waiting
  };
};

/// A link, stored in the awaiting frame, between it and the awaited one.
struct ChildLink {
  Frame* child = nullptr;
  Frame* parent = nullptr;
  std::exception_ptr error;
};

/// Frames with one owner, in the order in which they were started.
using FrameList = LinkedList<Frame>;

/// Something a task can wait for, as named in a deadlock report.
class Resource {
 public:
  Resource() = default;
  Resource(const Resource&) = delete;
  Resource& operator=(const Resource&) = delete;

  /// For example "Lock 'grill'".
  virtual std::string title() const = 0;

  /// The numbers of the tasks that hold it.
  virtual std::vector<std::uint32_t> holders() const { return {}; }

 protected:
  ~Resource() = default;

  /// The kind, followed by the quoted name if there is one.
  static std::string titled(const char* kind, const std::string& name) {
    return name.empty() ? kind : kind + (" '" + name + "'");
  }
};

}  // namespace fastfood::async
