#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

/// Counts the heap allocations of an executable, including malloc's own eight bytes per block. Replaces `operator new`,
/// so exactly one source of an executable may include it.

namespace heap {

inline std::size_t bytes = 0;
inline std::size_t peak = 0;

/// Measures the heap since this object was created: the peak, and what is still allocated, both relative to the state
/// at its creation.
class Watch {
 public:
  Watch() : before_(bytes) { heap::peak = bytes; }
  std::size_t peak() const { return heap::peak - before_; }
  std::size_t held() const { return bytes - before_; }

 private:
  std::size_t before_;
};

// If this were inlined, GCC 12 would warn that `free` does not match `new`.
[[gnu::noinline]] inline void release(void* block) {
  if (block != nullptr) {
    bytes -= malloc_usable_size(block) + 8;
    std::free(block);
  }
}

}  // namespace heap

void* operator new(std::size_t size) {
  void* const block = std::malloc(size);
  if (block == nullptr) {
    std::abort();
  }
  heap::bytes += malloc_usable_size(block) + 8;
  heap::peak = std::max(heap::peak, heap::bytes);
  return block;
}
void operator delete(void* block) noexcept { heap::release(block); }
void operator delete(void* block, std::size_t) noexcept { heap::release(block); }
