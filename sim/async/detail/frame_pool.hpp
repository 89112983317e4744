#pragma once

#include <array>
#include <cstddef>
#include <new>

namespace fastfood::async {

/// Memory for coroutine frames and the records beside them. Freed blocks are kept by size, last in first out, for the
/// thread's next frame of that size: in its steady state a run allocates nothing. This is only a cache. A loop cannot
/// observe it, and any thread may free what another one allocated. Under AddressSanitizer each block comes from the
/// heap, so that a use after free is detected.
class FramePool {
 public:
  static void* allocate(std::size_t size);
  static void release(void* block, std::size_t size) noexcept;

  /// While this object lives, freeing `block` only records its size, because a queue still points to the block. Objects
  /// may nest; the innermost is destroyed first.
  class Retained {
   public:
    explicit Retained(void* block);
    Retained(const Retained&) = delete;
    Retained& operator=(const Retained&) = delete;
    ~Retained();

    std::size_t size() const { return size_; }

   private:
    friend class FramePool;
    void* block_;
    std::size_t size_ = 0;
    Retained* outer_;
  };

 private:
  struct Block {
    Block* next;
  };

  // Size classes of 16 k + 8 bytes. With malloc's own eight bytes a block ends where the next one begins.
  static constexpr std::size_t classes = 128;
  static constexpr std::size_t class_of(std::size_t size) { return (size + 7) / 16; }

  struct Lists {
    std::array<Block*, classes> free{};
    bool watched = false;  // a release may be one of the next two
    bool closed = false;
    Retained* retained = nullptr;
  };

  class Reaper;

  static void* allocate_from_heap(std::size_t size);
  static void release_checked(void* block, std::size_t size) noexcept;

  static constinit thread_local Lists lists_;
};

#if defined(__SANITIZE_ADDRESS__)
#define FASTFOOD_FRAME_POOL_OFF 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FASTFOOD_FRAME_POOL_OFF 1
#endif
#endif

#ifdef FASTFOOD_FRAME_POOL_OFF
inline constexpr bool pools_frames = false;
#else
inline constexpr bool pools_frames = true;
#endif

inline void* FramePool::allocate(std::size_t size) {
  const std::size_t at = class_of(size);
  if (pools_frames && at < classes) [[likely]] {
    if (Block* block = lists_.free[at]; block != nullptr) [[likely]] {
      lists_.free[at] = block->next;
      return block;
    }
  }
  return allocate_from_heap(size);
}

inline void FramePool::release(void* block, std::size_t size) noexcept {
  const std::size_t at = class_of(size);
  if (pools_frames && at < classes && !lists_.watched) [[likely]] {
    lists_.free[at] = new (block) Block{lists_.free[at]};
    return;
  }
  release_checked(block, size);
}

}  // namespace fastfood::async
