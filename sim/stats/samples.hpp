#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/base/time.hpp"
#include "sim/stats/moments.hpp"
#include "sim/stats/sketch.hpp"

namespace fastfood::stats {

/// A collection of durations. Its moments are always exact. The samples are kept, in eight bytes each, until there are
/// more than `max_exact`. Then a sketch replaces them.
class Samples {
 public:
  Samples() = default;
  explicit Samples(std::int64_t max_exact) : max_exact_(max_exact) {}

  /// The moved-from collection is empty.
  Samples(Samples&& other) noexcept;
  Samples& operator=(Samples&& other) noexcept;

  /// `sample` must not be negative.
  void add(Duration sample) {
    check(sample >= Duration::zero(), "nothing takes less than no time");
    if (next_ != end_) [[likely]] {
      *next_++ = sample;
    } else {
      add_beyond_chunk(sample);
    }
    moments_.add(sample);
  }

  /// Adds all samples of `others`, which must be another object.
  void merge(const Samples& others);

  std::int64_t count() const { return moments_.count(); }
  std::int64_t max_exact() const { return max_exact_; }
  const Moments& moments() const { return moments_; }

  /// Returns whether the samples themselves are still kept.
  bool is_exact() const { return sketch_ == nullptr; }

  /// Calls `use` with one span after another of the kept samples, in the order in which they came.
  template <class Use>
  void for_each_chunk(Use use) const {
    for (std::size_t chunk = 0; chunk != chunks_.size(); ++chunk) {
      const Duration* const first = chunks_[chunk].get();
      const bool is_last = chunk + 1 == chunks_.size();
      use(std::span<const Duration>(first, is_last ? next_ : first + usual_size(chunk)));
    }
  }

  void add_to(Sketch& sketch) const;

 private:
  /// The first chunks are small, because many collections stay small. The tenth and all later ones have 64 KiB.
  static constexpr std::size_t usual_size(std::size_t chunk) { return std::size_t{16} << (chunk < 9 ? chunk : 9); }

  void keep(std::span<const Duration> samples, std::int64_t held);
  void add_beyond_chunk(Duration sample);
  void open_chunk(std::int64_t held);
  Sketch& turn_into_sketch();

  Moments moments_;
  Duration* next_ = nullptr;  // both in the last chunk, whose size may be less than usual
  Duration* end_ = nullptr;
  std::vector<std::unique_ptr<Duration[]>> chunks_;
  std::unique_ptr<Sketch> sketch_;
  std::int64_t max_exact_ = 10'000'000;
};

}  // namespace fastfood::stats
