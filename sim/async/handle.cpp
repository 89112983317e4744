#include "sim/async/handle.hpp"

#include "sim/async/detail/scheduler.hpp"

namespace fastfood::async {

const char* to_string(TaskState state) {
  switch (state) {
    case TaskState::NEW:
      return "NEW";
    case TaskState::RUNNING:
      return "RUNNING";
    case TaskState::FINISHED:
      return "FINISHED";
    case TaskState::ERROR:
      return "ERROR";
    case TaskState::CANCELLED:
      return "CANCELLED";
  }
  return "?";
}

std::string to_string(const TaskEnd& end) {
  return "<Task '" + end.name + "' [" + to_string(end.state) + "] (" + end.value + ")>";
}

std::string to_string(const TaskRef& task) { return to_string(task.record().as_end()); }

std::string error_text(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    return exception.what();
  } catch (...) {
    return "an error that says nothing of itself";
  }
}

TaskState Record::state() const {
  if (frame_ == nullptr) {
    return state_;
  }
  const bool untouched = frame_->activity == Frame::Activity::starting && frame_->loop->running() != frame_;
  return untouched ? TaskState::NEW : TaskState::RUNNING;
}

TaskEnd Record::as_end() const {
  return {name_, number_, state(), error_ != nullptr ? error_text(error_) : result_text()};
}

std::string Record::title() const { return "task " + std::to_string(number_) + " '" + name_ + "'"; }

void Record::cancel() {
  if (frame_ != nullptr) {
    frame_->loop->cancel(*frame_);
  }
}

/// Waiting tasks stay in line until they run or are cancelled: only a task that runs has learned of the end.
void Record::wake_waiters() {
  waiters_.for_each([](Waiter& waiter) {
    EndWaiter& end_waiter = static_cast<EndWaiter&>(waiter);
    if (--*end_waiter.left == 0) {
      end_waiter.frame().loop->wake(end_waiter.frame());
    }
  });
}

}  // namespace fastfood::async
