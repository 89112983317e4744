#include "sim/random/draws.hpp"

#include <algorithm>
#include <cstddef>

namespace fastfood::random {

namespace {

std::uint64_t first_half(const Block& block) { return std::uint64_t{block[1]} << 32 | block[0]; }
std::uint64_t second_half(const Block& block) { return std::uint64_t{block[3]} << 32 | block[2]; }

// The last word of a counter. Draws have the number of the block there; these values are so high that no sequence
// reaches them.
enum ChildKind : std::uint32_t { by_number = 0xFFFFFFFF, by_name = 0xFFFFFFFE };

std::uint64_t child_key(std::uint64_t key, std::uint64_t part, std::uint32_t length, ChildKind kind) {
  return first_half(
      philox({static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(part >> 32), length, kind}, key));
}

}  // namespace

std::uint64_t Draws::bits() {
  has_second_ = !has_second_;
  if (!has_second_) {
    return second_;
  }
  const Block block = philox(counter_, key_);
  ++counter_[3];
  second_ = second_half(block);
  return first_half(block);
}

/// Eight bytes at a time. The length distinguishes "a" from "a" and a zero byte.
StreamKey StreamKey::at(std::string_view name) const {
  StreamKey key = *this;
  const auto length = static_cast<std::uint32_t>(name.size());
  do {
    std::uint64_t part = 0;
    const std::size_t letters = std::min<std::size_t>(name.size(), 8);
    for (std::size_t i = 0; i != letters; ++i) {
      part |= std::uint64_t{static_cast<unsigned char>(name[i])} << (8 * i);
    }
    key.key_ = child_key(key.key_, part, length, by_name);
    name.remove_prefix(letters);
  } while (!name.empty());
  return key;
}

StreamKey StreamKey::at(std::uint64_t number) const {
  StreamKey key = *this;
  key.key_ = child_key(key_, number, 0, by_number);
  return key;
}

}  // namespace fastfood::random
