#pragma once

#include <cstdint>
#include <string_view>

#include "sim/random/philox.hpp"

namespace fastfood::random {

/// A sequence of random numbers that depends only on its key, number and detail. Drawing from one sequence does not
/// change another.
class Draws {
 public:
  Draws(std::uint64_t key, std::uint64_t number, std::uint32_t detail = 0)
      : key_(key), counter_{static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32), detail, 0} {}

  /// Returns the next 64 bits.
  std::uint64_t bits();

  /// Returns a uniform number in the open interval (0, 1): 52 bits plus a half, so that u and 1 - u are equally likely.
  double uniform() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }

 private:
  std::uint64_t key_;
  Block counter_;
  std::uint64_t second_ = 0;
  bool has_second_ = false;
};

/// The key of random sequences: a node in a tree whose root is a seed. Keys differ if their names and numbers differ.
class StreamKey {
 public:
  explicit StreamKey(std::uint64_t seed) : key_(seed) {}

  StreamKey at(std::string_view name) const;
  StreamKey at(std::uint64_t number) const;

  /// Returns the sequence for this number (of a customer, of a failure) and this detail of it.
  Draws draws(std::uint64_t number, std::uint32_t detail = 0) const { return {key_, number, detail}; }

 private:
  std::uint64_t key_;
};

}  // namespace fastfood::random
