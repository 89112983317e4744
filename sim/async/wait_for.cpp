#include "sim/async/wait_for.hpp"

namespace sim::async {

Task<bool> wait_for(TaskRef task, Duration limit) {
  const bool in_time = co_await wait_for(Ended(task.record()), limit);
  if (!in_time) {
    task.cancel();
  }
  co_return in_time;
}

}  // namespace sim::async
