#pragma once

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

/// Counts what an executable takes from the heap, with malloc's own eight bytes a block. It replaces `operator new`:
/// one source of an executable includes it.

namespace heap {

inline std::size_t bytes = 0;
inline std::size_t peak = 0;

/// What the heap held at most since this began, beyond what it held then, and what of that it still holds.
class Watch {
 public:
  Watch() : before_(bytes) { heap::peak = bytes; }
  std::size_t peak() const { return heap::peak - before_; }
  std::size_t held() const { return bytes - before_; }

 private:
  std::size_t before_;
};

// Inlined, GCC 12 takes `free` for the wrong way to give back what `new` gave.
[[gnu::noinline]] inline void give_back(void* block) {
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
void operator delete(void* block) noexcept { heap::give_back(block); }
void operator delete(void* block, std::size_t) noexcept { heap::give_back(block); }
