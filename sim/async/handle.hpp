#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/value_text.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/base/check.hpp"

namespace fastfood::async {

/// Where a task stands; the names are those that are printed.
enum class TaskState : std::uint8_t { NEW, RUNNING, FINISHED, ERROR, CANCELLED };

const char* to_string(TaskState state);

/// What an observer is told when a task ends. `value` is its result, or what went wrong, as text.
struct TaskEnd {
  std::string name;
  std::uint32_t number = 0;
  TaskState state = TaskState::FINISHED;
  std::string value;
};

/// As the tutorial prints it: <Task 'tic_tac' [FINISHED] ('Boom!')>.
std::string to_string(const TaskEnd& end);

/// What an error says of itself.
std::string error_text(const std::exception_ptr& error);

/// There is no result: the task was cancelled.
class TaskCancelled : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What the handles of a task share, and what is left of it once it has ended.
class Record : public Resource {
 public:
  static void* operator new(std::size_t size) { return FramePool::allocate(size); }
  static void operator delete(void* block, std::size_t size) noexcept { FramePool::release(block, size); }

  explicit Record(Frame& frame) : frame_(&frame), name_(frame.name), number_(frame.number) {}
  virtual ~Record() = default;

  TaskState state() const;
  TaskEnd as_end() const;
  std::string title() const override;
  const char* name() const { return name_; }
  std::uint32_t number() const { return number_; }
  bool ended() const { return frame_ == nullptr; }
  void cancel();

  /// Its error; asking for it counts as awaiting the task.
  std::exception_ptr error() {
    awaited_ = true;
    return error_;
  }

  void set_error(std::exception_ptr error) { error_ = std::move(error); }

  /// Somebody has heard of its end, or also: is to hear of it.
  bool was_awaited() const { return awaited_; }
  bool is_awaited() const { return awaited_ || !waiters_.empty(); }

  /// A place in the line of those who wait for the end: the frame goes on when `left` ends have been counted.
  struct Place : Waiter {
    std::size_t* left = nullptr;
  };
  void append(Place& place, Frame& frame, std::size_t& left) {
    place.left = &left;
    waiters_.append(place, frame);
  }

  /// The frame is about to go.
  void end(TaskState state) {
    state_ = state;
    frame_ = nullptr;
  }
  void wake_waiters();

  void hold() { ++handles_; }
  void drop() {
    if (--handles_ == 0) {
      if (frame_ != nullptr) {
        frame_->record = nullptr;
      }
      delete this;
    }
  }

 protected:
  virtual std::string result_text() const { return no_value_text; }

 private:
  std::uint32_t handles_ = 0;
  TaskState state_ = TaskState::NEW;
  bool awaited_ = false;
  Frame* frame_;
  const char* name_;
  std::uint32_t number_;
  WaiterLine waiters_;
  std::exception_ptr error_;
};

template <class T>
class RecordOf final : public Record {
 public:
  using Record::Record;
  std::optional<T> value;

 protected:
  std::string result_text() const override { return value ? value_text(*value) : no_value_text; }
};

template <>
class RecordOf<void> final : public Record {
 public:
  using Record::Record;
};

/// A handle to a task that was started, whatever its result. Copies refer to the same task; the task ends by itself or
/// by `cancel`, not when handles go, and handles stay valid after task and loop are gone.
class TaskRef {
 public:
  explicit TaskRef(Record& record) : record_(&record) { record_->hold(); }
  TaskRef(const TaskRef& other) : TaskRef(*other.record_) {}
  TaskRef(TaskRef&& other) noexcept : record_(std::exchange(other.record_, nullptr)) {}
  TaskRef& operator=(TaskRef other) noexcept {
    std::swap(record_, other.record_);
    return *this;
  }
  ~TaskRef() {
    if (record_ != nullptr) {
      record_->drop();
    }
  }

  std::string name() const { return record_->name(); }
  std::uint32_t number() const { return record_->number(); }
  TaskState state() const { return record_->state(); }

  /// It has ended, with a result or an error.
  bool is_done() const { return state() == TaskState::FINISHED || state() == TaskState::ERROR; }
  bool is_cancelled() const { return state() == TaskState::CANCELLED; }

  /// What it failed with, null if it did not. Asking counts as awaiting the task.
  std::exception_ptr error() const { return record_->error(); }

  /// Destroys the task where it is suspended, and what it awaits: all that they hold goes back. One that is running
  /// goes when it next suspends. Nothing happens to a task that has ended.
  void cancel() { record_->cancel(); }

  friend bool operator==(const TaskRef&, const TaskRef&) = default;

  Record& record() const { return *record_; }

 protected:
  Record* record_;
};

/// As the tutorial prints it: <Task 'tic_tac' [FINISHED] ('Boom!')>.
std::string to_string(const TaskRef& task);

/// A handle to a task with a result of type T.
template <class T = void>
class TaskHandle : public TaskRef {
 public:
  explicit TaskHandle(RecordOf<T>& record) : TaskRef(record) {}

  /// What it returned; throws its error, or `TaskCancelled`. Only once it has ended.
  decltype(auto) result() const {
    check(record_->ended(), "result() of a task that has not ended");
    if (const std::exception_ptr error = record_->error(); error != nullptr) {
      std::rethrow_exception(error);
    }
    if (is_cancelled()) {
      throw TaskCancelled(to_string(*this) + " has no result");
    }
    if constexpr (!std::is_void_v<T>) {
      return static_cast<const T&>(*static_cast<RecordOf<T>&>(*record_).value);
    }
  }
};

/// Until the task has ended, however it ends; the awaiter resumes behind those that are ready.
class Ended {
 public:
  explicit Ended(Record& record) : record_(record) {}

  bool await_ready() const { return record_.ended(); }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    caller.promise().wait_on(record_);
    record_.append(place_, caller.promise(), left_);
  }

  void await_resume() const {}

  /// Waits no longer.
  void give_up() { place_.leave(); }

 private:
  Record& record_;
  std::size_t left_ = 1;
  Record::Place place_;
};

/// Waits until the task has ended and gives its result, as `result()` does.
template <class T>
class EndedWithResult : public Ended {
 public:
  explicit EndedWithResult(const TaskHandle<T>& task) : Ended(task.record()), task_(task) {}
  T await_resume() const { return task_.result(); }

 private:
  TaskHandle<T> task_;
};

template <class T>
EndedWithResult<T> operator co_await(const TaskHandle<T>& task) {
  return EndedWithResult<T>(task);
}

}  // namespace fastfood::async
