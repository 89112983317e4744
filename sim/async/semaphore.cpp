#include "sim/async/semaphore.hpp"

#include <algorithm>

namespace fastfood::async {

void Semaphore::add_unit() {
  users_.push_back(numbered_ + 1 == units_ ? no_unit : numbered_ + 1);
  ++numbered_;
}

std::uint32_t Semaphore::available() const {
  std::uint32_t free = units_ - numbered_;
  for (std::uint32_t unit = free_; unit < numbered_; unit = users_[unit]) {
    ++free;
  }
  return free;
}

std::vector<std::uint32_t> Semaphore::holders() const {
  std::vector<std::uint32_t> tasks = users_;
  for (std::uint32_t unit = free_; unit < numbered_; unit = users_[unit]) {
    tasks[unit] = no_task;
  }
  std::ranges::sort(tasks);
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  std::erase(tasks, no_task);
  return tasks;
}

}  // namespace fastfood::async
