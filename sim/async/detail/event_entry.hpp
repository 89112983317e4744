#pragma once

#include <cstdint>

namespace fastfood::async {

/// A moment and its phase as one number: nanoseconds times eight, plus the phase. Earlier is less.
using Key = std::uint64_t;

inline constexpr Key last_key = ~Key{0};

/// What waits in an event queue: 16 bytes, no sequence number (`EventQueue` says why it needs none).
template <class Item>
struct Entry {
  Key key;
  Item* item;
};

}  // namespace fastfood::async
