#pragma once

#include <cstdint>
#include <string_view>

#include "sim/random/philox.hpp"

namespace fastfood::random {

/// A sequence of random numbers that is a function of its three parts alone: drawing from one moves no other.
class Draws {
 public:
  Draws(std::uint64_t key, std::uint64_t number, std::uint32_t detail = 0)
      : key_(key), counter_{static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number >> 32), detail, 0} {}

  /// The next 64 bits.
  std::uint64_t bits();

  /// Uniform on the open interval (0, 1): 52 bits and a half, so that u and 1 - u are equally likely.
  double uniform() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }

 private:
  std::uint64_t key_;
  Block counter_;
  std::uint64_t second_ = 0;
  bool has_second_ = false;
};

/// Where draws belong: a place in a tree whose root is a seed. Places differ as their names and numbers do.
class StreamKey {
 public:
  explicit StreamKey(std::uint64_t seed) : key_(seed) {}

  StreamKey at(std::string_view name) const;
  StreamKey at(std::uint64_t number) const;

  /// The sequence for this number (of a customer, of a failure) and, where there are several, this detail of it.
  Draws draws(std::uint64_t number, std::uint32_t detail = 0) const { return {key_, number, detail}; }

 private:
  std::uint64_t key_;
};

}  // namespace fastfood::random
