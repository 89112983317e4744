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

/// The state of a task. The names are printed as they are.
enum class TaskState : std::uint8_t { NEW, RUNNING, FINISHED, ERROR, CANCELLED };

const char* to_string(TaskState state);

/// What an observer receives when a task ends. `value` is its result or its error, as text.
struct TaskEnd {
  std::string name;
  std::uint32_t number = 0;
  TaskState state = TaskState::FINISHED;
  std::string value;
};

/// Formats like the tutorial: <Task 'tic_tac' [FINISHED] ('Boom!')>.
std::string to_string(const TaskEnd& end);

/// The message of an error.
std::string error_text(const std::exception_ptr& error);

/// The task was cancelled, so there is no result.
class TaskCancelled : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The state shared by all handles of a task. It outlives the task.
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

  /// The error of the task, or null. Asking for it counts as awaiting the task.
  std::exception_ptr error() {
    awaited_ = true;
    return error_;
  }

  void set_error(std::exception_ptr error) { error_ = std::move(error); }

  /// Whether the result or the error was retrieved.
  bool was_awaited() const { return awaited_; }
  /// The same, or a task is waiting for it.
  bool is_awaited() const { return awaited_ || !waiters_.empty(); }

  /// A waiter for the end of several tasks. Its frame is woken when `left` of them have ended.
  struct EndWaiter : Waiter {
    std::size_t* left = nullptr;
  };
  void append(EndWaiter& waiter, Frame& frame, std::size_t& left) {
    waiter.left = &left;
    waiters_.append(waiter, frame);
  }

  /// Called when the frame is about to be destroyed.
  void end(TaskState state) {
    state_ = state;
    frame_ = nullptr;
  }
  void wake_waiters();

  void add_handle() { ++handles_; }
  void drop_handle() {
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

/// A handle to a started task with any result type. Copies refer to the same task. Dropping a handle does not end the
/// task. Handles stay valid after the task and its loop are gone.
class TaskRef {
 public:
  explicit TaskRef(Record& record) : record_(&record) { record_->add_handle(); }
  TaskRef(const TaskRef& other) : TaskRef(*other.record_) {}
  TaskRef(TaskRef&& other) noexcept : record_(std::exchange(other.record_, nullptr)) {}
  TaskRef& operator=(TaskRef other) noexcept {
    std::swap(record_, other.record_);
    return *this;
  }
  ~TaskRef() {
    if (record_ != nullptr) {
      record_->drop_handle();
    }
  }

  std::string name() const { return record_->name(); }
  std::uint32_t number() const { return record_->number(); }
  TaskState state() const { return record_->state(); }

  /// Whether the task has ended with a result or an error.
  bool is_done() const { return state() == TaskState::FINISHED || state() == TaskState::ERROR; }
  bool is_cancelled() const { return state() == TaskState::CANCELLED; }

  /// The error of the task, or null. Asking for it counts as awaiting the task.
  std::exception_ptr error() const { return record_->error(); }

  /// Destroys the task where it is suspended, and what it awaits. Their destructors give back what they hold. A running
  /// task is destroyed when it next suspends. Has no effect on a task that has ended.
  void cancel() { record_->cancel(); }

  friend bool operator==(const TaskRef&, const TaskRef&) = default;

  Record& record() const { return *record_; }

 protected:
  Record* record_;
};

/// Formats like the tutorial: <Task 'tic_tac' [FINISHED] ('Boom!')>.
std::string to_string(const TaskRef& task);

/// A handle to a task with a result of type T.
template <class T = void>
class TaskHandle : public TaskRef {
 public:
  explicit TaskHandle(RecordOf<T>& record) : TaskRef(record) {}

  /// Returns the result of a task that has ended. Throws its error, or `TaskCancelled`.
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

/// Waits until the task has ended in any way. The waiting task resumes after those that are ready.
class Ended {
 public:
  explicit Ended(Record& record) : record_(record) {}

  bool await_ready() const { return record_.ended(); }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    caller.promise().wait_on(record_);
    record_.append(waiter_, caller.promise(), left_);
  }

  void await_resume() const {}

  /// Stops waiting.
  void cancel_wait() { waiter_.leave(); }

 private:
  Record& record_;
  std::size_t left_ = 1;
  Record::EndWaiter waiter_;
};

/// Waits until the task has ended, then returns or throws as `result()` does.
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
