#pragma once

#include <cstdint>
#include <exception>
#include <vector>

#include "sim/async/handle.hpp"

namespace fastfood::async {

/// The errors of failed tasks that no one awaits, in the order in which they failed. Each ends one run with
/// `UnawaitedFailure`.
class Failures {
 public:
  /// Adds the error of a task that no one can await.
  void add(const Frame& frame, const std::exception_ptr& error);

  bool empty() const { return errors_.empty(); }

  /// Removes and returns the first error that was added. There must be one.
  std::exception_ptr take_first();

  /// Adds a failed task that has a handle. It may still be awaited before the run ends.
  void add_unless_awaited(Record& record);

  /// Throws the error of the first task with a handle that no one has awaited or waits for, and removes it. The others
  /// end later runs. Does nothing if there is none.
  void throw_unawaited();

 private:
  std::vector<std::exception_ptr> errors_;
  std::vector<TaskRef> unless_awaited_;
};

}  // namespace fastfood::async
