#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "sim/base/time.hpp"

/// A fast generator for both sides of a comparison: xoshiro256++ (Blackman and Vigna 2019), seeded by splitmix64, and
/// exponential variates by a ziggurat of 256 layers (Marsaglia and Tsang 2000).
namespace bench {

class Exponential {
 public:
  explicit Exponential(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
      word = mixed ^ (mixed >> 31);
    }
  }

  /// A duration with this mean, in whole nanoseconds.
  [[gnu::always_inline]] fastfood::Duration operator()(double mean_in_ns) {
    return fastfood::Duration(static_cast<std::int64_t>(mean_in_ns * unit()));
  }

 private:
  struct Layers {
    Layers() {
      constexpr double tail = 7.69711747013104972;
      constexpr double area = 3.949659822581572e-3;
      x[0] = area * std::exp(tail);
      x[1] = tail;
      for (std::size_t i = 2; i != 256; ++i) {
        x[i] = -std::log(area / x[i - 1] + std::exp(-x[i - 1]));
      }
      x[256] = 0;
      for (std::size_t i = 0; i != 256; ++i) {
        width[i] = x[i] * 0x1p-53;
        sure[i] = static_cast<std::uint64_t>(x[i + 1] / x[i] * 0x1p53);
      }
    }
    std::array<double, 257> x;
    std::array<double, 256> width;
    std::array<std::uint64_t, 256> sure;
  };

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  [[gnu::always_inline]] double unit() {
    const std::uint64_t bits = next();
    const std::size_t layer = bits & 255;
    const double x = static_cast<double>(static_cast<std::int64_t>(bits >> 11)) * layers.width[layer];
    return (bits >> 11) < layers.sure[layer] ? x : unsure(layer, x);
  }

  [[gnu::noinline]] double unsure(std::size_t layer, double x) {
    for (;;) {
      if (layer == 0) {
        return layers.x[1] - std::log(1 - uniform());
      }
      const double low = std::exp(-layers.x[layer]);
      const double high = std::exp(-layers.x[layer + 1]);
      if (low + uniform() * (high - low) < std::exp(-x)) {
        return x;
      }
      const std::uint64_t bits = next();
      layer = bits & 255;
      x = static_cast<double>(static_cast<std::int64_t>(bits >> 11)) * layers.width[layer];
      if ((bits >> 11) < layers.sure[layer]) {
        return x;
      }
    }
  }

  static inline const Layers layers;
  std::array<std::uint64_t, 4> state_;
};

}  // namespace bench
