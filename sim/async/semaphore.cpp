#include "sim/async/semaphore.hpp"

#include <algorithm>

namespace sim::async {

std::vector<std::uint32_t> Semaphore::holders() const {
  std::vector<std::uint32_t> tasks;
  for (const Lease* lease = leases_.first(); lease != nullptr; lease = leases_.after(*lease)) {
    if (lease->holder_ != nobody && std::ranges::find(tasks, lease->holder_) == tasks.end()) {
      tasks.push_back(lease->holder_);
    }
  }
  return tasks;
}

}  // namespace sim::async
