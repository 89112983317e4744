#include "sim/async/detail/frame_pool.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <set>
#include <thread>

namespace fastfood::async {
namespace {

TEST(FramePool, AllocatesDistinctBlocksOfEverySize) {
  for (const std::size_t size : {std::size_t{24}, std::size_t{120}, std::size_t{1000}, std::size_t{100'000}}) {
    std::set<void*> blocks;
    for (int i = 0; i != 10; ++i) {
      void* const block = FramePool::allocate(size);
      std::memset(block, i, size);
      EXPECT_TRUE(blocks.insert(block).second);
    }
    for (void* block : blocks) {
      FramePool::release(block, size);
    }
  }
}

TEST(FramePool, ReusesTheBlockFreedLastUnlessASanWatches) {
  void* const block = FramePool::allocate(120);
  FramePool::release(block, 120);

  void* const next = FramePool::allocate(120);

  EXPECT_EQ(next == block, pools_frames);
  FramePool::release(next, 120);
}

TEST(FramePool, NeverReturnsABlockThatIsTooSmall) {
  for (std::size_t size = 24; size != 1100; ++size) {
    void* const smaller = FramePool::allocate(size);
    FramePool::release(smaller, size);

    void* const larger = FramePool::allocate(size + 1);
    std::memset(larger, 1, size + 1);
    FramePool::release(larger, size + 1);
  }
}

TEST(FramePool, DoesNotReuseARetainedBlock) {
  void* const block = FramePool::allocate(120);
  std::memset(block, 7, 120);
  std::size_t size = 0;
  {
    const FramePool::Retained retained(block);
    FramePool::release(block, 120);
    size = retained.size();
  }
  EXPECT_EQ(size, 120U);

  void* const other = FramePool::allocate(120);
  EXPECT_NE(other, block);
  EXPECT_EQ(static_cast<const char*>(block)[119], 7);

  FramePool::release(block, 120);
  FramePool::release(other, 120);
}

TEST(FramePool, RetainsBlocksInNestedScopes) {
  void* const outer_block = FramePool::allocate(120);
  void* const inner_block = FramePool::allocate(80);
  const FramePool::Retained outer(outer_block);
  {
    const FramePool::Retained inner(inner_block);
    FramePool::release(inner_block, 80);
    EXPECT_EQ(inner.size(), 80U);
  }

  FramePool::release(outer_block, 120);

  EXPECT_EQ(outer.size(), 120U);
  FramePool::release(inner_block, 80);
  const FramePool::Retained nothing(nullptr);
  FramePool::release(outer_block, 120);
}

TEST(FramePool, FreesBlocksThatAnotherThreadAllocated) {
  void* block = nullptr;
  std::thread([&block] { block = FramePool::allocate(120); }).join();

  FramePool::release(block, 120);
  void* const next = FramePool::allocate(120);

  EXPECT_EQ(next == block, pools_frames);
  FramePool::release(next, 120);
}

}  // namespace
}  // namespace fastfood::async
