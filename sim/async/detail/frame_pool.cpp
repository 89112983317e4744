#include "sim/async/detail/frame_pool.hpp"

#include <utility>

namespace fastfood::async {

constinit thread_local FramePool::Lists FramePool::lists_;

/// Frees the cached blocks when the thread ends. Blocks freed later go directly to the heap.
class FramePool::Reaper {
 public:
  Reaper() = default;
  Reaper(const Reaper&) = delete;
  Reaper& operator=(const Reaper&) = delete;
  ~Reaper() {
    lists_.closed = true;
    lists_.watched = true;
    for (Block*& first : lists_.free) {
      while (first != nullptr) {
        ::operator delete(std::exchange(first, first->next));
      }
    }
  }
};

void* FramePool::allocate_from_heap(std::size_t size) {
  static thread_local Reaper reaper;
  const std::size_t at = class_of(size);
  return ::operator new(pools_frames&& at < classes ? 16 * at + 8 : size);
}

void FramePool::release_checked(void* block, std::size_t size) noexcept {
  if (lists_.retained != nullptr && lists_.retained->block_ == block) {
    lists_.retained->size_ = size;
    return;
  }
  const std::size_t at = class_of(size);
  if (pools_frames && at < classes && !lists_.closed) {
    lists_.free[at] = new (block) Block{lists_.free[at]};
  } else {
    ::operator delete(block);
  }
}

FramePool::Retained::Retained(void* block) : block_(block), outer_(lists_.retained) {
  lists_.retained = this;
  lists_.watched = true;
}

FramePool::Retained::~Retained() {
  lists_.retained = outer_;
  lists_.watched = outer_ != nullptr || lists_.closed;
}

}  // namespace fastfood::async
