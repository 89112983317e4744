#include "sim/async/semaphore.hpp"

namespace sim::async {

std::vector<std::uint32_t> Semaphore::holders() const {
  std::vector<std::uint32_t> tasks;
  for (const Unit& unit : used_) {
    if (unit.in_use && unit.holder_or_next_free != nobody) {
      tasks.push_back(unit.holder_or_next_free);
    }
  }
  return tasks;
}

}  // namespace sim::async
