#include "sim/async/semaphore.hpp"

namespace sim::async {

std::vector<std::uint32_t> Semaphore::holders() const {
  std::vector<std::uint32_t> tasks;
  for (const Lease* lease = leases_.first(); lease != nullptr; lease = leases_.after(*lease)) {
    if (lease->holder_ != nobody) {
      tasks.push_back(lease->holder_);
    }
  }
  return tasks;
}

}  // namespace sim::async
