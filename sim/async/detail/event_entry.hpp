#pragma once

#include <cstdint>

namespace fastfood::async {

/// An instant and its phase as one number: nanoseconds times eight, plus the phase. A smaller key is earlier.
using Key = std::uint64_t;

inline constexpr Key last_key = ~Key{0};

/// An entry of an event queue: 16 bytes, without a sequence number (`EventQueue` explains why it needs none).
template <class Item>
struct Entry {
  Key key;
  Item* item;
};

}  // namespace fastfood::async
