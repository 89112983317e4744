#include "sim/async/semaphore.hpp"

#include <algorithm>

namespace fastfood::async {

void Semaphore::touch_another() {
  users_.push_back(touched_ + 1 == units_ ? none : touched_ + 1);
  ++touched_;
}

std::uint32_t Semaphore::available() const {
  std::uint32_t free = units_ - touched_;
  for (std::uint32_t unit = free_; unit < touched_; unit = users_[unit]) {
    ++free;
  }
  return free;
}

std::vector<std::uint32_t> Semaphore::holders() const {
  std::vector<std::uint32_t> tasks = users_;
  for (std::uint32_t unit = free_; unit < touched_; unit = users_[unit]) {
    tasks[unit] = nobody;
  }
  std::ranges::sort(tasks);
  tasks.erase(std::unique(tasks.begin(), tasks.end()), tasks.end());
  std::erase(tasks, nobody);
  return tasks;
}

}  // namespace fastfood::async
