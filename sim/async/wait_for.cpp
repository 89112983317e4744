#include "sim/async/wait_for.hpp"

namespace sim::async {

namespace {

Task<> end_of(TaskRef task) { co_await Ended(task.record()); }

}  // namespace

Task<bool> wait_for(TaskRef task, Duration limit) {
  const bool in_time = co_await wait_for(end_of(task), limit);
  if (!in_time) {
    task.cancel();
  }
  co_return in_time;
}

}  // namespace sim::async
