#include "sim/async/wait_for.hpp"

namespace fastfood::async {

Task<bool> wait_for(TaskRef task, Duration limit) {
  co_await wait_for(Ended(task.record()), limit);
  // A polling task before the caller in the queue may have ended since the time was up.
  const bool has_ended = task.record().ended();
  if (!has_ended) {
    task.cancel();
  }
  co_return has_ended;
}

}  // namespace fastfood::async
