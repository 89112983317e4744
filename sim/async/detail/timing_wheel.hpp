#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "sim/async/detail/event_entry.hpp"

namespace fastfood::async {

/// A hierarchical timing wheel (after Varghese and Lauck, 1987): entries in slots by the digits of their keys in base
/// 64. The level of an entry is the highest digit in which its key differs from the base; its slot is that digit. Slots
/// are opened lazily, when the clock gets there. Entries on a lower level are earlier, and so are entries in a lower
/// slot.
///
/// Invariants: every key is at least the base. The base moves only in `open`, to an instant that the clock reaches
/// before anything else is put. Within a slot, entries are in the order in which they were put.
template <class Item>
class TimingWheel {
 public:
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  /// Sets the base. The wheel must be empty, and all keys put from now on must be at least `base`.
  void set_base(Key base) { base_ = base; }

  void put(Entry<Item> entry) {
    ++size_;
    insert(entry);
  }

  /// Removes the slot of the earliest entries, and splits it until it holds at most `max_count` entries or one single
  /// instant. Passes each entry to `sink` in the order in which they were put. Returns the first key that is later than
  /// the whole slot.
  template <class Sink>
  Key open(std::size_t max_count, Sink sink) {
    for (;;) {
      const std::size_t level = lowest_level();
      const auto at = static_cast<std::size_t>(std::countr_zero(occupied_[level]));
      const Key start = first_key(level, at);
      const Slot slot = detach(level, at);
      base_ = start;
      if (level == 0 || slot.count <= max_count) {
        size_ -= slot.count;
        drain(slot, sink);
        const Key end = start + (Key{1} << (bits * level));
        return end > start ? end : last_key;
      }
      drain(slot, [this](Entry<Item> entry) { insert(entry); });
    }
  }

  /// Returns the earliest key of the entries that `counts` accepts, or `last_key`. Moves nothing.
  template <class Counts>
  Key earliest(Counts counts) const {
    for (std::size_t level = 0; level != levels; ++level) {
      for (std::uint64_t left = occupied_[level]; left != 0; left &= left - 1) {
        Key min = last_key;
        const Slot& slot = slots_[level * width + static_cast<std::size_t>(std::countr_zero(left))];
        for (const Chunk* chunk = slot.first; chunk != nullptr; chunk = chunk->next) {
          for (std::size_t i = 0; i != chunk->count; ++i) {
            const Entry<Item>& entry = chunk->entries[i];
            min = entry.key < min && counts(entry) ? entry.key : min;
          }
        }
        if (min != last_key) {
          return min;
        }
      }
    }
    return last_key;
  }

  /// Removes the entries for which `condemned` returns true. The others keep their order.
  template <class Condemned>
  void remove_if(Condemned condemned) {
    for (std::size_t level = 0; level != levels; ++level) {
      for (std::uint64_t left = occupied_[level]; left != 0; left &= left - 1) {
        const Slot slot = detach(level, static_cast<std::size_t>(std::countr_zero(left)));
        drain(slot, [&](Entry<Item> entry) {
          if (condemned(entry)) {
            --size_;
          } else {
            insert(entry);
          }
        });
      }
    }
  }

 private:
  static constexpr std::size_t bits = 6;
  static constexpr std::size_t width = std::size_t{1} << bits;
  static constexpr std::size_t levels = (64 + bits - 1) / bits;
  static constexpr std::size_t chunks_at_once = 64;

  // A slot is a list of small chunks of four cache lines, so that loading it reads memory sequentially.
  struct alignas(64) Chunk {
    Chunk* next;
    std::size_t count;
    std::array<Entry<Item>, 15> entries;
  };

  struct Slot {
    Chunk* first = nullptr;
    Chunk* last = nullptr;
    std::size_t count = 0;
  };

  std::size_t lowest_level() const {
    std::size_t level = 0;
    while (occupied_[level] == 0) {
      ++level;
    }
    return level;
  }

  /// The base with the digit `at` on `level`, and zeros below.
  Key first_key(std::size_t level, std::size_t at) const {
    const Key above = level + 1 == levels ? 0 : base_ >> (bits * (level + 1)) << (bits * (level + 1));
    return above | Key{at} << (bits * level);
  }

  void insert(Entry<Item> entry) {
    const auto highest = static_cast<std::size_t>(std::bit_width((entry.key ^ base_) | 1) - 1);
    const std::size_t level = highest / bits;
    const std::size_t at = (entry.key >> (bits * level)) & (width - 1);
    Slot& slot = slots_[level * width + at];
    if (slot.last == nullptr || slot.last->count == slot.last->entries.size()) {
      Chunk* chunk = new_chunk();
      (slot.last == nullptr ? slot.first : slot.last->next) = chunk;
      slot.last = chunk;
    }
    slot.last->entries[slot.last->count++] = entry;
    ++slot.count;
    occupied_[level] |= std::uint64_t{1} << at;
  }

  Slot detach(std::size_t level, std::size_t at) {
    occupied_[level] &= ~(std::uint64_t{1} << at);
    return std::exchange(slots_[level * width + at], Slot{});
  }

  template <class Sink>
  void drain(const Slot& slot, Sink sink) {
    for (Chunk* chunk = slot.first; chunk != nullptr;) {
      Chunk* const next = chunk->next;
      if (next != nullptr) {
        for (std::size_t i = 0; i < next->entries.size(); i += 4) {
          __builtin_prefetch(&next->entries[i]);
        }
      }
      for (std::size_t i = 0; i != chunk->count; ++i) {
        sink(chunk->entries[i]);
      }
      chunk->next = std::exchange(free_chunks_, chunk);
      chunk = next;
    }
  }

  Chunk* new_chunk() {
    if (free_chunks_ == nullptr) {
      storage_.push_back(std::make_unique<std::array<Chunk, chunks_at_once>>());
      for (Chunk& chunk : *storage_.back()) {
        chunk.next = std::exchange(free_chunks_, &chunk);
      }
    }
    Chunk* const chunk = std::exchange(free_chunks_, free_chunks_->next);
    chunk->next = nullptr;
    chunk->count = 0;
    return chunk;
  }

  Key base_ = 0;
  std::size_t size_ = 0;
  std::array<std::uint64_t, levels> occupied_{};
  std::vector<Slot> slots_ = std::vector<Slot>(levels * width);
  Chunk* free_chunks_ = nullptr;
  std::vector<std::unique_ptr<std::array<Chunk, chunks_at_once>>> storage_;
};

}  // namespace fastfood::async
