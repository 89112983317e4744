#pragma once

#include <array>
#include <cstdint>

namespace fastfood::random {

/// The counter of a block of random numbers, or the numbers themselves.
using Block = std::array<std::uint32_t, 4>;

/// Philox-4x32 with ten rounds (Salmon, Moraes, Dror and Shaw 2011): 128 random bits that depend only on `counter` and
/// `key`, and on every bit of them.
constexpr Block philox(Block counter, std::uint64_t key) {
  auto low = static_cast<std::uint32_t>(key);
  auto high = static_cast<std::uint32_t>(key >> 32);
  for (int round = 0; round != 10; ++round) {
    const std::uint64_t first = std::uint64_t{0xD2511F53} * counter[0];
    const std::uint64_t third = std::uint64_t{0xCD9E8D57} * counter[2];
    counter = {static_cast<std::uint32_t>(third >> 32) ^ counter[1] ^ low, static_cast<std::uint32_t>(third),
               static_cast<std::uint32_t>(first >> 32) ^ counter[3] ^ high, static_cast<std::uint32_t>(first)};
    low += 0x9E3779B9;
    high += 0xBB67AE85;
  }
  return counter;
}

}  // namespace fastfood::random
