#include "sim/async/frame_pool.hpp"

#include <utility>

namespace sim::async {

constinit thread_local FramePool::Lists FramePool::lists_;

/// Gives the cached blocks back when the thread ends; blocks freed later still go straight to the heap.
class FramePool::Reaper {
 public:
  Reaper() = default;
  Reaper(const Reaper&) = delete;
  Reaper& operator=(const Reaper&) = delete;
  ~Reaper() {
    lists_.closed = true;
    for (Block*& first : lists_.free) {
      while (first != nullptr) {
        ::operator delete(std::exchange(first, first->next));
      }
    }
  }
};

void* FramePool::allocate_anew(std::size_t size) {
  static thread_local Reaper reaper;
  const std::size_t at = class_of(size);
  return ::operator new(pools_frames && at < classes ? 16 * at + 8 : size);
}

void FramePool::release_for_good(void* block, std::size_t) noexcept {
  ::operator delete(block);
}

FramePool::Retained::Retained(void* block) : block_(block), outer_(lists_.retained) {
  lists_.retained = this;
}

FramePool::Retained::~Retained() {
  lists_.retained = outer_;
}

}  // namespace sim::async
